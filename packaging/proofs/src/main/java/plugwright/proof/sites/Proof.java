package plugwright.proof.sites;

import java.util.Random;
import plugwright.station.control.MaxMinSharing;

/**
 * Sharing and admission against the oracles, one random site a seed: any seed can be looked at alone.
 */
public final class Proof {

    /** What a told limit may be away from the optimum, in A: it is rounded down to whole milliampere. */
    public static final double TOLERANCE = 0.001;

    /** Linear programs grow quickly; these are still solved in milliseconds. */
    private static final int STATIONS_OF_A_PROGRAM = 3;

    private Proof() {}

    /**
     * Deviation from the bottleneck condition, in A.
     *
     * @throws AssertionError when a limit, floor, cap or named bound does not hold
     */
    public static double bottlenecks(long seed) {
        Site site = RandomSites.any(new Random(seed));
        return Bottlenecks.deviation(site, shared(site));
    }

    /** Deviation from the linear program and from plain filling, in A, the solver's own rounding taken off. */
    public static double programs(long seed) {
        Site site = RandomSites.any(new Random(seed), STATIONS_OF_A_PROGRAM);
        MaxMinSharing sharing = shared(site);
        double[] program = LinearProgram.solve(site);
        double[] filling = ObjectFilling.solve(site);
        double worst = 0;
        for (int i = 0; i < program.length; i++) {
            double told = sharing.milliampere(i) / 1_000.0;
            worst = Math.max(worst, Math.abs(told - program[i]) - LinearProgram.SOLVER);
            worst = Math.max(worst, Math.abs(told - filling[i]) - LinearProgram.SOLVER);
        }
        return worst;
    }

    /** 0 where the right sockets are admitted, else what the least of those is told: 6 A. */
    public static double admission(long seed) {
        return BruteForce.agrees(new Random(seed)) ? 0 : 6;
    }

    private static MaxMinSharing shared(Site site) {
        MaxMinSharing sharing = new MaxMinSharing(site.problem());
        sharing.share(site.admitted());
        return sharing;
    }
}
