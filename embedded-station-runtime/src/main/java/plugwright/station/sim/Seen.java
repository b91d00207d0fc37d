package plugwright.station.sim;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import plugwright.model.PhaseCurrents;
import plugwright.model.ReasonKind;
import plugwright.model.SocketNumber;
import plugwright.station.engine.SocketLook;
import plugwright.station.engine.Wiring;
import plugwright.station.mode3.Cable;

/** One socket as the invariants saw it last. */
final class Seen {

    static final long NEVER = Long.MIN_VALUE / 4;

    /** More changes than this within a minute are unrest (I6). */
    static final int CALM_CHANGES = 2;

    /** Each vehicle newly plugged in meanwhile adds its probe, with lowering before and raising after. */
    private static final long PROBE_MILLIS = 80_000;

    /** A pause of 60 s, lowering first, raising later. */
    private static final long WAIT_MARGIN_MILLIS = 90_000;

    /** A raise waits for at most 10 s, and for 5.5 s until others were lowered; two ticks more. */
    private static final long SETTLING_MILLIS = 16_000;

    final SocketNumber number;
    boolean connected;
    Cable cable = Cable.A32;
    boolean obedient = true;
    /** Of the vehicle that is plugged in next. */
    boolean expectsObedience = true;
    boolean asks;
    /** Whether it was told anything since it was plugged in: before, a vehicle can't say whether it wants energy. */
    boolean served;
    PhaseCurrents drawn = PhaseCurrents.ZERO;
    private PhaseCurrents meter = PhaseCurrents.ZERO;
    private @Nullable Wiring wired;
    /** What charging profiles allow it, in mA. */
    int outside = Integer.MAX_VALUE;
    SocketLook look = SocketLook.OFF;
    int cap;
    long waitingSince = NEVER;
    /** Time that others' probes may add to the wait, in ms. */
    private long probesMeanwhile;
    /** The most sockets that were in use at once since it waits. */
    private int inUseMeanwhile;
    /** It drew nothing, gave its place up and had its turn in that period: one more has to pass. */
    private boolean gaveUpMeanwhile;
    private final long[] toldChanges = new long[CALM_CHANGES + 1];
    private int changes;
    private boolean lastWasRaise;

    Seen(SocketNumber number) {
        this.number = number;
        Arrays.fill(toldChanges, NEVER);
    }

    int floor() {
        return look.vehicleClass().minimum().milliampere();
    }

    /** Paused by its own doing, or by whoever halts all charging. */
    boolean isHalted() {
        return look.reason() == ReasonKind.OVERCURRENT || look.reason() == ReasonKind.SUSPENDED;
    }

    void plug(Cable itsCable) {
        connected = true;
        cable = itsCable;
        served = false;
        obedient = expectsObedience;
    }

    /** The vehicle goes: nothing is drawn, and whether it obeyed does not matter any more. */
    void goes() {
        connected = false;
        asks = false;
        obedient = true;
        meter = PhaseCurrents.ZERO;
        drawn = PhaseCurrents.ZERO;
    }

    /** Takes in what the meter shows. */
    void draws(PhaseCurrents currents, Wiring wiring) {
        if (!wiring.equals(wired) || !currents.equals(meter)) {
            meter = currents;
            wired = wiring;
            drawn = wiring.gridOf(currents);
        }
    }

    /** It stands at 0 and wants energy. */
    void waits(int inUse, long now) {
        if (waitingSince == NEVER) {
            waitingSince = now;
            probesMeanwhile = 0;
            inUseMeanwhile = 0;
            gaveUpMeanwhile = false;
        }
        inUseMeanwhile = Math.max(inUseMeanwhile, inUse);
        gaveUpMeanwhile |= look.reason() == ReasonKind.GAVE_PLACE;
    }

    void pluggedMeanwhile() {
        probesMeanwhile += PROBE_MILLIS;
    }

    /**
     * I4, in ms: a turn of each other one, and the part of a period in which it came, up to half of which does not count
     * as waited.
     */
    long longestWait(long periodMillis) {
        long halves = 2L * inUseMeanwhile - 1 + (gaveUpMeanwhile ? 2 : 0);
        return halves * periodMillis / 2 + probesMeanwhile + WAIT_MARGIN_MILLIS;
    }

    /**
     * Another limit was told. Raises that follow each other soon after an input changed are steps of one movement: told
     * follows the targets of the last 10 s, so inputs before the last one show in it for as long.
     */
    void toldChanged(int before, long now, long inputChangedAt) {
        boolean raise = look.told() > before;
        boolean sameMovement = raise && lastWasRaise && now - inputChangedAt <= SETTLING_MILLIS;
        if (!sameMovement) {
            changes = (changes + 1) % toldChanges.length;
        }
        toldChanges[changes] = now;
        lastWasRaise = raise;
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
