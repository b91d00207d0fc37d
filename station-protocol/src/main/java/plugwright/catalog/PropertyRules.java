package plugwright.catalog;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalInt;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;

/** What a property may be set to: one check for forms, the command line and the station itself. */
public final class PropertyRules {

    private PropertyRules() {}

    /**
     * Reads what a user typed: decimal point, no unit. Checks nothing but the form; see {@link #check}.
     *
     * @return the value, or NOT_A_NUMBER
     */
    public static Outcome<PropertyValue> parse(Property property, String typed) {
        String text = typed.strip();
        if (!property.type().isNumber()) {
            return Outcome.ok(PropertyValue.of(typed));
        }
        try {
            BigDecimal number = new BigDecimal(text);
            return property.type().isReal()
                    ? Outcome.ok(real(property.type(), number.doubleValue()))
                    : Outcome.ok(PropertyValue.of(number.longValueExact()));
        } catch (ArithmeticException | IllegalArgumentException notSuchNumber) {
            return Outcome.failed(ProblemCode.NOT_A_NUMBER, typed);
        }
    }

    /** A real value as the type keeps it: a real32 is rounded to a float and shown as its shortest decimal. */
    public static PropertyValue real(PropertyType type, double value) {
        return PropertyValue.of(type == PropertyType.REAL32 ? Double.parseDouble(Float.toString((float) value)) : value);
    }

    /**
     * Whether a value may be written: access, kind of value, range, length of text.
     *
     * @return the value, or READ_ONLY, NOT_A_NUMBER, OUT_OF_RANGE, TOO_LONG
     */
    public static Outcome<PropertyValue> check(Property property, PropertyValue value) {
        if (!property.access().isWritable()) {
            return Outcome.failed(ProblemCode.READ_ONLY, property.id().toString());
        }
        return checkValue(property, value);
    }

    private static Outcome<PropertyValue> checkValue(Property property, PropertyValue value) {
        return switch (value) {
            case PropertyValue.Text text when property.type().isNumber() ->
                Outcome.failed(ProblemCode.NOT_A_NUMBER, text.value());
            case PropertyValue.Text text -> checkLength(property, text);
            case PropertyValue.Whole whole when !property.type().isNumber() ->
                checkLength(property, new PropertyValue.Text(whole.text()));
            case PropertyValue.Real real when !property.type().isNumber() ->
                checkLength(property, new PropertyValue.Text(real.text()));
            case PropertyValue.Whole whole -> checkRange(property, whole);
            case PropertyValue.Real real when property.type().isInteger() ->
                real.value() == Math.rint(real.value())
                        ? checkRange(property, new PropertyValue.Whole((long) real.value()))
                        : Outcome.failed(ProblemCode.NOT_A_NUMBER, real.text());
            case PropertyValue.Real real -> checkRange(property, real);
        };
    }

    private static Outcome<PropertyValue> checkLength(Property property, PropertyValue.Text text) {
        OptionalInt buffer = property.type() == PropertyType.STRING ? property.length() : OptionalInt.empty();
        return buffer.isPresent() && text.value().length() >= buffer.getAsInt()
                ? Outcome.failed(ProblemCode.TOO_LONG, Integer.toString(buffer.getAsInt() - 1))
                : Outcome.ok(text);
    }

    private static Outcome<PropertyValue> checkRange(Property property, PropertyValue value) {
        double number = value.number();
        double low = lowest(property);
        double high = highest(property);
        return number >= low && number <= high
                ? Outcome.ok(property.type().isReal() ? real(property.type(), number) : value)
                : Outcome.failed(
                        ProblemCode.OUT_OF_RANGE, value.text(), shown(low), shown(high), property.unit());
    }

    /** The lowest number it takes. */
    public static double lowest(Property property) {
        return property.min().orElse(property.type().isInteger() ? property.type().lowest() : -Float.MAX_VALUE);
    }

    /** The highest number it takes. */
    public static double highest(Property property) {
        return property.max().orElse(property.type().isInteger() ? property.type().highest() : Float.MAX_VALUE);
    }

    private static String shown(double bound) {
        return bound == Math.rint(bound) && Math.abs(bound) < 1e15
                ? Long.toString((long) bound)
                : String.format(Locale.ROOT, "%s", bound);
    }
}
