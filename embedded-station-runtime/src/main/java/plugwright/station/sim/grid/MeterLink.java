package plugwright.station.sim.grid;

import java.util.Map;
import java.util.Optional;
import plugwright.meter.map.MapDecoder;
import plugwright.meter.map.MeterMap;
import plugwright.meter.map.RegisterImage;
import plugwright.meter.p1.P1FreshSink;
import plugwright.meter.p1.P1Parser;
import plugwright.model.Outcome;
import plugwright.model.PhaseCurrents;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.model.SiteTime;
import plugwright.station.meter.MeteredStation;
import plugwright.station.meter.ModbusFeed;
import plugwright.station.meter.P1Feed;

/**
 * From a simulated meter to a station, by all that a real one goes through but the wire: telegrams through the parser,
 * registers through the decoder. Not thread-safe.
 */
public final class MeterLink {

    /** From a question over Modbus to its answer. */
    private static final long ROUND_TRIP_MILLIS = 20;

    /** As a Modbus meter with a fault answers: server device failure. */
    private static final int DEVICE_FAILURE = 4;

    private final GridMeter meter;
    private final P1Parser parser = new P1Parser();
    private final P1FreshSink p1;
    private final ModbusFeed modbus;

    public MeterLink(GridMeter meter, MeteredStation station) {
        this.meter = meter;
        this.p1 = new P1FreshSink(new P1Feed(station));
        this.modbus = new ModbusFeed(station);
    }

    /** A period is over: what the meter says of a flow reaches the station now. */
    public void say(PhaseCurrents flow, SiteTime measured, SiteTime now) {
        switch (meter.kind()) {
            case MeterKind.P1 _ ->
                meter.telegram(flow, measured.toInstant()).ifPresent(bytes -> {
                    p1.arrived(now.millis());
                    parser.feed(bytes, p1);
                });
            case MeterKind.Modbus(MeterMap map) -> ask(map, flow, measured);
        }
    }

    private void ask(MeterMap map, PhaseCurrents flow, SiteTime measured) {
        Optional<Map<Integer, Integer>> words = meter.registers(flow, measured.toInstant());
        if (words.isEmpty()) {
            modbus.fault(meter.fault() == MeterFault.CRC
                    ? Problem.of(
                            ProblemCode.METER_EXCEPTION, "the meter", "1", "2", "0", Integer.toString(DEVICE_FAILURE),
                            "server device failure")
                    : Problem.of(ProblemCode.METER_TIMEOUT, "the meter", "1", "500"));
            return;
        }
        RegisterImage image = new RegisterImage();
        words.get().forEach((address, word) -> image.put(address, new int[] {word}));
        switch (MapDecoder.decode(map, image)) {
            case Outcome.Ok<plugwright.meter.GridReading>(var reading) -> modbus.reading(reading, ROUND_TRIP_MILLIS);
            case Outcome.Failed<plugwright.meter.GridReading>(var problem) -> modbus.fault(problem);
        }
    }
}
