package plugwright.proof.sites;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import plugwright.station.control.SharingProblem;

/**
 * Sharing as a lexicographic linear program that knows nothing of filling: raise the least current that is not fixed as
 * far as it goes, fix those that can't have more, and again. Who can't have more is told by the multipliers of the
 * optimum, and where they tell nobody by a program of its own for each. A socket whose floor is above the level is free
 * to stand at its floor. Currents are in A.
 */
public final class LinearProgram {

    private static final double MILLI = 1_000;

    /** What a solver's own rounding may come to, in A. */
    public static final double SOLVER = 1e-6;

    private static final double NOT_FIXED = -1;

    private final SharingProblem problem;
    private final double[] fixed;

    private LinearProgram(Site site) {
        this.problem = site.problem();
        this.fixed = new double[problem.sockets()];
        for (int i = 0; i < fixed.length; i++) {
            fixed[i] = site.admitted()[i] ? NOT_FIXED : 0;
        }
    }

    /**
     * What each socket gets.
     *
     * @throws IllegalStateException when the solver finds no optimum
     */
    public static double[] solve(Site site) {
        LinearProgram program = new LinearProgram(site);
        while (Arrays.stream(program.fixed).anyMatch(f -> f == NOT_FIXED)) {
            program.fixLowest();
        }
        return program.fixed;
    }

    private void fixLowest() {
        Stage stage = new Stage();
        Variable level = stage.model.newVariable("level").lower(0).upper(highestCap()).weight(1);
        @Nullable Expression[] above = new Expression[fixed.length];
        for (int i = 0; i < fixed.length; i++) {
            Variable its = stage.current[i];
            if (its != null) {
                its.lower(problem.floor(i) / MILLI);
                above[i] = stage.model.newExpression("above" + i).lower(0).set(its, 1).set(level, -1);
            }
        }
        Optimisation.Result result = stage.maximise();
        double reached = level.getValue().doubleValue();
        boolean[] tight = new boolean[fixed.length];
        result.getMatchedMultipliers().forEach(pair -> {
            for (int i = 0; i < above.length; i++) {
                boolean its = above[i] != null && above[i].equals(pair.getKey().getKey());
                tight[i] |= its && Math.abs(pair.doubleValue()) > SOLVER;
            }
        });
        boolean any = false;
        for (int i = 0; i < fixed.length; i++) {
            if (tight[i]) {
                fixed[i] = reached;
                any = true;
            }
        }
        if (!any) {
            fixOneByOne(reached, stage);
        }
    }

    /** Only those are tried that stand at the level in the optimum: who can have no more stands there in each optimum. */
    private void fixOneByOne(double level, Stage optimum) {
        double[] next = fixed.clone();
        for (int i = 0; i < fixed.length; i++) {
            Variable its = optimum.current[i];
            boolean low = its != null && its.getValue().doubleValue() <= level + SOLVER;
            if (low && most(i, level) <= level + SOLVER) {
                next[i] = level;
            }
        }
        if (Arrays.equals(next, fixed)) {
            throw new IllegalStateException("nobody is at the level of " + level + " A");
        }
        System.arraycopy(next, 0, fixed, 0, fixed.length);
    }

    /** The most that one can have while the others stand at the level. */
    private double most(int one, double level) {
        Stage stage = new Stage();
        for (int i = 0; i < fixed.length; i++) {
            Variable its = stage.current[i];
            if (its != null) {
                double least = Math.min(level - SOLVER / 10, problem.cap(i) / MILLI);
                its.lower(Math.max(problem.floor(i) / MILLI, least));
                if (i == one) {
                    its.weight(1);
                }
            }
        }
        return stage.maximise().getValue();
    }

    private double highestCap() {
        double highest = 0;
        for (int i = 0; i < fixed.length; i++) {
            highest = Math.max(highest, problem.cap(i) / MILLI);
        }
        return highest;
    }

    /** A program in which the fixed stand still and no line is overloaded. */
    private final class Stage {
        final ExpressionsBasedModel model = new ExpressionsBasedModel();
        /** Nothing where a socket is fixed: its current is taken off the limits. */
        final @Nullable Variable[] current = new Variable[fixed.length];

        Stage() {
            for (int i = 0; i < fixed.length; i++) {
                if (fixed[i] == NOT_FIXED) {
                    current[i] = model.newVariable("x" + i).upper(problem.cap(i) / MILLI);
                }
            }
            for (int line = 0; line < problem.lines(); line++) {
                limit(line);
            }
        }

        private void limit(int line) {
            double limit = problem.limit(line) / MILLI;
            Expression sum = model.newExpression("line" + line);
            boolean loaded = false;
            for (int i = 0; i < fixed.length; i++) {
                Variable its = current[i];
                if (problem.loads(i, line) && its != null) {
                    sum.set(its, 1);
                    loaded = true;
                } else if (problem.loads(i, line)) {
                    limit -= fixed[i];
                }
            }
            if (loaded) {
                sum.upper(limit);
            }
        }

        Optimisation.Result maximise() {
            Optimisation.Result result = model.maximise();
            if (!result.getState().isOptimal()) {
                throw new IllegalStateException("no optimum: " + result.getState());
            }
            return result;
        }
    }
}
