package plugwright.proof.sites;

import plugwright.station.control.SharingProblem;

/**
 * A site to share on.
 *
 * @param problem sockets, groups and limits
 * @param admitted who takes part: their floors fit together
 */
public record Site(SharingProblem problem, boolean[] admitted) {

    /** Whoever fits beside those before him takes part; written apart from the code under test. */
    public static Site admitting(SharingProblem problem) {
        boolean[] admitted = new boolean[problem.sockets()];
        long[] taken = new long[problem.lines()];
        for (int i = 0; i < admitted.length; i++) {
            admitted[i] = problem.floor(i) <= problem.cap(i);
            for (int line = 0; line < taken.length; line++) {
                boolean full = taken[line] + problem.floor(i) > problem.limit(line);
                admitted[i] &= !full || !problem.loads(i, line);
            }
            for (int line = 0; line < taken.length; line++) {
                taken[line] += admitted[i] && problem.loads(i, line) ? problem.floor(i) : 0;
            }
        }
        return new Site(problem, admitted);
    }
}
