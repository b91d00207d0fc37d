package plugwright.station.meter;

import java.util.Optional;
import plugwright.meter.GridReading;
import plugwright.meter.MeterNumber;
import plugwright.meter.p1.P1Phase;
import plugwright.meter.p1.P1Telegram;

/**
 * What a meter said once.
 *
 * @param reading its currents
 * @param ageMillis how old it probably was on arrival
 * @param uncertaintyMillis by how much it may have been older or newer
 * @param telegram where it came from a P1 port
 */
public record MeterSample(GridReading reading, int ageMillis, int uncertaintyMillis, Optional<P1Telegram> telegram) {

    private static final int WHOLE_AMPERE = 1_000;

    /** As the control takes it: by what the fuse is protected. */
    public plugwright.station.engine.GridReading forControl() {
        return new plugwright.station.engine.GridReading(
                reading.guarded(), ageMillis, uncertaintyMillis,
                isCoarse() ? WHOLE_AMPERE : plugwright.station.engine.GridReading.USUAL_RESOLUTION,
                telegram.map(P1Telegram::meter).orElse(MeterNumber.UNKNOWN));
    }

    /** Whole ampere without a power that would tell more. */
    private boolean isCoarse() {
        return telegram.filter(t -> t.phases().stream()
                        .anyMatch(p -> p.isPresent() && p.watt().isEmpty()
                                && p.resolution() == P1Phase.Resolution.WHOLE_AMPERE))
                .isPresent();
    }
}
