package plugwright.wire.scn;

/** What a station's meter or energy management leaves for the network. */
public sealed interface Source {

    /** The station reads none. */
    record None() implements Source {}

    /** The station should read one and has nothing that still counts. */
    record Lost() implements Source {}

    /**
     * What may be told on each phase to all members together.
     *
     * @param l1 mA, at least 0
     * @param l2 as l1
     * @param l3 as l1
     * @param ageMillis how old the reading was when the packet was sent
     */
    record Available(int l1, int l2, int l3, int ageMillis) implements Source {

        public int on(int phase) {
            return phase == 0 ? l1 : phase == 1 ? l2 : l3;
        }
    }
}
