package plugwright.station.engine;

import java.util.List;
import plugwright.model.Phase;
import plugwright.model.SocketNumber;
import plugwright.station.control.ControlCore;
import plugwright.station.log.LogLevel;

/** On how many phases a socket charges, and how it is connected then. Switched only while its contactor is open. */
final class PhaseSwitch {

    private final SocketNumber number;
    private final ControlCore core;
    private final int at;
    private StationSettings settings;
    private Wiring wiring;
    private ChargingPhases chosen = ChargingPhases.THREE;
    private ChargingPhases switched = ChargingPhases.THREE;

    /** @param at its socket's place in the control */
    PhaseSwitch(SocketNumber number, ControlCore core, int at, StationSettings settings) {
        this.number = number;
        this.core = core;
        this.at = at;
        this.settings = settings;
        this.wiring = Wiring.of(settings, number);
    }

    void settings(StationSettings newSettings) {
        settings = newSettings;
        wiring = wired();
    }

    private Wiring wired() {
        Wiring whole = Wiring.of(settings, number);
        return switched == ChargingPhases.ONE ? whole.onOnePhase() : whole;
    }

    Wiring wiring() {
        return wiring;
    }

    /**
     * The grid phases of its mapping as bits, L1 the lowest: those it can load, also with one phase chosen for now. After a
     * start all are switched on again without anyone being asked, so that is what others keep free.
     */
    int mappedMask() {
        int mask = 0;
        for (Phase phase : settings.phaseMapping().get(number.index()).terminals()) {
            mask |= 1 << phase.index();
        }
        return mask;
    }

    void choose(ChargingPhases phases) {
        chosen = phases;
    }

    /** Whether another number was chosen than that on which it charges. */
    boolean isDue() {
        return chosen != switched;
    }

    /** Tells the control which grid phases the socket is connected to. */
    void connect() {
        core.terminals(at, wiring.gridMask());
    }

    /** Switches to what was chosen; the contactor is open. */
    void step(List<Effect> effects) {
        switched = chosen;
        wiring = wired();
        core.rewired(at, wiring.gridMask());
        effects.add(new Effect.PhasesSwitched(number, switched));
        effects.add(new Effect.LogLine(
                LogLevel.INFO, "Socket #" + number.number() + ": charges on " + switched.count() + " phase(s)"));
    }

    /** As after a start. */
    void reset(List<Effect> effects) {
        chosen = ChargingPhases.THREE;
        if (isDue()) {
            step(effects);
        }
    }
}
