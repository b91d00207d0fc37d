package plugwright.station.sim.net;

import java.util.Arrays;
import plugwright.station.member.NetworkSettings;
import plugwright.wire.scn.Source;

/**
 * What the network may use: the total of its settings, or less by a meter that some of its stations read. Tells the
 * invariants whenever that becomes another.
 */
final class Totals {

    private final NetworkInvariants invariants;
    private int total;
    private int totalSafe;
    private final int[] left = new int[SocketTruth.PHASES];
    private boolean read;
    private boolean lost;
    private boolean faulty;

    Totals(NetworkInvariants invariants, NetworkSettings settings) {
        this.invariants = invariants;
        this.total = settings.total().milliampere();
        this.totalSafe = settings.totalSafe().milliampere();
    }

    /** Between two settings, until all have the new ones, neither total may be exceeded. */
    void between(NetworkSettings one, NetworkSettings other, long now) {
        total = Math.min(one.total().milliampere(), other.total().milliampere());
        totalSafe = Math.min(one.totalSafe().milliampere(), other.totalSafe().milliampere());
        tell(now);
    }

    /** All have these settings. */
    void become(NetworkSettings settings, long now) {
        between(settings, settings, now);
    }

    /** While faults go on a coordinator may not hear a reader, and then goes by the safe total. */
    void faults(boolean any, long now) {
        faulty = any;
        tell(now);
    }

    /** Stations have just read a meter, or could not. */
    void read(Source source, long now) {
        read = true;
        lost = !(source instanceof Source.Available);
        if (source instanceof Source.Available available) {
            Arrays.setAll(left, available::on);
        }
        tell(now);
    }

    /** Nobody reads a meter any more. */
    void unread(long now) {
        read = false;
        tell(now);
    }

    private void tell(long now) {
        int safe = Math.min(total, totalSafe);
        for (int phase = 0; phase < SocketTruth.PHASES; phase++) {
            int metered = Math.min(total, lost ? safe : left[phase]);
            int limit = read ? Math.max(metered, faulty ? safe : 0) : total;
            invariants.total(phase).become(limit, now);
        }
    }
}
