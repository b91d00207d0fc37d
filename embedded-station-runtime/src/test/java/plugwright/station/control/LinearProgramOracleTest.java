package plugwright.station.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Sharing against linear programs that know nothing of filling: raise the lowest current that still can rise as far as
 * it goes, find who cannot have more than that by a program of its own for each, fix those, and again. A socket whose
 * floor is above the level is free to stand at its floor. Deviation at most 0.001 A.
 */
class LinearProgramOracleTest {

    private static final int STATIONS = 3;
    private static final int[] MASKS = {1, 2, 4, 3, 5, 6, 7};
    private static final double MILLI = 1_000;
    private static final double TOLERANCE = 0.001;
    /** What a solver's own rounding may come to, in A. */
    private static final double SOLVER = 1e-6;

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    @Tag("SLB-1")
    void sharesAsTheLinearProgramDoesOnRandomSites(@ForAll long seed) {
        SharingProblem problem = site(new Random(seed));
        boolean[] admitted = admit(problem);
        MaxMinSharing sharing = new MaxMinSharing(problem);
        sharing.share(admitted);

        double[] best = solve(problem, admitted);
        for (int i = 0; i < problem.sockets(); i++) {
            assertThat(Math.abs(sharing.milliampere(i) / MILLI - best[i]))
                    .as("socket %d: %d mA, program %s A", i, sharing.milliampere(i), best[i])
                    .isLessThanOrEqualTo(TOLERANCE + SOLVER);
        }
    }

    private static SharingProblem site(Random random) {
        int sockets = 1 + random.nextInt(2 * STATIONS);
        SharingProblem problem = new SharingProblem(sockets, 1 + STATIONS);
        for (int group = 0; group <= STATIONS; group++) {
            int most = group == 0 ? 90_000 : 45_000;
            for (int phase = 0; phase < SharingProblem.PHASES; phase++) {
                problem.limit(group, phase, 10_000 + random.nextInt(most));
            }
        }
        for (int i = 0; i < sockets; i++) {
            problem.join(i, 0);
            problem.join(i, 1 + i / 2);
            problem.phases(i, MASKS[random.nextInt(MASKS.length)]);
            problem.floor(i, random.nextInt(3) == 0 ? 14_000 : 6_000);
            problem.cap(i, problem.floor(i) + 500 * random.nextInt(40));
        }
        return problem;
    }

    /** Whoever fits beside those before him. */
    private static boolean[] admit(SharingProblem problem) {
        boolean[] admitted = new boolean[problem.sockets()];
        for (int i = 0; i < admitted.length; i++) {
            admitted[i] = true;
            for (int line = 0; line < problem.lines(); line++) {
                long floors = 0;
                for (int j = 0; j <= i; j++) {
                    floors += admitted[j] && problem.loads(j, line) ? problem.floor(j) : 0;
                }
                admitted[i] &= floors <= problem.limit(line) || !problem.loads(i, line);
            }
        }
        return admitted;
    }

    private static double[] solve(SharingProblem problem, boolean[] admitted) {
        int sockets = problem.sockets();
        double[] fixed = new double[sockets];
        Arrays.fill(fixed, -1);
        for (int i = 0; i < sockets; i++) {
            fixed[i] = admitted[i] ? -1 : 0;
        }
        while (Arrays.stream(fixed).anyMatch(f -> f < 0)) {
            double level = maximise(problem, fixed, 0, -1);
            boolean any = false;
            double[] next = fixed.clone();
            for (int i = 0; i < sockets; i++) {
                if (fixed[i] < 0) {
                    double most = maximise(problem, fixed, level, i);
                    double stands = Math.max(level, problem.floor(i) / MILLI);
                    if (most <= stands + SOLVER) {
                        next[i] = stands;
                        any = true;
                    }
                }
            }
            assertThat(any).as("each level fixes someone").isTrue();
            fixed = next;
        }
        return fixed;
    }

    /** The highest level for all that are not fixed, or the highest current of one while the others stand at it. */
    private static double maximise(SharingProblem problem, double[] fixed, double level, int one) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] x = new Variable[problem.sockets()];
        for (int i = 0; i < x.length; i++) {
            x[i] = model.newVariable("x" + i);
            if (fixed[i] >= 0) {
                x[i].level(fixed[i]);
            } else {
                double floor = problem.floor(i) / MILLI;
                double least = one < 0
                        ? floor
                        : Math.max(floor, Math.min(level - SOLVER / 10, problem.cap(i) / MILLI));
                x[i].lower(least).upper(problem.cap(i) / MILLI);
            }
        }
        Variable goal = one >= 0 ? x[one] : model.newVariable("level").lower(0);
        goal.weight(1);
        if (one < 0) {
            followLevel(problem, fixed, model, x, goal);
        }
        for (int line = 0; line < problem.lines(); line++) {
            Expression sum = model.newExpression("line" + line).upper(problem.limit(line) / MILLI);
            for (int i = 0; i < x.length; i++) {
                if (problem.loads(i, line)) {
                    sum.set(x[i], 1);
                }
            }
        }
        Optimisation.Result result = model.maximise();
        assertThat(result.getState().isOptimal()).as("%s", result).isTrue();
        return goal.getValue().doubleValue();
    }

    /** Nobody who is not fixed has less than the level. */
    private static void followLevel(
            SharingProblem problem, double[] fixed, ExpressionsBasedModel model, Variable[] x, Variable goal) {
        for (int i = 0; i < x.length; i++) {
            if (fixed[i] < 0) {
                model.newExpression("above" + i).lower(0).set(x[i], 1).set(goal, -1);
            }
        }
        int highest = 0;
        for (int i = 0; i < x.length; i++) {
            highest = Math.max(highest, problem.cap(i));
        }
        goal.upper(highest / MILLI);
    }
}
