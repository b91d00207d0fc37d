package plugwright.station.sim.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plugwright.model.SocketNumber;
import plugwright.station.sim.net.Installer.Kind;
import plugwright.station.sim.net.RandomNetwork.Checking;

/** A running network is changed while one member is out of reach at any moment of it. */
class SettingsChangeTest {

    private static final int STATIONS = 4;
    private static final long BEGINS = 40_000;
    /** The whole procedure takes 16 s when all are in reach. */
    private static final long LAST_AWAY = 18_000;
    private static final long EVERY = 2_000;

    /** Longer and shorter than anyone's patience. */
    private static final long[] LENGTHS = {8_000, 50_000};

    private static final long LASTS = 160_000;

    @ParameterizedTest
    @EnumSource
    @Tag("SCN-6")
    void neverHasTwoSharingSidesWhoeverIsOutOfReachWhenever(Kind kind) {
        int finished = 0;
        int runs = 0;
        for (long from = 0; from <= LAST_AWAY; from += EVERY) {
            for (long length : LENGTHS) {
                finished += change(kind, (int) (from / EVERY % STATIONS), from, length);
                runs++;
            }
        }
        // Where somebody cannot be paused in time, or does not confirm that he leaves, all stays as it was.
        assertThat(finished).isBetween(runs / 2, runs);
    }

    /** @return how many changes all members have in the end */
    private static int change(Kind kind, int away, long from, long length) {
        long seed = 31 * from + length + away;
        Random random = new Random(seed);
        RandomSite site = new RandomSite(random);
        NetworkWorld world = new NetworkWorld(site.network(STATIONS), seed, Checking.ONCE);
        Installer installer = new Installer(world, site, random);
        world.settled().faults(true, 0);
        for (int i = 0; i < STATIONS; i++) {
            world.start(i);
            world.plug(i, SocketNumber.ONE, site.vehicle());
        }
        world.advanceTo(BEGINS);
        if (kind == Kind.JOIN) {
            world.leave(STATIONS - 1);
            // Who is missing now is not of the network from the change on.
        }
        installer.away(away, from, from + length);
        // Its network is cut as well, every other time.
        boolean cut = from / EVERY % 2 == 0;
        world.after(Math.max(1, from), () -> world.air().deaf(away, cut));
        world.after(from + length, () -> world.air().deaf(away, false));
        installer.begin(kind);
        world.advanceTo(BEGINS + LASTS);
        assertThat(world.breach().map(b -> b.what() + "\n" + String.join("\n", b.trace())))
                .as("%s, station %d away from %d ms for %d ms", kind, away, from, length)
                .isEmpty();
        assertThat(installer.isIdle()).isTrue();
        world.settled().faults(false, world.now());
        world.advanceTo(BEGINS + 2 * LASTS);
        assertThat(world.breach().map(NetworkBreach::what)).as("heals").isEmpty();
        return installer.changes();
    }
}
