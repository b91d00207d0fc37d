package plugwright.station.engine;

import plugwright.station.mode3.OvercurrentGuard;

/** The pause of a socket whose vehicle takes more than it may: when it begins and ends, and what is said of it. */
final class OvercurrentPause {

    private static final long NEVER = Long.MIN_VALUE / 4;
    private static final int MILLI = 1_000;

    private final OvercurrentGuard guard = new OvercurrentGuard();
    private long until = NEVER;
    private String info = "";

    /** Another vehicle, or none. */
    void reset() {
        until = NEVER;
        info = "";
        guard.reset();
    }

    /** Takes what is told and drawn now; true where a pause begins. */
    boolean begins(int told, int draw, long now) {
        if (isOn(now) || !guard.step(told, draw, now)) {
            return false;
        }
        until = now + OvercurrentGuard.PAUSE_MILLIS;
        info = "Over current detected allowed " + guard.allowed() / MILLI + "A actual " + draw / MILLI + "A";
        guard.reset();
        return true;
    }

    boolean isOn(long now) {
        return now < until;
    }

    /** Whether it is over at a moment and was not at an earlier one. */
    boolean endsBetween(long earlier, long now) {
        return until > earlier && until <= now;
    }

    /** When it is over; long ago where there was none. */
    long until() {
        return until;
    }

    /** In the words of the guide, of the last one of this vehicle. */
    String info() {
        return info;
    }

    /** When one may begin or end though nothing is measured anew, in ms. */
    long nextMoment(long now) {
        return isOn(now) ? Math.min(until, guard.nextMoment()) : guard.nextMoment();
    }

    /** What was told last stood until a moment. */
    void stood(long moment) {
        if (!isOn(moment)) {
            guard.stood(moment);
        }
    }
}
