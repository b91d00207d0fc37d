package plugwright.catalog;

import java.math.BigDecimal;

/** A property's value. */
public sealed interface PropertyValue {

    /** Of an integer type. */
    record Whole(long value) implements PropertyValue {
        @Override
        public String text() {
            return Long.toString(value);
        }
    }

    /** Of a real type; always finite. */
    record Real(double value) implements PropertyValue {
        public Real {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("not finite: " + value);
            }
        }

        @Override
        public String text() {
            return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
        }
    }

    /** Text, and arrays in the comma-joined hexadecimal form in which they are sent. */
    record Text(String value) implements PropertyValue {
        @Override
        public String text() {
            return value;
        }
    }

    /** As typed and shown: decimal point, no unit, no grouping. */
    String text();

    /** The number, for numeric values. */
    default double number() {
        return switch (this) {
            case Whole whole -> whole.value();
            case Real real -> real.value();
            case Text text -> throw new IllegalStateException("not a number: " + text.value());
        };
    }

    static PropertyValue of(long value) {
        return new Whole(value);
    }

    static PropertyValue of(double value) {
        return new Real(value);
    }

    static PropertyValue of(String value) {
        return new Text(value);
    }

    /** Whether a station that was sent one and answers the other holds what was sent: real32 is compared as a float. */
    static boolean same(PropertyType type, PropertyValue one, PropertyValue other) {
        if (one instanceof Text || other instanceof Text) {
            return one.equals(other);
        }
        if (type == PropertyType.REAL32) {
            return Float.compare((float) one.number(), (float) other.number()) == 0;
        }
        return Double.compare(one.number(), other.number()) == 0;
    }
}
