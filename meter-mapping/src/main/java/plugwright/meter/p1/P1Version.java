package plugwright.meter.p1;

import java.util.Locale;

/**
 * What a telegram says its form is.
 *
 * @param code as sent: 40, 42, 50 (1-3:0.2.8), or 50213, 50215, 50217 of Belgian meters (0-0:96.1.4)
 */
public record P1Version(int code) {

    /** The first version with a checksum and currents per phase. */
    static final int OLDEST_SUPPORTED = 40;

    private static final int BELGIAN_FROM = 50_000;
    private static final int BELGIAN_ONE_POINT_ZERO = 50_210;
    private static final int TENS = 10;
    private static final int FIVE_ZERO = 50;

    /** Whether it is new enough to be relied on. */
    public boolean isSupported() {
        return code >= OLDEST_SUPPORTED;
    }

    /** Seconds from one telegram to the next: 10 before version 5, 1 since. */
    public int periodSeconds() {
        return code >= FIVE_ZERO ? 1 : TENS;
    }

    /** For people: {@code DSMR 4.2}, {@code DSMR 5.0}, {@code e-MUCS 1.7}. */
    public String text() {
        if (code >= BELGIAN_FROM) {
            int minor = code - BELGIAN_ONE_POINT_ZERO;
            return minor >= 0 && minor < TENS ? "e-MUCS 1." + minor : "e-MUCS " + code;
        }
        return String.format(Locale.ROOT, "DSMR %d.%d", code / TENS, code % TENS);
    }
}
