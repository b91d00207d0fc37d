package plugwright.station.control;

import java.util.Arrays;

/**
 * Max-min fair sharing with floors: a common level rises, each admitted socket stands at the level but never below its
 * floor, and stops at its cap or where one of its lines is full. The outcome is the one allocation in which every
 * socket is at its cap or has a bottleneck: a full line in which no socket above its own floor has more than it.
 *
 * <p>Found bottleneck by bottleneck: the line that is full at the lowest level stops its sockets there, which can only
 * raise the levels of the others. So a line's level is reckoned again only when it comes to the front of the queue.
 *
 * <p>Reckoned in whole picoampere, so that levels like 25 A ÷ 3 carry no visible error into later ones; told in
 * whole milliampere, rounded down.
 */
public final class MaxMinSharing {

    /** Bound of a socket that was not admitted. */
    public static final int NOT_ADMITTED = -2;

    /** Bound of a socket that stands at its cap. */
    public static final int AT_CAP = -1;

    /** Picoampere in a milliampere: a thousand sockets of {@value SharingProblem#MAX_MILLIAMPERE} mA still fit a long. */
    private static final long UNIT = 1_000_000_000L;

    /**
     * What division may have lost is given back before rounding down: 10⁻⁴ mA. With fewer than 10 000 sockets on a
     * line the sum of what is told, whole milliampere each, still can't exceed the limit.
     */
    private static final long LOST_BY_DIVISION = UNIT / 10_000;

    /** Level of a strand that its sockets together can't fill. */
    private static final long NEVER_FULL = Long.MAX_VALUE;

    private final SharingProblem problem;
    private final LevelQueue queue;

    // per socket, currents in pA
    private final long[] floor;
    private final long[] cap;
    private final long[] value;
    private final int[] bound;
    private final boolean[] rises;
    private int rising;

    // per strand of lines, currents in pA
    private final int[] line;
    /** The limit less what stopped sockets have. */
    private final long[] free;
    /** Whether sockets stopped since its level was reckoned. */
    private final boolean[] stale;
    /** Its sockets, from its first place on; those that stopped are taken out now and then. */
    private final int[] count;
    private final int[] members;

    /** Those of one strand that are neither at floor nor at cap, as far as that is known. */
    private final int[] between;

    public MaxMinSharing(SharingProblem problem) {
        this.problem = problem;
        int sockets = problem.sockets();
        int strands = problem.lines();
        this.queue = new LevelQueue(strands);
        this.floor = new long[sockets];
        this.cap = new long[sockets];
        this.value = new long[sockets];
        this.bound = new int[sockets];
        this.rises = new boolean[sockets];
        this.line = new int[strands];
        this.free = new long[strands];
        this.stale = new boolean[strands];
        this.count = new int[strands];
        this.members = new int[sockets * SharingProblem.MAX_LINES_OF_SOCKET];
        this.between = new int[sockets];
    }

    /**
     * Shares among the admitted sockets, whose floors must fit together on every line and be no higher than their
     * caps; the others get 0.
     */
    public void share(boolean[] admitted) {
        share(admitted, false);
    }

    /**
     * Goes on from what the last sharing came to, among the same sockets and with other caps: nobody gets less, to the
     * last picoampere.
     */
    public void shareOn(boolean[] admitted) {
        share(admitted, true);
    }

    private void share(boolean[] admitted, boolean onward) {
        LineMembers lines = problem.members();
        begin(admitted, onward, lines);
        queueStrands(lines);
        while (rising > 0 && !queue.isEmpty()) {
            int strand = queue.lowest();
            long level = stale[strand] ? level(strand, lines.firstPlace(strand)) : queue.lowestLevel();
            if (level > queue.lowestLevel() && level != NEVER_FULL) {
                queue.raiseLowest(level);
            } else {
                queue.removeLowest();
                if (level != NEVER_FULL) {
                    fill(strand, level, lines);
                }
            }
        }
        for (int i = 0; rising > 0 && i < rises.length; i++) {
            if (rises[i]) {
                stop(i, cap[i], bound[i], lines);
            }
        }
    }

    /** What a socket got, in mA. */
    public int milliampere(int socket) {
        return (int) ((value[socket] + LOST_BY_DIVISION) / UNIT);
    }

    /** What a socket got before it was rounded down, in pA. */
    public long picoampere(int socket) {
        return value[socket];
    }

    /** The line that stopped a socket, {@link #AT_CAP} or {@link #NOT_ADMITTED}. */
    public int bound(int socket) {
        return bound[socket];
    }

    private void begin(boolean[] admitted, boolean onward, LineMembers lines) {
        Arrays.fill(count, 0, lines.strands(), 0);
        rising = 0;
        for (int i = 0; i < rises.length; i++) {
            rises[i] = admitted[i];
            if (!admitted[i]) {
                value[i] = 0;
                bound[i] = NOT_ADMITTED;
                continue;
            }
            rising++;
            floor[i] = onward ? value[i] : problem.floor(i) * UNIT;
            cap[i] = problem.cap(i) * UNIT;
            bound[i] = AT_CAP;
            int end = lines.first(i + 1);
            for (int at = lines.first(i); at < end; at++) {
                int strand = lines.strand(at);
                members[lines.firstPlace(strand) + count[strand]++] = i;
            }
        }
    }

    /** A strand with one socket is a cap for it; the others are queued if their sockets can fill them. */
    private void queueStrands(LineMembers lines) {
        queue.clear();
        int strands = lines.strands();
        for (int s = 0; s < strands; s++) {
            line[s] = lines.narrowest(s, problem);
            free[s] = problem.limit(line[s]) * UNIT;
            if (count[s] == 1) {
                int only = members[lines.firstPlace(s)];
                if (free[s] < cap[only]) {
                    cap[only] = free[s];
                    bound[only] = line[s];
                }
            }
        }
        for (int s = 0; s < strands; s++) {
            if (count[s] > 1) {
                long level = level(s, lines.firstPlace(s));
                if (level != NEVER_FULL) {
                    queue.add(s, level);
                }
            }
        }
    }

    /**
     * The level at which a strand is full if no other stops its sockets before. Where a trial level is too high those
     * below their floors stand at their floors, where it is too low those above their caps at their caps; the rest is
     * divided among the others until that fits.
     */
    private long level(int strand, int place) {
        stale[strand] = false;
        int n = findRising(strand, place);
        long rest = free[strand];
        long level = NEVER_FULL;
        while (n > 0) {
            level = rest / n;
            long lifted = 0;
            long unused = 0;
            for (int k = 0; k < n; k++) {
                int i = between[k];
                lifted += Math.max(0, floor[i] - level);
                unused += Math.max(0, level - cap[i]);
            }
            if (lifted == unused) {
                return level;
            }
            int left = 0;
            for (int k = 0; k < n; k++) {
                int i = between[k];
                if (lifted > unused && floor[i] > level) {
                    rest -= floor[i];
                } else if (lifted < unused && cap[i] < level) {
                    rest -= cap[i];
                } else {
                    between[left++] = i;
                }
            }
            n = left;
        }
        return level;
    }

    /** Collects the sockets of a strand that still rise; none if all their caps fit. */
    private int findRising(int strand, int place) {
        int n = 0;
        long caps = 0;
        for (int at = place; at < place + count[strand]; at++) {
            int i = members[at];
            if (rises[i]) {
                members[place + n] = i;
                between[n++] = i;
                caps += cap[i];
            }
        }
        count[strand] = n;
        return caps > free[strand] ? n : 0;
    }

    private void fill(int strand, long level, LineMembers lines) {
        int place = lines.firstPlace(strand);
        for (int at = place; at < place + count[strand]; at++) {
            int i = members[at];
            if (cap[i] <= level) {
                stop(i, cap[i], bound[i], lines);
            } else {
                stop(i, Math.max(floor[i], level), line[strand], lines);
            }
        }
    }

    /** The one place where a socket stops: where, and what stopped it. */
    private void stop(int socket, long at, int by, LineMembers lines) {
        rises[socket] = false;
        rising--;
        value[socket] = at;
        bound[socket] = by;
        int end = lines.first(socket + 1);
        for (int place = lines.first(socket); place < end; place++) {
            int strand = lines.strand(place);
            free[strand] -= at;
            stale[strand] = true;
        }
    }
}
