package plugwright.ui.station.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import plugwright.api.ApiPath;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;

class LiveNowTest {

    private final Map<PropertyId, PropertyValue> read = new HashMap<>();

    private LiveNowTest with(String id, double value) {
        read.put(PropertyId.of(id), PropertyValue.of(value));
        return this;
    }

    private LiveNowTest with(String id, long value) {
        read.put(PropertyId.of(id), PropertyValue.of(value));
        return this;
    }

    @Test
    void countsChargingSocketsAndTheMostLoadedPhaseOfBoth() {
        with("2501_1", 14L).with("2221_A", 15.7).with("2221_B", 10.0).with("2221_C", 0.0);
        with("2502_1", 14L).with("3221_A", 15.7).with("3221_B", 0.0).with("3221_C", 20.0);
        assertThat(LiveNow.of(read)).isEqualTo(new LiveNow(OptionalDouble.of(31.4), OptionalInt.of(2)));
    }

    @Test
    void doesNotCountAVehicleThatWaits() {
        with("2501_1", 12L).with("2221_A", 0.0).with("2221_B", 0.0).with("2221_C", 0.0);
        assertThat(LiveNow.of(read)).isEqualTo(new LiveNow(OptionalDouble.of(0), OptionalInt.of(0)));
    }

    @Test
    void knowsNothingWhereTheStationSaidNothing() {
        assertThat(LiveNow.of(with("2060_0", 77L).read)).isEqualTo(LiveNow.UNKNOWN);
    }

    @Test
    void asksOneRequest() {
        assertThat(LiveNow.asked()).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(ApiPath.PROPERTIES_PER_PAGE);
    }
}
