package plugwright.proof.sites;

import java.util.Random;
import plugwright.station.control.SharingProblem;

/** Makes sites from a source of random numbers; currents in mA. */
public final class RandomSites {

    private static final int[] ONE_PHASE = {1, 2, 4};
    private static final int[] TWO_PHASES = {3, 5, 6};
    private static final int THREE_PHASES = 7;
    private static final int MINIMUM = 6_000;
    private static final int FOURTEEN = 14_000;

    /** Sockets a station has at most. */
    private static final int SOCKETS = 2;

    private static final int MAX_SMALL_STATIONS = 6;
    private static final int MAX_LARGE_STATIONS = 40;

    private RandomSites() {}

    /**
     * Anything that can be wired, mostly small: stations under one total, feeders, groups across stations, limits of
     * each phase by itself, floors of any height.
     */
    public static Site any(Random random) {
        return any(random, random.nextInt(50) == 0 ? MAX_LARGE_STATIONS : MAX_SMALL_STATIONS);
    }

    /** As {@link #any(Random)}, with at most so many stations. */
    public static Site any(Random random, int mostStations) {
        int sockets = 1 + random.nextInt(SOCKETS * mostStations);
        int stations = (sockets + 1) / SOCKETS;
        int across = random.nextInt(3);
        SharingProblem problem = new SharingProblem(sockets, 1 + stations + across);
        for (int group = 0; group <= stations + across; group++) {
            int most = group == 0 ? 1_000 * (20 + random.nextInt(25 * sockets)) : group <= stations ? 70_000 : 100_000;
            boolean alike = random.nextBoolean();
            int limit = random.nextInt(most);
            for (int phase = 0; phase < SharingProblem.PHASES; phase++) {
                problem.limit(group, phase, alike ? limit : random.nextInt(most));
            }
        }
        boolean roundFloors = random.nextInt(4) != 0;
        for (int i = 0; i < sockets; i++) {
            problem.join(i, 0);
            problem.join(i, 1 + i / SOCKETS);
            for (int group = 1 + stations; group <= stations + across; group++) {
                if (random.nextBoolean()) {
                    problem.join(i, group);
                }
            }
            problem.phases(i, 1 + random.nextInt(THREE_PHASES));
            problem.floor(i, roundFloors ? floor(random) : MINIMUM + random.nextInt(10_000));
            problem.cap(i, problem.floor(i) + (random.nextInt(5) == 0 ? 0 : random.nextInt(26_000)));
        }
        return Site.admitting(problem);
    }

    /**
     * A car park: double stations of 16 to 63 A under one total, two in four vehicles on three phases, the others on
     * one or two, rotated; one in four needs 14 A; each has a cap of its own.
     */
    public static Site carPark(Random random, int stations) {
        SharingProblem problem = new SharingProblem(SOCKETS * stations, 1 + stations);
        int total = stations * (4_000 + random.nextInt(40_000));
        for (int phase = 0; phase < SharingProblem.PHASES; phase++) {
            problem.limit(0, phase, total + random.nextInt(1_000));
        }
        for (int station = 1; station <= stations; station++) {
            int limit = 1_000 * (16 + random.nextInt(48));
            for (int phase = 0; phase < SharingProblem.PHASES; phase++) {
                problem.limit(station, phase, limit);
            }
        }
        for (int i = 0; i < problem.sockets(); i++) {
            problem.join(i, 0);
            problem.join(i, 1 + i / SOCKETS);
            problem.phases(i, switch (random.nextInt(4)) {
                case 0 -> ONE_PHASE[random.nextInt(ONE_PHASE.length)];
                case 1 -> TWO_PHASES[random.nextInt(TWO_PHASES.length)];
                default -> THREE_PHASES;
            });
            problem.floor(i, floor(random));
            problem.cap(i, Math.max(problem.floor(i), MINIMUM + random.nextInt(26_001)));
        }
        return Site.admitting(problem);
    }

    private static int floor(Random random) {
        return random.nextInt(4) == 0 ? FOURTEEN : MINIMUM;
    }
}
