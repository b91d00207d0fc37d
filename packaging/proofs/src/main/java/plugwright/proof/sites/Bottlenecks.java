package plugwright.proof.sites;

import plugwright.station.control.MaxMinSharing;
import plugwright.station.control.SharingProblem;

/**
 * The condition that marks the one max-min fair allocation: every socket is at its cap or has a bottleneck, a full line
 * in which no socket above its own floor has more than it. Looks only at the problem and at what each socket got.
 */
public final class Bottlenecks {

    /** Picoampere in a milliampere and in an ampere. */
    private static final long MILLI = 1_000_000_000L;

    private static final double AMPERE = 1e12;

    /** What dividing in whole picoampere may lose on a line: one a socket and division. */
    private static final long DIVISION = 1_000_000;

    private final Site site;
    private final MaxMinSharing sharing;
    private final long[] free;

    private Bottlenecks(Site site, MaxMinSharing sharing) {
        this.site = site;
        this.sharing = sharing;
        this.free = new long[site.problem().lines()];
    }

    /**
     * How far a result is from the condition, in A: what some socket should have more or less, what was lost by
     * rounding down included.
     *
     * @throws AssertionError when a limit, floor or cap does not hold, or a bound is named that is none
     */
    public static double deviation(Site site, MaxMinSharing sharing) {
        return new Bottlenecks(site, sharing).check() / AMPERE;
    }

    private long check() {
        SharingProblem problem = site.problem();
        for (int line = 0; line < free.length; line++) {
            long told = 0;
            free[line] = problem.limit(line) * MILLI;
            for (int i = 0; i < problem.sockets(); i++) {
                if (problem.loads(i, line)) {
                    told += sharing.milliampere(i);
                    free[line] -= sharing.picoampere(i);
                }
            }
            require(told <= problem.limit(line), "too much told, in mA, on line", line, told);
            require(free[line] >= -DIVISION, "too much, in pA, on line", line, -free[line]);
        }
        long worst = 0;
        for (int i = 0; i < problem.sockets(); i++) {
            worst = Math.max(worst, socket(i));
        }
        return worst;
    }

    private long socket(int i) {
        SharingProblem problem = site.problem();
        int told = sharing.milliampere(i);
        if (!site.admitted()[i]) {
            require(told == 0 && sharing.bound(i) == MaxMinSharing.NOT_ADMITTED, "not admitted, yet given, in mA, to socket", i, told);
            return 0;
        }
        require(told >= problem.floor(i) && told <= problem.cap(i), "below floor or above cap, in mA, at socket", i, told);
        long exact = sharing.picoampere(i);
        long rounded = Math.abs(told * MILLI - exact);
        long missing = problem.cap(i) * MILLI - exact;
        for (int line = 0; line < free.length; line++) {
            if (problem.loads(i, line)) {
                missing = Math.min(missing, missing(i, line));
            }
        }
        int bound = sharing.bound(i);
        if (bound == MaxMinSharing.AT_CAP) {
            require(told == problem.cap(i), "said to be at its cap, in mA, socket", i, told);
        } else {
            require(
                    bound >= 0 && problem.loads(i, bound) && missing(i, bound) <= DIVISION,
                    "stopped by a line that is no bottleneck, socket",
                    i,
                    bound);
        }
        return Math.max(missing, rounded);
    }

    /** What a socket could have more of a line: what is free there, or what another has more than it, above its floor. */
    private long missing(int socket, int line) {
        SharingProblem problem = site.problem();
        long missing = Math.max(0, free[line]);
        for (int j = 0; j < problem.sockets(); j++) {
            if (problem.loads(j, line) && sharing.picoampere(j) > problem.floor(j) * MILLI) {
                missing = Math.max(missing, sharing.picoampere(j) - sharing.picoampere(socket));
            }
        }
        return missing;
    }

    private static void require(boolean holds, String what, int which, long value) {
        if (!holds) {
            throw new AssertionError(what + " " + which + ": " + value);
        }
    }
}
