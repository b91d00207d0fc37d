package plugwright.station.control;

import plugwright.model.ReasonKind;

/** One socket as the control sees it: what is known of it, its place in the turns, what is told and why. */
final class SocketControl {

    static final int NOBODY = -1;

    final int index;

    // what is known
    boolean connected;
    boolean asks;
    boolean contactorOpen = true;
    long pluggedAt;
    int draw;
    int cap;
    ReasonKind capKind = ReasonKind.SOCKET_MAXIMUM;
    long capUntil = Times.NEVER;
    boolean suspended;
    /** A coordinator decides: it is told {@link #ledLimit} at once. */
    boolean led;
    int ledLimit;
    final PhaseWatch phases = new PhaseWatch();
    final Probe probe = new Probe();
    final Demand demand = new Demand();

    // its place in the turns
    int waited;
    int charged;
    long zeroMillis;
    boolean hasPlace;
    long placeNumber;
    boolean keepsPlace;
    boolean pausedByProbe;
    /** Only the least length of a pause keeps it at 0; when that is over nothing else is waited for. */
    boolean inMinimumPause;
    boolean gaveUp;
    boolean satOut;
    /** It was served in this period and gave its place up: nobody waits for it to have waited. */
    boolean hadTurn;
    long drawlessSince = Times.NEVER;
    long pausedAt = Times.NEVER;
    long chargingSince = Times.NEVER;

    // this decision
    boolean takesPart;
    boolean waitsForProbe;
    /** Has its place in the order of turns already. */
    boolean inOrder;
    int floor = Times.MINIMUM;
    int target;

    // told
    final DampedTarget damped = new DampedTarget();
    int told;
    /** After the decision before. */
    int toldBefore;
    private int targetBefore;
    private long placeBefore = NOBODY;
    private ReasonKind kindBefore = ReasonKind.BOOTING;
    int held;
    long heldUntil = Times.NEVER;
    long belowSince = Times.NEVER;
    /** Drew more than its new limit when it was lowered or since: going below it means that it has followed. */
    boolean seenAbove;

    // why
    ReasonKind kind = ReasonKind.BOOTING;
    int line = Room.NONE;
    int other = NOBODY;
    long until = Times.NEVER;
    int amount;

    SocketControl(int index) {
        this.index = index;
    }

    void plug(long now, int leastCharged) {
        connected = true;
        pluggedAt = now;
        asks = false;
        waited = 0;
        charged = leastCharged;
        zeroMillis = 0;
        pausedAt = Times.NEVER;
        gaveUp = false;
        satOut = false;
        hadTurn = false;
        probe.reset();
        demand.reset();
        phases.reset();
        damped.reset();
        losePlace();
    }

    void unplug() {
        connected = false;
        asks = false;
        draw = 0;
        told = 0;
        held = 0;
        probe.reset();
        demand.reset();
        phases.reset();
        losePlace();
    }

    /** Whether a decision came to something else than the one before, what is told apart; to be asked once. */
    boolean hasChanged() {
        // One that gave its place up and was given another at once has a place as before, and yet not the same.
        long place = hasPlace ? placeNumber : NOBODY;
        boolean changed = target != targetBefore || place != placeBefore || kind != kindBefore;
        targetBefore = target;
        placeBefore = place;
        kindBefore = kind;
        return changed;
    }

    void losePlace() {
        hasPlace = false;
        keepsPlace = false;
        pausedByProbe = false;
        drawlessSince = Times.NEVER;
    }

    /** Whether it stands at 0 and would have to be started. */
    boolean stands() {
        return told == 0;
    }

    /** Whether it draws nothing that its meter could not invent. */
    boolean isDrawless() {
        return draw < Times.NO_DRAW;
    }

    /** What counts against the limits now: what is told, was told to a vehicle that may not have followed, or is kept for a probe. */
    int counted(long now) {
        int most = now < heldUntil ? Math.max(told, held) : told;
        return probe.isTesting(now) ? Math.max(most, target) : most;
    }

    void because(ReasonKind newKind) {
        because(newKind, Room.NONE, NOBODY);
    }

    void because(ReasonKind newKind, int newLine, int newOther) {
        kind = newKind;
        line = newLine;
        other = newOther;
        until = Times.NEVER;
        amount = 0;
    }
}
