package plugwright.meter.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import plugwright.meter.GridCurrent;
import plugwright.meter.GridReading;
import plugwright.meter.SignSource;
import plugwright.model.Ampere;
import plugwright.model.Outcome;
import plugwright.model.Phase;
import plugwright.model.ProblemCode;

/**
 * Makes currents of a meter's words. What cannot be right is a fault, never a current; where only the direction is
 * missing, the current counts as consumption.
 */
public final class MapDecoder {

    /** The highest SmartMeter-MaxCurrent that stations take; more is not a house connection. */
    public static final double HIGHEST_AMPERE = 5_000;

    /** {@link #HIGHEST_AMPERE} at the highest voltage. */
    private static final double HIGHEST_WATT = 1_265_000;

    /** SunSpec's exponents are within this. */
    private static final int HIGHEST_EXPONENT = 10;

    /** Ten percent above nominal, the highest that grids keep to (EN 50160). */
    private static final double HIGHEST_VOLT = 253;

    /** Below this a phase is not connected, and above twice the nominal it is not one of a house. */
    private static final double LOWEST_VOLT = 100;

    private static final double ABSURD_VOLT = 460;

    private MapDecoder() {}

    /** All phases of the map. */
    public static Outcome<GridReading> decode(MeterMap map, RegisterImage image) {
        List<GridCurrent> phases = new ArrayList<>(map.currents().size());
        for (int phase = 0; phase < map.currents().size(); phase++) {
            String current = "I " + Phase.values()[phase];
            OptionalDouble ampere = value(map.currents().get(phase), map.order(), image);
            if (ampere.isEmpty()) {
                return Outcome.failed(ProblemCode.METER_IMPLAUSIBLE, current, "the meter gives no value");
            }
            if (Math.abs(ampere.getAsDouble()) > HIGHEST_AMPERE) {
                return implausible(current, ampere.getAsDouble(), "A");
            }
            OptionalDouble watt = of(map.powers(), phase, map, image);
            if (watt.isPresent() && Math.abs(watt.getAsDouble()) > HIGHEST_WATT) {
                return implausible("P " + Phase.values()[phase], watt.getAsDouble(), "W");
            }
            phases.add(directed(map, ampere.getAsDouble(), watt, of(map.voltages(), phase, map, image)));
        }
        return Outcome.ok(new GridReading(phases));
    }

    private static <T> Outcome<T> implausible(String what, double value, String unit) {
        return Outcome.failed(
                ProblemCode.METER_IMPLAUSIBLE, what, String.format(Locale.ROOT, "%.4g %s", value, unit));
    }

    private static OptionalDouble of(List<Register> registers, int phase, MeterMap map, RegisterImage image) {
        return registers.isEmpty() ? OptionalDouble.empty() : value(registers.get(phase), map.order(), image);
    }

    private static GridCurrent directed(MeterMap map, double ampere, OptionalDouble watt, OptionalDouble volt) {
        return switch (map.direction()) {
            case SIGNED_CURRENT -> {
                Ampere measured = Ampere.ofNearest(ampere);
                yield new GridCurrent(measured, guarded(measured, watt, volt), SignSource.CURRENT);
            }
            case FROM_POWER -> {
                if (watt.isEmpty()) {
                    yield GridCurrent.exact(Ampere.ofNearest(Math.abs(ampere)), SignSource.UNKNOWN);
                }
                double sign = watt.getAsDouble() < 0 ? -1 : 1;
                Ampere measured = Ampere.ofNearest(sign * Math.abs(ampere));
                yield new GridCurrent(measured, guarded(measured, watt, volt), SignSource.POWER);
            }
            case NOT_TOLD -> GridCurrent.exact(Ampere.ofNearest(Math.abs(ampere)), SignSource.UNKNOWN);
        };
    }

    /** What is fed in counts by its active power alone: the rest is reactive, and makes no room for vehicles. */
    private static Ampere guarded(Ampere measured, OptionalDouble watt, OptionalDouble volt) {
        if (measured.milliampere() >= 0 || watt.isEmpty()) {
            return measured;
        }
        double told = volt.orElse(HIGHEST_VOLT);
        double used = told < LOWEST_VOLT || told > ABSURD_VOLT ? HIGHEST_VOLT : told;
        return measured.max(Ampere.ofNearest(Math.min(0, watt.getAsDouble() / used)));
    }

    /** In A, V or W; empty where the meter gives none or the scale's register is not one. */
    static OptionalDouble value(Register register, WordOrder order, RegisterImage image) {
        var bits = image.bits(register.address(), register.type().words(), order);
        if (bits.isEmpty()) {
            return OptionalDouble.empty();
        }
        OptionalDouble number = register.type().number(bits.getAsLong());
        OptionalDouble factor = factor(register.scale(), image);
        return number.isEmpty() || factor.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(number.getAsDouble() * factor.getAsDouble());
    }

    private static OptionalDouble factor(Scale scale, RegisterImage image) {
        return switch (scale) {
            case Scale.Factor(double factor) -> OptionalDouble.of(factor);
            case Scale.Exponent(int register) -> {
                var bits = image.bits(register, 1, WordOrder.HIGH_FIRST);
                if (bits.isEmpty()) {
                    yield OptionalDouble.empty();
                }
                short exponent = (short) bits.getAsLong();
                yield Math.abs(exponent) <= HIGHEST_EXPONENT
                        ? OptionalDouble.of(Math.pow(10, exponent))
                        : OptionalDouble.empty();
            }
        };
    }
}
