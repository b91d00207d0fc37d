package plugwright.station.sim.net;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import plugwright.station.sim.net.Troubles.Kind;

/** A random network with random troubles, and then some rest in which it has to heal, all from one seed. */
public final class RandomNetwork {

    /** So long things go wrong. */
    public static final Duration TROUBLED = Duration.ofMinutes(20);

    /** So long nothing happens after that. */
    public static final Duration HEALING = Duration.ofMinutes(10);

    /** Guide §6.3.1. */
    public static final int FEWEST_STATIONS = 2;

    private RandomNetwork() {}

    /** Which faults a run has. */
    public enum Faults {
        NONE,
        ALL
    }

    /** Who checks the code of a packet: what comes of it is the same. */
    public enum Checking {
        /** The first that receives it, for all. */
        ONCE,
        /** Each that receives it. */
        EACH
    }

    /**
     * What came of a run.
     *
     * @param seed that plays it again, with the same number of stations
     * @param packets sent by stations
     * @param bytes of them
     * @param fairChecks how often it was settled and compared with the optimum
     * @param settingsChanges changes of what all agree on that came to their end
     */
    public record Result(
            long seed,
            int stations,
            Duration simulated,
            long packets,
            long bytes,
            long fairChecks,
            int settingsChanges,
            Optional<NetworkBreach> breach) {}

    /** Runs one, no further than the first breach. */
    public static Result run(long seed, int stations, Faults faults) {
        return run(seed, stations, faults, Checking.ONCE);
    }

    /** The same, where each may check packets by itself. */
    public static Result run(long seed, int stations, Faults faults, Checking checking) {
        Random random = new Random(seed);
        RandomSite site = new RandomSite(random);
        NetworkWorld world = new NetworkWorld(site.network(stations), random.nextLong(), checking);
        Kind kind = faults == Faults.ALL ? Kind.ALL : Kind.USE;
        Troubles troubles = new Troubles(world, site, random, kind, TROUBLED.toMillis());
        troubles.begin();
        if (world.advanceTo(TROUBLED.toMillis())) {
            troubles.end();
            world.advanceTo(TROUBLED.plus(HEALING).toMillis());
        }
        return new Result(
                seed,
                stations,
                Duration.ofMillis(world.now()),
                world.packetsSent(),
                world.bytesSent(),
                world.settled().fairChecks(),
                troubles.settingsChanges(),
                world.breach());
    }
}
