package plugwright.station.sim.grid;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import plugwright.model.Ampere;
import plugwright.model.PhaseCurrents;
import plugwright.model.SiteTime;
import plugwright.model.SocketNumber;
import plugwright.station.engine.ActiveBalancing;
import plugwright.station.engine.ActiveBalancing.Includes;
import plugwright.station.engine.StationSettings;
import plugwright.station.engine.Wiring;
import plugwright.station.sim.Breach;
import plugwright.station.sim.VehicleSpec;
import plugwright.station.sim.World;
import plugwright.station.sim.WorldCommand;

/**
 * A random day of a random house with a station, all from one seed: what it came to, beside what somebody would have
 * made of it who knows everything.
 */
public final class RandomHouse {

    /** A day that begins on 2026-01-01 at midnight; any other would do. */
    private static final SiteTime START = new SiteTime(1_767_225_600_000L);

    private static final int DAY_SECONDS = 86_400;
    private static final int PHASES = 3;
    private static final int[] FUSES = {25, 35, 40};
    private static final double VOLT = 230;

    /** From the moment that the meter measures to the moment that it says so. */
    private static final int LONGEST_LAG_MILLIS = 500;

    private final Random random;
    private final MeteredWorld world;
    private final Clairvoyant clairvoyant;
    private final StationSettings settings;
    private double wattHours;

    /**
     * What came of a day.
     *
     * @param longestAbove the longest time above the fuse while house and PV alone were not
     * @param wattHours charged
     * @param possible what the clairvoyant sharer charged, Wh
     */
    public record Result(
            long seed, Duration simulated, Optional<Breach> breach, Duration longestAbove, double wattHours,
            double possible) {}

    private RandomHouse(long seed, MeterKind kind) {
        this.random = new Random(seed);
        int fuse = FUSES[random.nextInt(FUSES.length)] * 1_000;
        Includes includes = random.nextInt(3) == 0 ? Includes.HOUSE_ALONE : Includes.STATION;
        House house = new House(fuse, HouseDay.of(random), kind, includes);
        this.settings = StationSettings.ofDouble(Ampere.of(32), Ampere.of(32))
                .with(Optional.of(new ActiveBalancing(new Ampere(fuse), Ampere.of(6), includes)));
        this.clairvoyant = new Clairvoyant(settings.stationMaximum().milliampere(), fuse, margin(kind), wiring());
        this.world = new MeteredWorld(settings, house, START, random.nextInt(LONGEST_LAG_MILLIS + 1), this::passed);
    }

    /** The margin that a reading of whole ampere costs. */
    private static int margin(MeterKind kind) {
        return kind instanceof MeterKind.P1 p1 && p1.version() == MeterKind.P1.Version.V4 ? 1_000 : 0;
    }

    /** Which grid phase each terminal of each socket is on. */
    private int[][] wiring() {
        int[][] wiring = new int[settings.sockets()][PHASES];
        for (int socket = 0; socket < settings.sockets(); socket++) {
            for (int terminal = 0; terminal < PHASES; terminal++) {
                Wiring its = Wiring.of(settings, SocketNumber.values()[socket]);
                PhaseCurrents one = its.gridOf(its.meterOf(PhaseCurrents.ofMilliampere(
                        terminal == 0 ? 1 : 0, terminal == 1 ? 1 : 0, terminal == 2 ? 1 : 0)));
                wiring[socket][terminal] = one.l1().milliampere() > 0 ? 0 : one.l2().milliampere() > 0 ? 1 : 2;
            }
        }
        return wiring;
    }

    /** Runs a day, no further than the first breach. */
    public static Result run(long seed, MeterKind kind) {
        RandomHouse house = new RandomHouse(seed, kind);
        house.live();
        return new Result(
                seed,
                Duration.ofMillis(house.world.world().now().millisSince(START)),
                house.world.breach(),
                Duration.ofMillis(house.world.longestAboveMillis()),
                house.wattHours,
                house.clairvoyant.wattHours());
    }

    private void passed(World in, HouseLoads.Row loads, long millis) {
        clairvoyant.pass(loads, millis);
        long drawn = 0;
        for (int socket = 0; socket < settings.sockets(); socket++) {
            for (int phase = 0; phase < PHASES; phase++) {
                drawn += in.milliampere(SocketNumber.values()[socket], phase);
            }
        }
        wattHours += drawn / 1e3 * VOLT * millis / 3.6e6;
    }

    /** One vehicle stays for some hours, on most days another one beside or after it. */
    private void live() {
        int firstFrom = random.nextInt(DAY_SECONDS / 2);
        int firstTo = Math.min(DAY_SECONDS, firstFrom + hours(4, 10));
        int secondFrom = firstFrom + random.nextInt(DAY_SECONDS / 3);
        int secondTo = Math.min(DAY_SECONDS, secondFrom + hours(2, 8));
        boolean second = random.nextInt(3) > 0 && secondFrom < secondTo;
        advance(firstFrom);
        plug(SocketNumber.ONE);
        if (second && secondFrom < firstTo) {
            advance(secondFrom);
            plug(SocketNumber.TWO);
            advance(Math.min(firstTo, secondTo));
            unplug(firstTo < secondTo ? SocketNumber.ONE : SocketNumber.TWO);
            advance(Math.max(firstTo, secondTo));
            unplug(firstTo < secondTo ? SocketNumber.TWO : SocketNumber.ONE);
        } else {
            advance(firstTo);
            unplug(SocketNumber.ONE);
        }
        advance(DAY_SECONDS);
    }

    private int hours(int least, int most) {
        return (least * 3_600) + random.nextInt((most - least) * 3_600);
    }

    private void advance(int second) {
        world.advanceTo(START.plusMillis(second * 1_000L));
    }

    private void plug(SocketNumber socket) {
        VehicleSpec vehicle = vehicle();
        clairvoyant.plug(socket.index(), vehicle);
        world.command(new WorldCommand.PlugIn(socket, vehicle));
    }

    private void unplug(SocketNumber socket) {
        clairvoyant.unplug(socket.index());
        world.command(new WorldCommand.Unplug(socket));
    }

    /** One that obeys and is never full. */
    private VehicleSpec vehicle() {
        return VehicleSpec.of(random.nextBoolean() ? 3 : 1, Ampere.of(random.nextBoolean() ? 16 : 32))
                .needing(Ampere.of(random.nextInt(5) == 0 ? 14 : 6))
                .moving(random.nextInt(5_001), 1_000 + random.nextInt(9_000), 970 + random.nextInt(31));
    }
}
