package plugwright.meter.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plugwright.meter.GridReading;
import plugwright.meter.io.MeterAddress;
import plugwright.meter.io.ModbusMeter;
import plugwright.meter.map.MeterMap;
import plugwright.meter.map.MeterMapJson;
import plugwright.meter.map.MeterPreset;
import plugwright.meter.map.MeterPresets;
import plugwright.meter.modbus.Framing;
import plugwright.model.HostPort;
import plugwright.model.Outcome;
import plugwright.model.PhaseCurrents;

/**
 * Real meters' registers, typed here from their makers' lists, played by a slave of pymodbus and read by preset and by
 * a map made by hand: the same currents, those that were put in.
 */
@Tag("peers")
class RealMetersTest {

    private static final Path SLAVE = Path.of("src", "test", "resources", "peers", "meter_slave.py");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** L1 to L3 at 230 V: drawn, fed in, little. */
    private static final double[] AMPERE = {12.34, 5.6, 0.5};

    private static final double[] WATT = {2_800, -1_288, 100};

    /** A quantity: register of L1, registers to the next phase, type, and what a raw 1 stands for. */
    private record Quantity(int l1, int step, String type, double scale) {}

    private record Meter(String preset, int function, boolean lowFirst, Quantity i, Quantity u, Quantity p) {}

    private static final List<Meter> METERS = List.of(
            new Meter("socomec", 3, false, q(50528, 2, "uint32", 0.001), q(50520, 2, "uint32", 0.01), q(50544, 2, "int32", 1)),
            new Meter("eastron-sdm630", 4, false, q(6, 2, "float32", 1), q(0, 2, "float32", 1), q(12, 2, "float32", 1)),
            new Meter("abb-b23", 3, false, q(23308, 2, "uint32", 0.01), q(23296, 2, "uint32", 0.1), q(23318, 2, "int32", 0.01)),
            new Meter("carlo-gavazzi-em24", 4, true, q(12, 2, "int32", 0.001), q(0, 2, "int32", 0.1), q(18, 2, "int32", 0.1)),
            new Meter("carlo-gavazzi-em340", 4, true, q(12, 2, "int32", 0.001), q(0, 2, "int32", 0.1), q(18, 2, "int32", 0.1)),
            new Meter("schneider-iem3000", 3, false, q(2999, 2, "float32", 1), q(3027, 2, "float32", 1), q(3053, 2, "float32", 1000)),
            new Meter("siemens-pac2200", 4, false, q(13, 2, "float32", 1), q(1, 2, "float32", 1), q(25, 2, "float32", 1)),
            new Meter("janitza-umg96rm", 3, false, q(19012, 2, "float32", 1), q(19000, 2, "float32", 1), q(19020, 2, "float32", 1)),
            new Meter("inepro-pro380", 3, false, q(20492, 2, "float32", 1), q(20482, 2, "float32", 1), q(20500, 2, "float32", 1000)),
            new Meter("chint-dtsu666", 3, false, q(8204, 2, "float32", 0.001), q(8198, 2, "float32", 0.1), q(8212, 2, "float32", 0.1)),
            new Meter("acrel-adw300", 3, false, q(26, 1, "uint16", 0.01), q(20, 1, "uint16", 0.1), q(30, 2, "int32", 1)));

    private Process slave = new ProcessBuilder("true").start();

    RealMetersTest() throws IOException {}

    private static Quantity q(int l1, int step, String type, double scale) {
        return new Quantity(l1, step, type, scale);
    }

    @AfterEach
    void end() throws InterruptedException {
        slave.destroy();
        if (!slave.waitFor(10, TimeUnit.SECONDS)) {
            slave.destroyForcibly().waitFor();
        }
    }

    private int play(String framing) throws IOException {
        slave = new ProcessBuilder("/usr/bin/python3", SLAVE.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String meters = IntStream.range(0, METERS.size())
                .mapToObj(m -> "{\"unit\": " + (m + 1) + ", \"values\": [" + values(METERS.get(m)) + "]}")
                .collect(Collectors.joining(", "));
        slave.getOutputStream()
                .write(("{\"framing\": \"" + framing + "\", \"meters\": [" + meters + "]}\n").getBytes(StandardCharsets.UTF_8));
        slave.getOutputStream().flush();
        BufferedReader out = slave.inputReader();
        return Integer.parseInt(String.valueOf(out.readLine()));
    }

    private static String values(Meter meter) {
        List<String> values = new ArrayList<>();
        for (int phase = 0; phase < 3; phase++) {
            values.add(value(meter, meter.i, phase, AMPERE[phase]));
            values.add(value(meter, meter.u, phase, 230));
            values.add(value(meter, meter.p, phase, WATT[phase]));
        }
        return String.join(", ", values);
    }

    private static String value(Meter meter, Quantity quantity, int phase, double amount) {
        return String.format(
                Locale.ROOT,
                "{\"at\": %d, \"type\": \"%s\", \"raw\": %.6f, \"lowFirst\": %b}",
                quantity.l1 + phase * quantity.step,
                quantity.type,
                amount / quantity.scale,
                meter.lowFirst);
    }

    /** The map that a user would type, without voltages. */
    private static MeterMap byHand(Meter meter) {
        String text = "{\"function\": " + meter.function + ", \"wordOrder\": \""
                + (meter.lowFirst ? "low-first" : "high-first") + "\", \"addressBase\": \"one-too-high\", \"currents\": ["
                + registers(meter.i) + "], \"powers\": [" + registers(meter.p) + "]}";
        return MeterMapJson.read("by hand", text) instanceof Outcome.Ok<MeterMap>(var map) ? map : fail(text);
    }

    private static MeterMap fail(String text) {
        throw new AssertionError(text);
    }

    private static String registers(Quantity quantity) {
        return IntStream.range(0, 3)
                .mapToObj(phase -> String.format(
                        Locale.ROOT,
                        "{\"register\": %d, \"type\": \"%s\", \"scale\": %s}",
                        quantity.l1 + phase * quantity.step + 1,
                        quantity.type,
                        quantity.scale))
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @EnumSource(Framing.class)
    @Tag("MBM-1")
    @Tag("MBM-2")
    void readsTheSameByPresetAndByAMapMadeByHand(Framing framing) throws IOException {
        int port = play(switch (framing) {
            case TCP -> "tcp";
            case RTU_OVER_TCP -> "rtu";
            case UDP -> "udp";
        });
        MeterPresets presets = MeterPresets.shipped();
        for (int m = 0; m < METERS.size(); m++) {
            Meter meter = METERS.get(m);
            MeterPreset preset = ((Outcome.Ok<MeterPreset>) presets.find(meter.preset)).value();
            MeterAddress address =
                    new MeterAddress(new HostPort("127.0.0.1", port), framing, m + 1, Duration.ofSeconds(5));
            try (ModbusMeter asked = new ModbusMeter(address)) {
                Awaitility.await().atMost(PATIENCE).until(() -> asked.read(preset.map()) instanceof Outcome.Ok);
                for (MeterMap map : List.of(preset.map(), byHand(meter))) {
                    assertThat(asked.read(map).map(GridReading::measured))
                            .as("%s by %s", meter.preset, map.name())
                            .isEqualTo(Outcome.ok(PhaseCurrents.ofMilliampere(12_340, -5_600, 500)));
                }
            }
        }
    }
}
