package plugwright.wire.scn;

/** What a station's meter or energy management leaves for the network. */
public sealed interface Source {

    /** Which meter it is nobody said: it may be any. */
    int UNKNOWN_METER = 0;

    /** The number of the meter or energy management that is read. */
    default int meter() {
        return UNKNOWN_METER;
    }

    /** The station reads none. */
    record None() implements Source {}

    /**
     * The station should read one and has nothing that still counts.
     *
     * @param meter which one, as a number; 0 where that is not known
     */
    record Lost(int meter) implements Source {

        public Lost() {
            this(UNKNOWN_METER);
        }
    }

    /**
     * What may be told on each phase to all members together.
     *
     * @param l1 mA, at least 0
     * @param l2 as l1
     * @param l3 as l1
     * @param ageMillis how old the reading was when the packet was sent
     * @param meter which one it comes from, as a number; 0 where that is not known
     */
    record Available(int l1, int l2, int l3, int ageMillis, int meter) implements Source {

        public Available(int l1, int l2, int l3, int ageMillis) {
            this(l1, l2, l3, ageMillis, UNKNOWN_METER);
        }

        public int on(int phase) {
            return phase == 0 ? l1 : phase == 1 ? l2 : l3;
        }
    }
}
