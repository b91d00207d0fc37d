package plugwright.station.meter;

import java.time.Duration;
import java.util.Optional;
import plugwright.meter.io.MeterAddress;
import plugwright.meter.map.MeterMap;

/**
 * A Modbus meter as a station is set to it.
 *
 * @param address where it answers
 * @param map where it has what; empty for one that describes itself (SunSpec)
 * @param every from one question to the next
 */
public record ModbusMeterSettings(MeterAddress address, Optional<MeterMap> map, Duration every) {}
