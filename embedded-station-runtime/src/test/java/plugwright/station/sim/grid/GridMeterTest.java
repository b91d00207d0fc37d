package plugwright.station.sim.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plugwright.meter.GridReading;
import plugwright.meter.map.MapDecoder;
import plugwright.meter.map.MeterMap;
import plugwright.meter.map.MeterPreset;
import plugwright.meter.map.MeterPresets;
import plugwright.meter.map.RegisterImage;
import plugwright.meter.p1.P1Currents;
import plugwright.meter.p1.P1Fault;
import plugwright.meter.p1.P1Parser;
import plugwright.meter.p1.P1Sink;
import plugwright.meter.p1.P1Telegram;
import plugwright.model.Outcome;
import plugwright.model.PhaseCurrents;

/** What simulated meters say is read back by what reads real ones; faults are what they are called. */
class GridMeterTest {

    private static final Instant NOON = Instant.parse("2026-01-01T11:00:00Z");
    private static final PhaseCurrents FLOW = PhaseCurrents.ofMilliampere(12_340, -5_600, 990);

    private final List<P1Telegram> telegrams = new ArrayList<>();
    private final List<P1Fault> faults = new ArrayList<>();
    private final P1Parser parser = new P1Parser();

    private void feed(Optional<byte[]> bytes) {
        bytes.ifPresent(b -> parser.feed(b, new P1Sink() {
            @Override
            public void telegram(P1Telegram telegram) {
                telegrams.add(telegram);
            }

            @Override
            public void refused(P1Fault fault) {
                faults.add(fault);
            }
        }));
    }

    private static GridMeter p1(MeterKind.P1.Version version) {
        return new GridMeter(new MeterKind.P1(version, MeterKind.P1.Power.PER_PHASE));
    }

    @Test
    void sendsTelegramsThatAreReadBack() {
        feed(p1(MeterKind.P1.Version.V5).telegram(FLOW, NOON));
        feed(p1(MeterKind.P1.Version.V4).telegram(FLOW, NOON));
        assertThat(faults).isEmpty();
        assertThat(telegrams).extracting(t -> t.version().code()).containsExactly(50, 42);
        assertThat(telegrams).extracting(P1Telegram::time).containsExactly(NOON, NOON);
        assertThat(P1Currents.of(telegrams.get(0)).measured()).isEqualTo(FLOW);
        // Whole ampere, cut; the powers, cut to a watt, tell more: 2838, -1288 and 227 W.
        assertThat(telegrams.get(1).phases()).extracting(p -> p.milliampere().getAsInt())
                .containsExactly(12_000, 5_000, 0);
        assertThat(P1Currents.of(telegrams.get(1)).measured())
                .isEqualTo(PhaseCurrents.ofMilliampere(12_339, -5_600, 986));
    }

    @Test
    void damagesTelegramsWhenItsChecksumsAreWrong() {
        GridMeter meter = p1(MeterKind.P1.Version.V5);
        meter.fault(MeterFault.CRC);
        feed(meter.telegram(FLOW, NOON));
        assertThat(telegrams).isEmpty();
        assertThat(faults).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(MeterFault.class)
    void showsWhatTheFaultMakesOfAFlow(MeterFault fault) {
        GridMeter meter = p1(MeterKind.P1.Version.V5);
        feed(meter.telegram(FLOW, NOON));
        meter.fault(fault);
        for (int second = 1; second <= 12; second++) {
            feed(meter.telegram(PhaseCurrents.ofMilliampere(second * 1_000, 0, 0), NOON.plusSeconds(second)));
        }
        List<Integer> shown = telegrams.stream()
                .skip(1)
                .map(t -> P1Currents.of(t).measured().l1().milliampere() / 1_000)
                .toList();
        assertThat(shown).containsExactly(switch (fault) {
            case WELL -> new Integer[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
            case SILENT, CRC -> new Integer[] {};
            case FROZEN -> new Integer[] {12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12};
            case SPIKES -> new Integer[] {1, 2, 3, 404, 5, 6, 7, 8, 409, 10, 11, 12};
            case WRONG_SIGN -> new Integer[] {-1, -2, -3, -4, -5, -6, -7, -8, -9, -10, -11, -12};
            case SLOW -> new Integer[] {5};
        });
        if (fault == MeterFault.FROZEN) {
            assertThat(telegrams.getLast().time()).isEqualTo(NOON);
        }
    }

    /** Every preset: what is put into its registers is what its decoder finds there. */
    @Test
    void fillsTheRegistersOfEveryPreset() {
        for (MeterPreset preset : MeterPresets.shipped().usable()) {
            MeterMap map = preset.map();
            GridMeter meter = new GridMeter(new MeterKind.Modbus(map));
            Map<Integer, Integer> words = meter.registers(FLOW, NOON).orElseThrow();
            RegisterImage image = new RegisterImage();
            words.forEach((at, word) -> image.put(at, new int[] {word}));
            GridReading reading = ((Outcome.Ok<GridReading>) MapDecoder.decode(map, image)).value();
            assertThat(reading.measured().l1().milliampere()).as(preset.key()).isBetween(12_330, 12_350);
            assertThat(reading.measured().l2().milliampere()).as(preset.key()).isBetween(-5_610, -5_590);
        }
        assertThat(MeterPresets.shipped().usable()).hasSizeGreaterThan(10);
    }

    @Test
    void writesTheTextOfATelegramAsMetersDo() {
        String text = new String(p1(MeterKind.P1.Version.V5).telegram(FLOW, NOON).orElseThrow(), StandardCharsets.US_ASCII);
        assertThat(text).startsWith("/PLW5SIMULATED\r\n\r\n1-3:0.2.8(50)\r\n0-0:1.0.0(260101120000W)\r\n"
                + "1-0:31.7.0(012.34*A)\r\n1-0:21.7.0(02.838*kW)\r\n1-0:22.7.0(00.000*kW)\r\n1-0:32.7.0(230.0*V)\r\n");
    }
}
