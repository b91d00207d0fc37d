package plugwright.station.member;

/** The station's own clock as the protocol needs it: one that goes back goes on from where it was, and says so. */
final class OwnClock {

    private long last = Timers.NEVER;
    private long offset;
    private boolean wentBack;

    /** The moment on the own clock. */
    long at(long outside) {
        long moment = outside + offset;
        if (moment < last) {
            offset += last - moment;
            moment = last;
            wentBack = true;
        }
        last = moment;
        return moment;
    }

    /** A moment of the own clock as the outside has it; what is past is now. */
    long outside(long moment) {
        return Math.max(moment, last) - offset;
    }

    /** Whether it went back since this was asked: nobody knows for how long. */
    boolean tookLeapBack() {
        boolean took = wentBack;
        wentBack = false;
        return took;
    }
}
