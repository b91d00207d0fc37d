package plugwright.station.member;

/** Stamps travel as the low 32 bits of a clock's milliseconds. */
final class Stamps {

    private Stamps() {}

    static int low(long moment) {
        return (int) moment;
    }

    /** The moment on our own clock that a stamp of ours stands for: the one nearest to now. */
    static long full(int stamp, long now) {
        return now + (stamp - (int) now);
    }
}
