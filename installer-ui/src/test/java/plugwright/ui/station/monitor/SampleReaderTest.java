package plugwright.ui.station.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.Ampere;
import plugwright.model.LedPattern;
import plugwright.model.LimitReason;
import plugwright.model.Mode3State;
import plugwright.model.Phase;
import plugwright.model.ReasonKind;

/** What is made of the values of a station. */
class SampleReaderTest {
    private final Map<PropertyId, PropertyValue> values = new HashMap<>();

    private SampleReaderTest with(String id, double value) {
        values.put(PropertyId.of(id), PropertyValue.of(value));
        return this;
    }

    private StationSample read() {
        return SampleReader.read(Samples.START, values);
    }

    @Test
    @Tag("MON-1")
    void readsWhatAStationOfOursSays() {
        with("205E_0", 2).with("2062_0", 25).with("2221_A", 12.4).with("2221_B", 12.5).with("2221_16", 5700);
        with("2501_1", 14).with("2501_4", 194).with("2511_3", 2083).with("3221_C", 6).with("2502_1", 14);
        with("F010_1", 12.5).with("F010_2", 21);
        values.put(PropertyId.of("F010_3"), PropertyValue.of("1,2,0,25000"));
        SocketSample first = read().sockets().getFirst();
        assertThat(first.measured().orElseThrow().on(Phase.L1)).isEqualTo(new Ampere(12_400));
        assertThat(first.mode3()).contains(Mode3State.C2);
        assertThat(first.dutyPercent()).hasValue(20.83);
        assertThat(first.told()).contains(new Ampere(12_500));
        assertThat(first.why())
                .contains(new Why(LimitReason.of(ReasonKind.SHARED, 1, 2, 0, 25_000), Why.Certainty.SAID));
        assertThat(first.activity()).isEqualTo(Activity.CHARGING);
        assertThat(read().stationMaximum()).contains(Ampere.of(25));
        assertThat(read().measured().orElseThrow().on(Phase.L3)).isEqualTo(Ampere.of(6));
    }

    @Test
    @Tag("UIF-1")
    void readsWhatTheDriverSeesWhereTheStationTells() {
        with("205E_0", 2).with("2501_1", 14).with("2502_1", 2);
        values.put(PropertyId.of("F010_5"), PropertyValue.of("DARK_BLUE_FLASHING"));
        values.put(PropertyId.of("F010_6"), PropertyValue.of("Charging 8.5 kW (max 17.2 kW)"));
        values.put(PropertyId.of("F020_5"), PropertyValue.of("a pattern of next year"));
        assertThat(read().sockets().get(0).panel())
                .contains(new SocketSample.Panel(LedPattern.DARK_BLUE_FLASHING, "Charging 8.5 kW (max 17.2 kW)"));
        assertThat(read().sockets().get(1).panel()).isEmpty();
    }

    @Test
    void derivesWhatARealStationLeavesOut() {
        with("205E_0", 2).with("2062_0", 32).with("2064_0", 1).with("2129_0", 32);
        with("2501_1", 14).with("2511_3", 2667).with("2502_1", 14);
        SocketSample first = read().sockets().getFirst();
        assertThat(first.told()).contains(new Ampere(16_002));
        assertThat(first.why())
                .contains(new Why(LimitReason.of(ReasonKind.SHARED, 1, 2, 0, 32_000), Why.Certainty.PROBABLE));
    }

    @Test
    void saysTheSocketMaximumWhereThatIsWhatIsTold() {
        with("205E_0", 2).with("2062_0", 32).with("2129_0", 16).with("2501_1", 14).with("2511_3", 2667);
        assertThat(read().sockets().getFirst().why())
                .contains(new Why(LimitReason.of(ReasonKind.SOCKET_MAXIMUM, 16_000), Why.Certainty.PROBABLE));
    }

    @Test
    void hasOneSocketWhereTheStationHasOne() {
        with("205E_0", 1).with("2221_A", 0);
        assertThat(read().sockets()).hasSize(1);
        assertThat(read().sockets().getFirst().why()).isEmpty();
    }

    @Test
    @Tag("MON-1")
    void saysNothingOfCurrentsThatTheStationDoesNotTell() {
        with("205E_0", 2).with("2501_1", 14).with("3221_C", 6).with("3221_16", 1380);
        StationSample sample = read();
        assertThat(sample.sockets().getFirst().measured()).as("no reading is not 0 A").isEmpty();
        assertThat(sample.measured()).as("nor is the other socket's the sum").isEmpty();
        assertThat(sample.watt()).isEmpty();
        assertThat(sample.sockets().get(1).measured()).isPresent();
    }

    @Test
    void takesNonsenseAsAbsent() {
        values.put(PropertyId.of("2221_A"), PropertyValue.of("twelve"));
        with("2501_1", 9_999).with("2221_B", 1e12);
        SocketSample first = read().sockets().getFirst();
        assertThat(first.mainState()).isEqualTo(Optional.empty());
        assertThat(first.activity()).isEqualTo(Activity.UNKNOWN);
        assertThat(first.measured()).isEmpty();
    }

    /** IEC 61851-1, table of duty cycles. */
    @ParameterizedTest
    @CsvSource({"0,0", "10,6000", "16,9600", "26.67,16002", "53.3,31980", "85,51000", "90,65000", "96,80000", "100,0"})
    void readsTheLimitFromTheDutyCycle(double percent, int milliampere) {
        assertThat(ProbableReason.told(percent).milliampere()).isEqualTo(milliampere);
    }

    @Test
    @Tag("INS-16")
    void seesThatTwoVehiclesHaveNoPhaseInCommon() {
        assertThat(sharing(Samples.charging(16, 0, 0, 16), Samples.charging(0, 0, 16, 16))).isTrue();
        assertThat(sharing(Samples.charging(16, 16, 16, 16), Samples.charging(0, 0, 16, 16))).isFalse();
        assertThat(sharing(Samples.charging(16, 0, 0, 16), Samples.free())).isFalse();
    }

    private static boolean sharing(SocketSample one, SocketSample other) {
        return new Samples().seconds(1, one, other).list().getFirst().chargesOnDifferentPhases();
    }

    @Test
    void tellsWaitingFromTooLittle() {
        assertThat(Samples.paused(LimitReason.of(ReasonKind.WAITING_TURN, 0)).activity())
                .isEqualTo(Activity.WAITING);
        assertThat(Samples.paused(LimitReason.of(ReasonKind.UNUSABLE_SETTINGS)).activity())
                .isEqualTo(Activity.TOO_LITTLE);
    }
}
