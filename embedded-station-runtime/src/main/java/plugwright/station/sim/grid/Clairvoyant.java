package plugwright.station.sim.grid;

import java.util.Arrays;
import plugwright.station.sim.VehicleSpec;

/**
 * Who knows at every moment what the house leaves, and shares it at once: max-min fair, with the same margin, floors and
 * pauses as the station. A newcomer starts at once; a vehicle that is paused stays so for a minute, and starts where the
 * minute before had room for it; where not all have room, one more has the first turn each quarter of an hour. Knows nothing of the control's
 * code. Currents in mA, moments in ms.
 */
final class Clairvoyant {

    private static final int PHASES = 3;
    private static final int SOCKETS = 2;
    private static final long PAUSE_MILLIS = 60_000;
    private static final long TURN_MILLIS = 900_000;
    private static final int HALVINGS = 24;
    private static final long VOLT = 230;
    private static final long NEVER = Long.MIN_VALUE / 4;

    private final int stationMaximum;
    private final int fuse;
    private final int margin;
    /** For each socket the grid phase, 0 to 2, of each of its terminals. */
    private final int[][] wiring;
    private final VehicleSpec[] vehicles = new VehicleSpec[SOCKETS];
    private final boolean[] present = new boolean[SOCKETS];
    private final boolean[] charging = new boolean[SOCKETS];
    private final long[] pausedAt = new long[SOCKETS];
    /** Since when each phase has had room for a floor of 6 and of 14 A without a break, with the others' floors. */
    private final long[][] roomSince = new long[SOCKETS][PHASES];
    private long now;
    private double wattHours;

    Clairvoyant(int stationMaximum, int fuse, int margin, int[][] wiring) {
        this.wiring = wiring.clone();
        this.stationMaximum = stationMaximum;
        this.fuse = fuse;
        this.margin = margin;
        Arrays.fill(pausedAt, NEVER);
        for (long[] since : roomSince) {
            Arrays.fill(since, NEVER);
        }
    }

    void plug(int socket, VehicleSpec vehicle) {
        vehicles[socket] = vehicle;
        present[socket] = true;
        charging[socket] = false;
        pausedAt[socket] = NEVER;
    }

    void unplug(int socket) {
        present[socket] = false;
        charging[socket] = false;
    }

    double wattHours() {
        return wattHours;
    }

    /** So much time passes with these loads. */
    void pass(HouseLoads.Row loads, long millis) {
        int[] room = new int[PHASES];
        for (int phase = 0; phase < PHASES; phase++) {
            room[phase] = Math.min(stationMaximum, fuse - margin - loads.net(phase));
        }
        now += millis;
        admit(room);
        int[] share = share(room);
        for (int socket = 0; socket < SOCKETS; socket++) {
            if (charging[socket]) {
                VehicleSpec vehicle = vehicles[socket];
                long drawn = Math.min(
                        vehicle.maximum().milliampere(), (long) share[socket] * vehicle.drawPermille() / 1_000);
                wattHours += drawn / 1e3 * vehicle.phases() * VOLT * millis / 3.6e6;
            }
        }
    }

    private int floor(int socket) {
        return vehicles[socket].minimum().milliampere();
    }

    private void admit(int[] room) {
        int[] left = room.clone();
        int first = (int) (now / TURN_MILLIS % SOCKETS);
        for (int k = 0; k < SOCKETS; k++) {
            int socket = (first + k) % SOCKETS;
            if (!present[socket]) {
                continue;
            }
            boolean fits = fits(socket, left);
            if (charging[socket] && !fits) {
                charging[socket] = false;
                pausedAt[socket] = now;
            } else if (!charging[socket] && fits && mayStart(socket)) {
                charging[socket] = true;
            }
            for (int phase = 0; charging[socket] && phase < vehicles[socket].phases(); phase++) {
                left[wiring[socket][phase]] -= floor(socket);
            }
        }
    }

    private boolean fits(int socket, int[] left) {
        boolean fits = true;
        for (int phase = 0; phase < vehicles[socket].phases(); phase++) {
            boolean has = left[wiring[socket][phase]] >= floor(socket);
            if (!has) {
                roomSince[socket][phase] = NEVER;
            } else if (roomSince[socket][phase] == NEVER) {
                roomSince[socket][phase] = now;
            }
            fits &= has;
        }
        return fits;
    }

    private boolean mayStart(int socket) {
        if (pausedAt[socket] == NEVER) {
            return true;
        }
        if (now - pausedAt[socket] < PAUSE_MILLIS) {
            return false;
        }
        for (int phase = 0; phase < vehicles[socket].phases(); phase++) {
            if (now - roomSince[socket][phase] < PAUSE_MILLIS) {
                return false;
            }
        }
        return true;
    }

    /** A common level as high as it fits, then each one by itself as far as it fits. */
    private int[] share(int[] room) {
        int low = 0;
        int high = stationMaximum;
        for (int k = 0; k < HALVINGS && low < high; k++) {
            int level = (low + high + 1) / 2;
            if (fits(levels(level), room)) {
                low = level;
            } else {
                high = level - 1;
            }
        }
        int[] share = levels(low);
        for (int socket = 0; socket < SOCKETS; socket++) {
            if (!charging[socket]) {
                continue;
            }
            int most = Math.min(vehicles[socket].maximum().milliampere() + 1_000, vehicles[socket].cable().rating().milliampere());
            for (int phase = 0; phase < vehicles[socket].phases(); phase++) {
                int grid = wiring[socket][phase];
                most = Math.min(most, room[grid] - others(share, socket, grid));
            }
            share[socket] = Math.max(share[socket], most);
        }
        return share;
    }

    private int[] levels(int level) {
        int[] share = new int[SOCKETS];
        for (int socket = 0; socket < SOCKETS; socket++) {
            share[socket] = charging[socket]
                    ? Math.max(floor(socket), Math.min(level, vehicles[socket].maximum().milliampere() + 1_000))
                    : 0;
        }
        return share;
    }

    private boolean fits(int[] share, int[] room) {
        for (int phase = 0; phase < PHASES; phase++) {
            if (others(share, -1, phase) > Math.max(0, room[phase])) {
                return false;
            }
        }
        return true;
    }

    private int others(int[] share, int but, int gridPhase) {
        int sum = 0;
        for (int socket = 0; socket < SOCKETS; socket++) {
            for (int phase = 0; socket != but && charging[socket] && phase < vehicles[socket].phases(); phase++) {
                sum += wiring[socket][phase] == gridPhase ? share[socket] : 0;
            }
        }
        return sum;
    }
}
