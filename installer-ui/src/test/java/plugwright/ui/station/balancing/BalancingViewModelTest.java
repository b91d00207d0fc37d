package plugwright.ui.station.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;

class BalancingViewModelTest {

    @ParameterizedTest
    @Tag("LIC-2")
    @CsvSource({"0,LOCKED", "1,UNLOCKED", "2,UNLOCKED", "4,UNLOCKED", "256,LOCKED"})
    void isUnlockedByItsOwnFeatureAndByThoseThatIncludeIt(long bits, BalancingViewModel.Unlock expected) {
        assertThat(BalancingViewModel.unlock(Map.of(
                        Known.LICENCE_FEATURES, PropertyValue.of(bits), Known.SOCKET_COUNT, PropertyValue.of(2L))))
                .isEqualTo(expected);
    }

    @Test
    @Tag("SLB-3")
    void hasNothingToShareWithOneSocket() {
        assertThat(BalancingViewModel.unlock(Map.of(
                        Known.LICENCE_FEATURES, PropertyValue.of(2L), Known.SOCKET_COUNT, PropertyValue.of(1L))))
                .isEqualTo(BalancingViewModel.Unlock.ONE_SOCKET);
    }

    @ParameterizedTest
    @Tag("STA-11")
    @CsvSource({
        // mode entered, feeders, sockets, amperes of the connectors, warned
        "0, 1, 2, 32, 32, true",
        "2, 1, 2, 32, 32, true",
        "1, 1, 2, 32, 32, false",
        "0, 2, 2, 32, 32, false",
        "0, 1, 1, 32, 0, false",
        "0, 1, 2, 16, 16, false",
        "0, 1, 2, 16, 20, true"
    })
    void warnsBeforeItIsTurnedOffWhereOneFeederCouldBeOverloaded(
            long mode, long feeders, long sockets, double first, double second, boolean warned) {
        Map<PropertyId, PropertyValue> values = new HashMap<>();
        values.put(Known.FEEDER_COUNT, PropertyValue.of(feeders));
        values.put(Known.SOCKET_COUNT, PropertyValue.of(sockets));
        values.put(Known.CONNECTOR_1_MAX_CURRENT, PropertyValue.of(first));
        values.put(Known.CONNECTOR_2_MAX_CURRENT, PropertyValue.of(second));
        assertThat(BalancingViewModel.offCaution(PropertyValue.of(mode), values).isPresent())
                .isEqualTo(warned);
    }
}
