package plugwright.license;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** What a licence key can unlock, and what each includes (guide §2.2). Bits are those of property 21A2_0. */
public enum Feature {
    /** The sockets of one station share its maximum current. */
    STANDARD_LOAD_BALANCING("SLB", 0x2, 0x2),
    /** A station follows a meter or an energy manager; includes Standard Load Balancing. */
    ACTIVE_LOAD_BALANCING("ALB", 0x4, 0x2 | 0x4),
    /** Stations share one total; includes both others. */
    SMART_CHARGING_NETWORK("SCN", 0x1, 0x1 | 0x2 | 0x4);

    private static final String BUNDLE = "plugwright.license.features";

    private final String code;
    private final int bit;
    private final int includedBits;

    Feature(String code, int bit, int includedBits) {
        this.code = code;
        this.bit = bit;
        this.includedBits = includedBits;
    }

    /** Short name for command lines and JSON: {@code SLB}, {@code ALB} or {@code SCN}. */
    public String code() {
        return code;
    }

    /** Its own bit in property 21A2_0. */
    public int bit() {
        return bit;
    }

    /** The bits of property 21A2_0 that unlocking it sets: its own and those of what it includes. */
    public int includedBits() {
        return includedBits;
    }

    /** Whether unlocking this unlocks the other too; every feature includes itself. */
    public boolean includes(Feature other) {
        return (includedBits & other.bit) != 0;
    }

    /** Its name for users. */
    public String displayName(Locale locale) {
        return ResourceBundle.getBundle(BUNDLE, locale).getString("feature." + code.toLowerCase(Locale.ROOT));
    }

    /** The feature of a short name in any case; empty if there is none. */
    public static Optional<Feature> ofCode(String code) {
        return Arrays.stream(values()).filter(f -> f.code.equalsIgnoreCase(code)).findFirst();
    }
}
