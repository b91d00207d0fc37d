package plugwright.station.sim;

import java.util.Arrays;
import plugwright.model.PhaseCurrents;
import plugwright.model.ReasonKind;
import plugwright.model.SocketNumber;
import plugwright.station.engine.SocketLook;
import plugwright.station.mode3.Cable;

/** One socket as the invariants saw it last. */
final class Seen {

    static final long NEVER = Long.MIN_VALUE / 4;

    /** More changes than this within a minute are unrest (I6). */
    static final int CALM_CHANGES = 2;

    final SocketNumber number;
    boolean connected;
    Cable cable = Cable.A32;
    boolean obedient = true;
    boolean asks;
    /** Whether it was told anything since it was plugged in: before, a vehicle can't say whether it wants energy. */
    boolean served;
    PhaseCurrents drawn = PhaseCurrents.ZERO;
    SocketLook look = SocketLook.OFF;
    int cap;
    long waitingSince = NEVER;
    /** Time that others' probes may add to the wait, in ms. */
    long probesMeanwhile;
    private final long[] toldChanges = new long[CALM_CHANGES + 1];
    private int changes;

    Seen(SocketNumber number) {
        this.number = number;
        Arrays.fill(toldChanges, NEVER);
    }

    int floor() {
        return look.vehicleClass().minimum().milliampere();
    }

    /** Paused by its own doing: it overdrew, or gave its place up and has had this turn. */
    boolean mayBePaused() {
        return look.reason() == ReasonKind.OVERCURRENT || look.reason() == ReasonKind.GAVE_PLACE;
    }

    void toldChanged(long now) {
        changes = (changes + 1) % toldChanges.length;
        toldChanges[changes] = now;
    }

    /** When the change happened that was one too many if it is recent. */
    long oldestOfChanges() {
        return toldChanges[(changes + 1) % toldChanges.length];
    }

    /** Whether a look differs in what counts as a change from outside: class, phases, probe, overcurrent pause. */
    static boolean differs(SocketLook a, SocketLook b) {
        return a.vehicleClass() != b.vehicleClass() || a.phases() != b.phases() || situation(a) != situation(b);
    }

    private static ReasonKind situation(SocketLook look) {
        return switch (look.reason()) {
            case PROBING, PROBE_TEST, WAITING_FOR_PROBE, OVERCURRENT, UNUSABLE_SETTINGS, NOT_IN_USE -> look.reason();
            default -> ReasonKind.RISING;
        };
    }
}
