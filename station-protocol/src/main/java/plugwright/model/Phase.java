package plugwright.model;

/** A phase of the grid; cable colours of IEC 60445 are brown, black, grey. */
public enum Phase {
    L1,
    L2,
    L3;

    /** 0, 1 or 2: its place in arrays that hold one figure a phase. */
    public int index() {
        return ordinal();
    }
}
