package plugwright.station.sim.net;

import java.util.Random;
import plugwright.wire.scn.Source;

/** A meter of the site that some stations read for all, each second. */
final class SimMeter {

    private static final long EVERY = 1_000;

    /** How old a reading is when a station has it, in ms. */
    private static final int AGE = 100;

    private final NetworkWorld world;
    private final Random random;
    private final boolean[] reads;
    private Source shows;

    /** @param most mA that it may show at first */
    SimMeter(NetworkWorld world, Random random, int most) {
        this.world = world;
        this.random = random;
        this.reads = new boolean[world.size()];
        this.shows = random(most);
    }

    /** One station reads it, or two. */
    void begin() {
        for (int i = 0; i < 2; i++) {
            int station = random.nextInt(world.size());
            reads[station] = true;
            world.station(station).readsMeter();
        }
        read();
    }

    private void read() {
        boolean any = false;
        boolean present = false;
        for (int i = 0; i < reads.length; i++) {
            present |= reads[i] && world.isPresent(i);
            any |= reads[i] && world.station(i).isAwake();
        }
        if (any) {
            world.totals().read(shows, world.now());
        } else if (!present) {
            world.totals().unread(world.now());
        }
        for (int i = 0; i < reads.length; i++) {
            if (reads[i]) {
                world.source(i, shows);
            }
        }
        world.after(EVERY, this::read);
    }

    /** It shows something else from now on, or nothing any more. */
    void becomes(int most) {
        shows = random.nextInt(4) == 0 ? new Source.Lost() : random(most);
        world.note("meter: " + shows);
    }

    /** It shows something, and stays so. */
    void heals(int most) {
        shows = random(most);
        world.note("meter: " + shows);
    }

    private Source random(int most) {
        return new Source.Available(random.nextInt(most), random.nextInt(most), random.nextInt(most), AGE);
    }
}
