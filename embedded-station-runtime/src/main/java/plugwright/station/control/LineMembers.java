package plugwright.station.control;

import java.util.Arrays;

/**
 * Who loads which line, laid out both ways in arrays without gaps, so that nobody has to look through groups and
 * phases while sharing. Only <em>strands</em> are kept: lines that someone loads, those of one group with the same
 * sockets as one (a double station with two three-phase vehicles has one strand instead of three lines).
 */
final class LineMembers {

    private static final int NONE = -1;

    // per group
    private final int[] loaded;
    private final int[] apart;
    /** The strand of each line, or none. */
    private final int[] strandOfLine;

    // per strand
    private final int[] firstLine;
    private final int[] phases;
    private final int[] firstPlace;
    private int strands;

    // per socket
    private final int[] first;
    private final int[] strandsOfSocket;

    LineMembers(int sockets, int groups) {
        int lines = groups * SharingProblem.PHASES;
        this.loaded = new int[groups];
        this.apart = new int[groups];
        this.strandOfLine = new int[lines];
        this.firstLine = new int[lines];
        this.phases = new int[lines];
        this.firstPlace = new int[lines + 1];
        this.first = new int[sockets + 1];
        this.strandsOfSocket = new int[sockets * SharingProblem.MAX_LINES_OF_SOCKET];
    }

    /** Lays all out anew. */
    void layOut(SharingProblem problem) {
        Arrays.fill(loaded, 0);
        Arrays.fill(apart, 0);
        for (int i = 0; i < problem.sockets(); i++) {
            int mask = problem.phases(i);
            // Bit 0: L1 and L2 differ, bit 1: L2 and L3, bit 2: L1 and L3.
            int differing = ((mask ^ (mask >> 1)) & 3) | (((mask ^ (mask >> 2)) & 1) << 2);
            for (int g = 0; g < problem.groupCount(i); g++) {
                loaded[problem.group(i, g)] |= mask;
                apart[problem.group(i, g)] |= differing;
            }
        }
        findStrands();
        placeSockets(problem);
    }

    private void findStrands() {
        strands = 0;
        for (int group = 0; group < loaded.length; group++) {
            int l1 = group * SharingProblem.PHASES;
            for (int phase = 0; phase < SharingProblem.PHASES; phase++) {
                int line = l1 + phase;
                boolean asL1 = phase > 0 && (apart[group] & (phase == 1 ? 1 : 4)) == 0;
                boolean asL2 = phase == 2 && (apart[group] & 2) == 0;
                if ((loaded[group] >> phase & 1) == 0) {
                    strandOfLine[line] = NONE;
                } else if (asL1 || asL2) {
                    strandOfLine[line] = strandOfLine[asL1 ? l1 : l1 + 1];
                    phases[strandOfLine[line]] |= 1 << phase;
                } else {
                    firstLine[strands] = line;
                    phases[strands] = 1 << phase;
                    strandOfLine[line] = strands++;
                }
            }
        }
    }

    private void placeSockets(SharingProblem problem) {
        Arrays.fill(firstPlace, 0);
        int count = 0;
        for (int i = 0; i < problem.sockets(); i++) {
            first[i] = count;
            for (int g = 0; g < problem.groupCount(i); g++) {
                for (int phase = 0; phase < SharingProblem.PHASES; phase++) {
                    int line = problem.group(i, g) * SharingProblem.PHASES + phase;
                    boolean loads = (problem.phases(i) >> phase & 1) != 0;
                    if (loads && firstLine[strandOfLine[line]] == line) {
                        strandsOfSocket[count++] = strandOfLine[line];
                        firstPlace[strandOfLine[line] + 1]++;
                    }
                }
            }
        }
        first[problem.sockets()] = count;
        for (int s = 0; s < strands; s++) {
            firstPlace[s + 1] += firstPlace[s];
        }
    }

    int strands() {
        return strands;
    }

    /** The line of a strand that allows least. */
    int narrowest(int strand, SharingProblem problem) {
        int line = firstLine[strand];
        int narrowest = line;
        for (int more = phases[strand] >> (line % SharingProblem.PHASES + 1); more != 0; more >>= 1) {
            line++;
            if ((more & 1) != 0 && problem.limit(line) < problem.limit(narrowest)) {
                narrowest = line;
            }
        }
        return narrowest;
    }

    /** Where the sockets of a strand have their places; they end where the next one's begin. */
    int firstPlace(int strand) {
        return firstPlace[strand];
    }

    /** Where the strands of a socket begin in {@link #strand}; they end where the next one's begin. */
    int first(int socket) {
        return first[socket];
    }

    int strand(int place) {
        return strandsOfSocket[place];
    }
}
