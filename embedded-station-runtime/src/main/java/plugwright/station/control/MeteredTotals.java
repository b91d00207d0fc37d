package plugwright.station.control;

import org.jspecify.annotations.Nullable;

/**
 * The limits that come from a meter and may flicker: how low they have been within the last minute, by which a socket
 * that stands at 0 is started.
 */
final class MeteredTotals {

    private static final long WATCHED = 60_000;

    private final SharingProblem problem;
    private final @Nullable DampedTarget[] lines;
    private int metered;

    MeteredTotals(SharingProblem problem) {
        this.problem = problem;
        this.lines = new DampedTarget[problem.lines()];
    }

    void set(int group, boolean isMetered) {
        for (int line = group * SharingProblem.PHASES; line < (group + 1) * SharingProblem.PHASES; line++) {
            if (isMetered && lines[line] == null) {
                lines[line] = new DampedTarget();
                metered++;
            } else if (!isMetered) {
                metered -= lines[line] == null ? 0 : 1;
                lines[line] = null;
                problem.lowestLately(line, Integer.MAX_VALUE);
            }
        }
    }

    /** Whether what a line allows to start will rise by itself. */
    boolean areChanging() {
        if (metered == 0) {
            return false;
        }
        for (DampedTarget lately : lines) {
            if (lately != null && lately.isChanging()) {
                return true;
            }
        }
        return false;
    }

    void observe(long now) {
        if (metered == 0) {
            return;
        }
        for (int line = 0; line < lines.length; line++) {
            DampedTarget lately = lines[line];
            if (lately != null) {
                lately.record(problem.limit(line), now);
                problem.lowestLately(line, lately.lowest(now, WATCHED));
            }
        }
    }
}
