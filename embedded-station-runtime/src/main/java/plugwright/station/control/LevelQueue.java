package plugwright.station.control;

/** Strands of lines by the level at which they are full, the lowest first: a binary heap in arrays of fixed size. */
final class LevelQueue {

    private final long[] levels;
    private final int[] strands;
    private int size;

    LevelQueue(int capacity) {
        this.levels = new long[capacity];
        this.strands = new int[capacity];
    }

    void clear() {
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(int strand, long level) {
        int at = size++;
        while (at > 0 && levels[parent(at)] > level) {
            levels[at] = levels[parent(at)];
            strands[at] = strands[parent(at)];
            at = parent(at);
        }
        levels[at] = level;
        strands[at] = strand;
    }

    private static int parent(int at) {
        return (at - 1) >> 1;
    }

    int lowest() {
        return strands[0];
    }

    long lowestLevel() {
        return levels[0];
    }

    void removeLowest() {
        size--;
        sink(strands[size], levels[size]);
    }

    /** Gives the lowest a level that is no lower than the one it had. */
    void raiseLowest(long level) {
        sink(strands[0], level);
    }

    /** Puts a strand into the place of the lowest and lets it sink to where it belongs. */
    private void sink(int strand, long level) {
        int at = 0;
        int child = 1;
        while (child < size) {
            if (child + 1 < size && levels[child + 1] < levels[child]) {
                child++;
            }
            if (levels[child] >= level) {
                break;
            }
            levels[at] = levels[child];
            strands[at] = strands[child];
            at = child;
            child = 2 * at + 1;
        }
        levels[at] = level;
        strands[at] = strand;
    }
}
