package plugwright.station.control;

import java.util.Arrays;

/**
 * Max-min fair sharing with floors by progressive filling: a common level rises, each admitted socket stands at the
 * level but never below its floor, and stops at its cap or where one of its lines is full. The outcome is the one
 * allocation in which every socket is at its cap or has a bottleneck: a full line in which no socket above its own
 * floor has more than it.
 *
 * <p>Reckoned in whole picoampere, so that levels like 25 A ÷ 3 carry no visible error into later ones; told in
 * whole milliampere, rounded down.
 */
public final class MaxMinSharing {

    /** Bound of a socket that was not admitted. */
    public static final int NOT_ADMITTED = -2;

    /** Bound of a socket that stands at its cap. */
    public static final int AT_CAP = -1;

    /** Picoampere in a milliampere. 5000 A and the sum over a thousand sockets stay far below the range of a long. */
    private static final long UNIT = 1_000_000_000L;

    /**
     * What division may have lost is given back before rounding down: 10⁻⁴ mA. With fewer than 10 000 sockets on a
     * line the sum of what is told, whole milliampere each, still can't exceed the limit.
     */
    private static final long LOST_BY_DIVISION = UNIT / 10_000;

    private static final int MAX_LINES_OF_SOCKET = SharingProblem.MAX_GROUPS_OF_SOCKET * SharingProblem.PHASES;

    private static final byte OUT = 0;
    private static final byte AT_FLOOR = 1;
    private static final byte AT_LEVEL = 2;
    private static final byte STOPPED = 3;

    private final SharingProblem problem;
    private final byte[] standing;
    private final long[] value;
    private final int[] bound;
    /** Per line: the limit less what stopped sockets have and what those above the level stand at. */
    private final long[] free;
    private final int[] atLevel;
    /** Per line: sockets that have not stopped yet. */
    private final int[] unstopped;
    private final int[] lineStart;
    private final int[] lineSockets;
    private final int[] activeLines;
    private int active;
    /** The lines of each socket, one after the other. */
    private final int[] socketLines;
    private final int[] socketLineCount;
    /** Sockets that have not stopped yet, in no order, and where each stands in there. */
    private final int[] movers;
    private final int[] placeOfMover;
    private int moving;
    private long lowestFloor;
    private long lowestCap;

    public MaxMinSharing(SharingProblem problem) {
        this.problem = problem;
        this.standing = new byte[problem.sockets()];
        this.value = new long[problem.sockets()];
        this.bound = new int[problem.sockets()];
        this.free = new long[problem.lines()];
        this.atLevel = new int[problem.lines()];
        this.unstopped = new int[problem.lines()];
        this.lineStart = new int[problem.lines() + 1];
        this.lineSockets = new int[problem.sockets() * MAX_LINES_OF_SOCKET];
        this.activeLines = new int[problem.lines()];
        this.socketLines = new int[problem.sockets() * MAX_LINES_OF_SOCKET];
        this.socketLineCount = new int[problem.sockets()];
        this.movers = new int[problem.sockets()];
        this.placeOfMover = new int[problem.sockets()];
    }

    /**
     * Shares among the admitted sockets, whose floors must fit together on every line and be no higher than their
     * caps; the others get 0.
     */
    public void share(boolean[] admitted) {
        begin(admitted);
        long level = 0;
        while (moving > 0) {
            findLowest();
            int fullLine = firstFull();
            long full = fullLine < 0 ? Long.MAX_VALUE : Math.max(level, free[fullLine] / atLevel[fullLine]);
            if (lowestFloor <= lowestCap && lowestFloor <= full) {
                level = lowestFloor;
                liftFloors(level);
            } else if (lowestCap <= full) {
                level = lowestCap;
                stopAtCap(level);
            } else {
                level = full;
                stopLine(fullLine, level);
            }
        }
    }

    /** What a socket got, in mA. */
    public int milliampere(int socket) {
        return (int) ((value[socket] + LOST_BY_DIVISION) / UNIT);
    }

    /** The line that stopped a socket, {@link #AT_CAP} or {@link #NOT_ADMITTED}. */
    public int bound(int socket) {
        return bound[socket];
    }

    private void begin(boolean[] admitted) {
        Arrays.fill(atLevel, 0);
        Arrays.fill(lineStart, 0);
        moving = 0;
        for (int line = 0; line < free.length; line++) {
            free[line] = problem.limit(line) * UNIT;
        }
        for (int i = 0; i < standing.length; i++) {
            value[i] = 0;
            bound[i] = NOT_ADMITTED;
            standing[i] = OUT;
            if (admitted[i]) {
                standing[i] = AT_FLOOR;
                placeOfMover[i] = moving;
                movers[moving++] = i;
                findLines(i);
            }
        }
        listSockets();
    }

    private void findLines(int socket) {
        int count = 0;
        int mask = problem.phases(socket);
        for (int g = 0; g < problem.groupCount(socket); g++) {
            int group = problem.group(socket, g) * SharingProblem.PHASES;
            for (int p = 0; p < SharingProblem.PHASES; p++) {
                if ((mask >> p & 1) != 0) {
                    socketLines[socket * MAX_LINES_OF_SOCKET + count++] = group + p;
                    free[group + p] -= problem.floor(socket) * UNIT;
                    lineStart[group + p + 1]++;
                }
            }
        }
        socketLineCount[socket] = count;
    }

    /** Lays out the sockets of each line one after the other, and the lines that have any. */
    private void listSockets() {
        active = 0;
        for (int line = 0; line < free.length; line++) {
            unstopped[line] = 0;
            if (lineStart[line + 1] > 0) {
                activeLines[active++] = line;
            }
            lineStart[line + 1] += lineStart[line];
        }
        for (int m = 0; m < moving; m++) {
            int first = movers[m] * MAX_LINES_OF_SOCKET;
            for (int at = first; at < first + socketLineCount[movers[m]]; at++) {
                int line = socketLines[at];
                lineSockets[lineStart[line] + unstopped[line]++] = movers[m];
            }
        }
    }

    /** The lowest floor that the level has not reached, and the lowest cap of those that rise with it. */
    private void findLowest() {
        lowestFloor = Long.MAX_VALUE;
        lowestCap = Long.MAX_VALUE;
        for (int m = 0; m < moving; m++) {
            int i = movers[m];
            if (standing[i] == AT_FLOOR) {
                lowestFloor = Math.min(lowestFloor, problem.floor(i) * UNIT);
            } else {
                lowestCap = Math.min(lowestCap, problem.cap(i) * UNIT);
            }
        }
    }

    /** The line that is full at the lowest level, found without dividing where a comparison does; −1 if none is. */
    private int firstFull() {
        int first = -1;
        long lowest = Long.MAX_VALUE;
        for (int a = active - 1; a >= 0; a--) {
            int line = activeLines[a];
            int sockets = atLevel[line];
            if (unstopped[line] == 0) {
                activeLines[a] = activeLines[--active];
            } else if (sockets > 0 && (first < 0 || free[line] < lowest * sockets)) {
                lowest = free[line] / sockets;
                first = line;
            }
        }
        return first;
    }

    private void liftFloors(long floor) {
        for (int m = 0; m < moving; m++) {
            int i = movers[m];
            if (standing[i] == AT_FLOOR && problem.floor(i) * UNIT == floor) {
                standing[i] = AT_LEVEL;
                onLines(i, floor, 1);
            }
        }
    }

    private void stopAtCap(long cap) {
        for (int m = moving - 1; m >= 0; m--) {
            int i = movers[m];
            if (standing[i] == AT_LEVEL && problem.cap(i) * UNIT == cap) {
                stop(i, cap, AT_CAP);
            }
        }
    }

    private void stopLine(int line, long level) {
        for (int at = lineStart[line]; at < lineStart[line + 1]; at++) {
            int i = lineSockets[at];
            if (standing[i] == AT_LEVEL) {
                stop(i, level, line);
            } else if (standing[i] == AT_FLOOR) {
                stop(i, problem.floor(i) * UNIT, line);
            }
        }
    }

    private void stop(int socket, long at, int by) {
        if (standing[socket] == AT_LEVEL) {
            onLines(socket, -at, -1);
        }
        standing[socket] = STOPPED;
        value[socket] = at;
        bound[socket] = by;
        int first = socket * MAX_LINES_OF_SOCKET;
        for (int k = first; k < first + socketLineCount[socket]; k++) {
            unstopped[socketLines[k]]--;
        }
        int last = movers[--moving];
        movers[placeOfMover[socket]] = last;
        placeOfMover[last] = placeOfMover[socket];
    }

    private void onLines(int socket, long freed, int sockets) {
        int first = socket * MAX_LINES_OF_SOCKET;
        for (int k = first; k < first + socketLineCount[socket]; k++) {
            free[socketLines[k]] += freed;
            atLevel[socketLines[k]] += sockets;
        }
    }
}
