package plugwright.model;

/** A socket of one station: the left one is 1, the right one 2 (guide §3.1.1). */
public enum SocketNumber {
    ONE,
    TWO;

    /** 1 or 2, as printed on the station. */
    public int number() {
        return ordinal() + 1;
    }

    /** 0 or 1, for arrays. */
    public int index() {
        return ordinal();
    }
}
