package plugwright.meter.map;

/** What makes ampere, volt or watt of a number; floats are scaled too. */
public sealed interface Scale {

    /** Always the same factor, e.g. 0.001 for mA. */
    record Factor(double factor) implements Scale {
        public Factor {
            if (!Double.isFinite(factor) || factor == 0) {
                throw new IllegalArgumentException("not a scale: " + factor);
            }
        }
    }

    /** A power of ten whose exponent is in a 16 bit register of its own, as SunSpec has it. */
    record Exponent(int register) implements Scale {}

    Scale ONE = new Factor(1);
}
