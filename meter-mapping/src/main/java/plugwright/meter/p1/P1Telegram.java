package plugwright.meter.p1;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * A whole telegram whose checksum is right and whose version is supported.
 *
 * @param version its form
 * @param time when the meter made it, by the meter's clock; a reading's age is told by its arrival, not by this
 * @param phases L1 to L3
 * @param importWatt total power drawn
 * @param exportWatt total power fed in
 * @param meter number of the equipment, {@link plugwright.meter.MeterNumber#UNKNOWN} where it does not tell one
 */
public record P1Telegram(
        P1Version version,
        Instant time,
        List<P1Phase> phases,
        OptionalInt importWatt,
        OptionalInt exportWatt,
        int meter) {

    public P1Telegram {
        phases = List.copyOf(phases);
    }
}
