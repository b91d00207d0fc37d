package plugwright.station.mode3;

/**
 * One socket's contactor: closed in C2 after a short settling, open as soon as the vehicle leaves C, and when the
 * pilot stopped: once nothing is drawn, or under load after 6 s if the vehicle goes on drawing.
 */
public final class Contactor {

    /** A vehicle that only touches state C is not switched; 61851-1 allows 3 s. */
    private static final long CLOSES_AFTER = 1_000;

    /** IEC 61851-1: a vehicle must have stopped 5 s after the pilot stopped; one more for readings. */
    private static final long OPENS_UNDER_LOAD_AFTER = 6_000;

    /** A draw below this does not wear the contacts. */
    private static final int NO_LOAD = 500;

    private static final long NEVER = Long.MIN_VALUE / 4;

    private boolean closed;
    private long readySince = NEVER;
    private long stoppedSince = NEVER;

    public boolean isClosed() {
        return closed;
    }

    /**
     * Takes the present state.
     *
     * @param draw the highest current of a phase, in mA
     * @return whether it moved
     */
    public boolean step(VehiclePilot vehicle, PilotSignal told, int draw, long nowMillis) {
        boolean before = closed;
        boolean offered = told instanceof PilotSignal.Oscillating;
        if (vehicle != VehiclePilot.C || told instanceof PilotSignal.Off || told instanceof PilotSignal.Fault) {
            open();
        } else if (offered) {
            stoppedSince = NEVER;
            readySince = readySince == NEVER ? nowMillis : readySince;
            closed |= nowMillis - readySince >= CLOSES_AFTER;
        } else if (closed) {
            stoppedSince = stoppedSince == NEVER ? nowMillis : stoppedSince;
            if (draw < NO_LOAD || nowMillis - stoppedSince >= OPENS_UNDER_LOAD_AFTER) {
                open();
            }
        } else {
            readySince = NEVER;
        }
        return closed != before;
    }

    /** Whether it is about to move by itself as time goes on. */
    public boolean isAboutToMove() {
        return stoppedSince != NEVER || (!closed && readySince != NEVER);
    }

    /** Opens at once: station off, fault, unplugged. */
    public void open() {
        closed = false;
        readySince = NEVER;
        stoppedSince = NEVER;
    }
}
