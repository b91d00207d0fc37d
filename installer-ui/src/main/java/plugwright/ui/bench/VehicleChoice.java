package plugwright.ui.bench;

import java.util.Optional;
import plugwright.model.Ampere;
import plugwright.station.sim.BatterySpec;
import plugwright.station.sim.Quirks;
import plugwright.station.sim.VehicleSpec;

/**
 * A vehicle as it is chosen on the bench.
 *
 * @param phases 1 to 3
 * @param maximumAmpere the most it takes per phase
 * @param minimumAmpere the least it charges with
 * @param battery how full it is
 * @param habit what it does unlike others
 */
record VehicleChoice(int phases, int maximumAmpere, int minimumAmpere, Battery battery, Habit habit) {

    /** Of a middling car, so that one that is nearly full gets full while somebody looks. */
    private static final long CAPACITY_WATT_HOURS = 60_000;

    private static final int PERMILLE = 1_000;
    private static final int USES_PERMILLE = 800;
    private static final int OVERDRAWS_PERMILLE = 1_150;

    /** Five minutes of each: several rounds are seen while somebody looks at a quickened site. */
    private static final int CYCLE_SECONDS = 300;

    /** How full a vehicle comes. */
    enum Battery {
        NEVER_FULL(Optional.empty()),
        HALF_FULL(Optional.of(500)),
        NEARLY_FULL(Optional.of(970));

        private final Optional<Integer> chargedPermille;

        Battery(Optional<Integer> chargedPermille) {
            this.chargedPermille = chargedPermille;
        }
    }

    /** What stations meet in the field; values as in the random days of the simulation. */
    enum Habit {
        USUAL,
        KEEPS_DRAWING,
        SLEEPS,
        USES_LESS,
        OVERDRAWS,
        FEWER_PHASES,
        STOPS_AND_GOES;

        private Quirks quirks() {
            return switch (this) {
                case USUAL -> Quirks.NONE;
                case KEEPS_DRAWING -> Quirks.NONE.keepingDrawing(Quirks.MAX_KEEPS_DRAWING_MILLIS);
                case SLEEPS -> Quirks.NONE.resuming(Quirks.Resuming.WHEN_WOKEN);
                case USES_LESS -> Quirks.NONE.using(USES_PERMILLE);
                case OVERDRAWS -> Quirks.NONE.using(OVERDRAWS_PERMILLE);
                case FEWER_PHASES -> Quirks.NONE.comingBackOn(1);
                case STOPS_AND_GOES -> Quirks.NONE.cycling(CYCLE_SECONDS, CYCLE_SECONDS);
            };
        }
    }

    VehicleSpec spec() {
        VehicleSpec plain = VehicleSpec.of(phases, Ampere.of(maximumAmpere))
                .needing(Ampere.of(minimumAmpere))
                .with(habit.quirks());
        return battery.chargedPermille
                .map(permille -> plain.with(
                        new BatterySpec(CAPACITY_WATT_HOURS, CAPACITY_WATT_HOURS * permille / PERMILLE)))
                .orElse(plain);
    }
}
