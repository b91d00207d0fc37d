package plugwright.station.sim.scenario;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import plugwright.model.Ampere;
import plugwright.station.mode3.Cable;
import plugwright.station.sim.BatterySpec;
import plugwright.station.sim.Quirks;
import plugwright.station.sim.VehicleSpec;

/** Reads a vehicle's kind. Dynamics that the file leaves open come from the seed; without one they are usual ones. */
final class VehicleReader {

    private static final int MAX_CURRENT = 80_000;
    private static final int MAX_REACTION = 5_000;
    private static final int MAX_RAMP = 1_000_000;
    private static final int LEAST_DRAW = 970;
    private static final int ALL = 1_000;
    /** kWh in thousandths: 1000 kWh is more than any vehicle has. */
    private static final int MAX_CAPACITY = 1_000_000;

    private static final int LONGEST_CYCLE_SECONDS = 86_400;
    private static final int PHASES = 3;

    private static final int USUAL_REACTION = 1_000;
    private static final int USUAL_RAMP = 4_000;
    private static final int USUAL_DRAW = 990;

    private final Optional<Random> random;

    /** Seed 0 stands for usual dynamics. */
    VehicleReader(long seed) {
        this.random = seed == 0 ? Optional.empty() : Optional.of(new Random(seed));
    }

    VehicleSpec read(Fields f) {
        int most = f.optionalMilli("maximum", 1, MAX_CURRENT).orElse(Ampere.of(32).milliampere());
        int least = f.optionalMilli("minimum", 1, MAX_CURRENT)
                .orElse(Math.min(most, Ampere.MINIMUM_OFFERED.milliampere()));
        if (least > most) {
            throw f.wrong("minimum", "is above the maximum");
        }
        int reaction = f.optionalMilli("reaction", 0, MAX_REACTION).orElse(open(USUAL_REACTION, 0, MAX_REACTION));
        int ramp = f.optionalMilli("ramp", 1, MAX_RAMP).orElse(open(USUAL_RAMP, 1_000, 10_000));
        int draw = f.optionalMilli("draw", LEAST_DRAW, ALL).orElse(open(USUAL_DRAW, LEAST_DRAW, ALL));
        VehicleSpec vehicle = VehicleSpec.of(f.whole("phases", 1, PHASES), new Ampere(most))
                .needing(new Ampere(least))
                .with(cable(f))
                .moving(reaction, ramp, draw)
                .with(f.optionalObject("quirks").map(VehicleReader::quirks).orElse(Quirks.NONE));
        VehicleSpec whole = f.optionalObject("battery").map(VehicleReader::battery).map(vehicle::with).orElse(vehicle);
        f.refuseOthers();
        return whole;
    }

    private int open(int usual, int least, int most) {
        return random.map(r -> least + r.nextInt(most - least + 1)).orElse(usual);
    }

    private static Cable cable(Fields f) {
        int ampere = f.optionalWhole("cable", 0, MAX_CURRENT).orElse(32);
        return Arrays.stream(Cable.values())
                .filter(c -> c.rating().equals(Ampere.of(ampere)))
                .findFirst()
                .orElseThrow(() -> f.wrong("cable", ampere + " is none of 13, 20, 32, 63"));
    }

    private static BatterySpec battery(Fields f) {
        int capacity = f.milli("capacity", 1, MAX_CAPACITY);
        int charged = f.milli("charged", 0, capacity);
        f.refuseOthers();
        return new BatterySpec(capacity, charged);
    }

    private static Quirks quirks(Fields f) {
        Quirks quirks = Quirks.NONE
                .keepingDrawing(f.optionalMilli("keepsDrawing", 0, Quirks.MAX_KEEPS_DRAWING_MILLIS).orElse(0))
                .using(f.optionalMilli("uses", Quirks.MIN_USED_PERMILLE, Quirks.MAX_USED_PERMILLE).orElse(ALL))
                .resuming(f.optionalChoice("resuming", Quirks.Resuming.class).orElse(Quirks.Resuming.BY_ITSELF))
                .pausing(f.optionalChoice("pausing", Quirks.Pausing.class).orElse(Quirks.Pausing.STAYS_IN_C));
        Optional<Integer> phases = f.optionalWhole("phasesAfterPause", 1, PHASES);
        Optional<Fields> cycle = f.optionalObject("cycle");
        f.refuseOthers();
        Quirks withPhases = phases.map(quirks::comingBackOn).orElse(quirks);
        return cycle.map(c -> cycle(withPhases, c)).orElse(withPhases);
    }

    private static Quirks cycle(Quirks quirks, Fields f) {
        Quirks cycling = quirks.cycling(
                f.whole("asks", 1, LONGEST_CYCLE_SECONDS), f.whole("rests", 1, LONGEST_CYCLE_SECONDS));
        f.refuseOthers();
        return cycling;
    }
}
