package plugwright.ui.station.monitor;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import plugwright.model.Ampere;
import plugwright.model.LedPattern;
import plugwright.model.MainState;
import plugwright.model.Mode3State;
import plugwright.model.PhaseCurrents;

/**
 * One socket at one moment. Immutable.
 *
 * @param measured by its meter, on the station's supply phases; empty where the station did not say
 * @param volt phase to neutral, L1 to L3; empty where the station did not say
 * @param watt active power; empty where the station did not say
 * @param mainState what the socket does, where known
 * @param mode3 state of the control pilot, where known
 * @param dutyPercent duty cycle of the pilot, 0 to 100 %
 * @param told the limit in force, 0 while paused
 * @param why what decided the limit
 * @param panel LED and display, where the station tells
 */
public record SocketSample(
        Optional<PhaseCurrents> measured,
        List<Double> volt,
        OptionalDouble watt,
        Optional<MainState> mainState,
        Optional<Mode3State> mode3,
        OptionalDouble dutyPercent,
        Optional<Ampere> told,
        Optional<Why> why,
        Optional<Panel> panel) {

    /** What the driver sees; only our own stations tell. */
    public record Panel(LedPattern led, String display) {}

    /** Less is a meter's own error, not a vehicle that charges. */
    private static final Ampere FLOWS = Ampere.of(1);

    public SocketSample {
        volt = List.copyOf(volt);
    }

    /** What the socket is doing, in the words of a screen. */
    public Activity activity() {
        return Activity.of(this);
    }

    /** On how many phases current flows. */
    public int loadedPhases() {
        return (int) java.util.Arrays.stream(plugwright.model.Phase.values())
                .filter(this::isLoaded)
                .count();
    }

    /** Whether current flows on a phase. */
    public boolean isLoaded(plugwright.model.Phase phase) {
        return measured.filter(m -> m.on(phase).compareTo(FLOWS) >= 0).isPresent();
    }
}
