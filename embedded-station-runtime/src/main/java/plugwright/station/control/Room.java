package plugwright.station.control;

import java.util.Arrays;

/** What is taken on each line of a problem: first come, first served. */
final class Room {

    /** No line is in the way. */
    static final int NONE = -1;

    private final SharingProblem problem;
    private final long[] taken;

    Room(SharingProblem problem) {
        this.problem = problem;
        this.taken = new long[problem.lines()];
    }

    void clear() {
        Arrays.fill(taken, 0);
    }

    void take(int socket, int milliampere) {
        for (int g = 0; g < problem.groupCount(socket); g++) {
            for (int p = 0; p < SharingProblem.PHASES; p++) {
                if ((problem.phases(socket) >> p & 1) != 0) {
                    taken[problem.group(socket, g) * SharingProblem.PHASES + p] += milliampere;
                }
            }
        }
    }

    void giveBack(int socket, int milliampere) {
        take(socket, -milliampere);
    }

    boolean fits(int socket, int milliampere) {
        return fullLine(socket, milliampere) == NONE;
    }

    /** The first line on which a current no longer fits for a socket, else {@link #NONE}. */
    int fullLine(int socket, int milliampere) {
        return obstacle(socket, milliampere, true, false);
    }

    /** The same for a socket that stands at 0. */
    int fullLineToStart(int socket, int milliampere) {
        return obstacle(socket, milliampere, true, true);
    }

    /** The first line that would be too small for it even if nothing else were there, else {@link #NONE}. */
    int tooSmallLine(int socket, int milliampere) {
        return obstacle(socket, milliampere, false, false);
    }

    /** The same for a socket that stands at 0. */
    int tooSmallLineToStart(int socket, int milliampere) {
        return obstacle(socket, milliampere, false, true);
    }

    private int obstacle(int socket, int milliampere, boolean besideOthers, boolean toStart) {
        for (int g = 0; g < problem.groupCount(socket); g++) {
            for (int p = 0; p < SharingProblem.PHASES; p++) {
                int line = problem.group(socket, g) * SharingProblem.PHASES + p;
                long others = besideOthers ? taken[line] : 0;
                int limit = toStart ? problem.limitToStart(line) : problem.limit(line);
                if ((problem.phases(socket) >> p & 1) != 0 && others + milliampere > limit) {
                    return line;
                }
            }
        }
        return NONE;
    }
}
