package plugwright.station.control;

import java.util.Arrays;

/**
 * Sockets and the groups that limit them, in arrays that are filled again and again. A group has a limit per grid
 * phase; a socket loads a set of grid phases and belongs to some groups. The place of a group on a phase is its
 * <em>line</em>: group × 3 + phase.
 */
public final class SharingProblem {

    public static final int PHASES = 3;

    /**
     * More than any installation has; a limit or cap above counts as this, so that picoampere of a thousand sockets
     * can be added up in a long.
     */
    static final int MAX_MILLIAMPERE = 5_000_000;

    /** Network total, station, feeder, meter, energy management, back office: a socket is in no more. */
    public static final int MAX_GROUPS_OF_SOCKET = 6;

    static final int MAX_LINES_OF_SOCKET = MAX_GROUPS_OF_SOCKET * PHASES;

    private final int[] phaseMask;
    private final int[] floor;
    private final int[] cap;
    private final int[] groupsOfSocket;
    private final int[] groupCount;
    private final int[] limit;
    private final int[] lowestLately;
    private final int groups;
    private final LineMembers members;
    /** Whether the members were laid out since a socket last joined a group or loaded other phases. */
    private boolean laidOut;

    /** All sockets load nothing and all limits are 0 until they are set. */
    public SharingProblem(int sockets, int groups) {
        this.phaseMask = new int[sockets];
        this.floor = new int[sockets];
        this.cap = new int[sockets];
        this.groupsOfSocket = new int[sockets * MAX_GROUPS_OF_SOCKET];
        this.groupCount = new int[sockets];
        this.limit = new int[groups * PHASES];
        this.lowestLately = new int[groups * PHASES];
        Arrays.fill(lowestLately, Integer.MAX_VALUE);
        this.groups = groups;
        this.members = new LineMembers(sockets, groups);
    }

    public int sockets() {
        return phaseMask.length;
    }

    /** Number of group-phases. */
    public int lines() {
        return groups * PHASES;
    }

    /** Takes a socket out of all groups. */
    public void leaveGroups(int socket) {
        groupCount[socket] = 0;
    }

    /** Takes all sockets out of all groups. */
    public void clearGroups() {
        Arrays.fill(groupCount, 0);
        laidOut = false;
    }

    /**
     * Puts a socket into a group; once more changes nothing.
     *
     * @throws IllegalStateException when it is in {@value #MAX_GROUPS_OF_SOCKET} already
     */
    public void join(int socket, int group) {
        for (int i = 0; i < groupCount[socket]; i++) {
            if (group(socket, i) == group) {
                return;
            }
        }
        if (groupCount[socket] == MAX_GROUPS_OF_SOCKET) {
            throw new IllegalStateException("socket " + socket + " is in too many groups");
        }
        groupsOfSocket[socket * MAX_GROUPS_OF_SOCKET + groupCount[socket]++] = group;
        laidOut = false;
    }

    /** Sets what a group allows on a grid phase, in mA; below 0 counts as 0. */
    public void limit(int group, int phase, int milliampere) {
        limit[group * PHASES + phase] = Math.clamp(milliampere, 0, MAX_MILLIAMPERE);
    }

    /** What a line allows, in mA. */
    public int limit(int line) {
        return limit[line];
    }

    /** Sets the lowest that a line allowed of late; {@link Integer#MAX_VALUE} where that does not matter. */
    void lowestLately(int line, int milliampere) {
        lowestLately[line] = milliampere;
    }

    /** What a line allows to a socket that stands at 0, in mA: no more than it allowed of late. */
    public int limitToStart(int line) {
        return Math.min(limit[line], lowestLately[line]);
    }

    /** Sets the grid phases a socket loads: bit 0 is L1. */
    public void phases(int socket, int mask) {
        laidOut &= phaseMask[socket] == mask;
        phaseMask[socket] = mask;
    }

    public int phases(int socket) {
        return phaseMask[socket];
    }

    /** Sets the least that a socket takes if it takes anything, in mA. */
    public void floor(int socket, int milliampere) {
        floor[socket] = milliampere;
    }

    public int floor(int socket) {
        return floor[socket];
    }

    /** Sets the most that a socket takes, in mA. */
    public void cap(int socket, int milliampere) {
        cap[socket] = Math.min(milliampere, MAX_MILLIAMPERE);
    }

    public int cap(int socket) {
        return cap[socket];
    }

    /** Who loads which line, as things are now. */
    LineMembers members() {
        if (!laidOut) {
            members.layOut(this);
            laidOut = true;
        }
        return members;
    }

    int groupCount(int socket) {
        return groupCount[socket];
    }

    int group(int socket, int index) {
        return groupsOfSocket[socket * MAX_GROUPS_OF_SOCKET + index];
    }

    /** Whether a socket loads a line. */
    public boolean loads(int socket, int line) {
        int group = line / PHASES;
        if ((phaseMask[socket] >> (line % PHASES) & 1) == 0) {
            return false;
        }
        for (int i = 0; i < groupCount[socket]; i++) {
            if (group(socket, i) == group) {
                return true;
            }
        }
        return false;
    }
}
