package plugwright.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import plugwright.meter.GridCurrent;
import plugwright.meter.GridReading;
import plugwright.meter.io.MeterAddress;
import plugwright.meter.io.ModbusMeter;
import plugwright.meter.map.MeterMap;
import plugwright.meter.map.MeterMapJson;
import plugwright.meter.map.MeterPreset;
import plugwright.meter.map.MeterPresets;
import plugwright.meter.modbus.Framing;
import plugwright.meter.modbus.ReadRequest;
import plugwright.model.FileTrouble;
import plugwright.model.HostPort;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.model.Problems;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code plugwright meter}: Modbus meters. */
@Command(name = "meter", description = "Modbus meters at the house connection.", mixinStandardHelpOptions = true)
final class MeterCommand implements Runnable {

    /** A map is a page; what is longer is something else. */
    private static final long MAX_MAP_BYTES = 64_000;

    private static final int MAX_TIMEOUT_MILLIS = 60_000;

    /** The unit number most meters come with. */
    private static final int USUAL_UNIT = 1;

    private final Wiring wiring;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    MeterCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: meter test HOST:PORT, or meter presets.");
    }

    @Command(description = "Lists the meters whose registers are known.", mixinStandardHelpOptions = true)
    int presets(@Option(names = "--json", description = "One JSON value a line.") boolean json) {
        for (MeterPreset preset : MeterPresets.shipped().usable()) {
            if (json) {
                ObjectNode node = wiring.console().object();
                node.put("preset", preset.key());
                node.put("name", preset.map().name());
                node.put("models", preset.models());
                node.put("unit", preset.unit());
                wiring.console().json(node);
            } else {
                wiring.console()
                        .say(String.format(
                                Locale.ROOT, "%-24s unit %-3d %s (%s)", preset.key(), preset.unit(),
                                preset.map().name(), preset.models()));
            }
        }
        if (!json) {
            wiring.console().say(String.format(
                    Locale.ROOT, "%-24s %-8s meters that describe themselves", MeterPresets.SUNSPEC, ""));
        }
        return ExitCode.OK;
    }

    /** What is to be asked, and by which map; no map where the meter describes itself. */
    private record Question(int unit, Optional<MeterMap> map) {}

    @Command(
            description = {
                "Asks a meter once and shows the current of each phase, negative where it feeds in, or says what is wrong.",
                "Exit code 0 only where there was a plausible reading."
            },
            mixinStandardHelpOptions = true)
    int test(
            @Parameters(paramLabel = "HOST:PORT", description = "Port 502 if not given.") String address,
            @Option(names = "--unit", paramLabel = "U", description = "0 to 255; the preset's own, or 1, if not given.")
                    @Nullable Integer unit,
            @Option(names = "--map", paramLabel = "FILE", description = "A register map (docs/meter-maps.md).")
                    @Nullable Path file,
            @Option(names = "--preset", paramLabel = "NAME", description = "A known meter; \"meter presets\" lists them.")
                    @Nullable String preset,
            @Option(
                            names = "--transport",
                            paramLabel = "tcp|rtu|udp",
                            defaultValue = "tcp",
                            description = "Modbus TCP, RTU frames over TCP, or UDP; ${DEFAULT-VALUE} if not given.")
                    String transport,
            @Option(
                            names = "--timeout",
                            paramLabel = "MS",
                            defaultValue = "2000",
                            description = "For each answer; ${DEFAULT-VALUE} if not given.")
                    int timeout,
            @Option(names = "--json", description = "One JSON value a line.") boolean json) {
        if ((file == null) == (preset == null)) {
            throw new ParameterException(spec.commandLine(), "Name a map with --map or a meter with --preset.");
        }
        Optional<Framing> framing = framing(transport);
        Optional<HostPort> at = HostPort.parse(address, MeterAddress.MODBUS_PORT);
        if (framing.isEmpty() || at.isEmpty() || timeout < 1 || timeout > MAX_TIMEOUT_MILLIS) {
            throw new ParameterException(
                    spec.commandLine(), "The address is like 192.168.0.5:502, the transport tcp, rtu or udp, the time"
                            + " from 1 to " + MAX_TIMEOUT_MILLIS + " ms.");
        }
        if (unit != null && (unit < 0 || unit > ReadRequest.LAST_UNIT)) {
            throw new ParameterException(spec.commandLine(), "A unit is from 0 to " + ReadRequest.LAST_UNIT + ".");
        }
        return switch (question(file, preset, unit)) {
            case Outcome.Failed<Question>(var problem) -> fail(problem, json);
            case Outcome.Ok<Question>(var question) ->
                ask(new MeterAddress(at.get(), framing.get(), question.unit, Duration.ofMillis(timeout)), question, json);
        };
    }

    private static Optional<Framing> framing(String transport) {
        return switch (transport) {
            case "tcp" -> Optional.of(Framing.TCP);
            case "rtu" -> Optional.of(Framing.RTU_OVER_TCP);
            case "udp" -> Optional.of(Framing.UDP);
            default -> Optional.empty();
        };
    }

    private static Outcome<Question> question(
            @Nullable Path file, @Nullable String preset, @Nullable Integer unit) {
        if (file != null) {
            return map(file).map(m -> new Question(unit == null ? USUAL_UNIT : unit, Optional.of(m)));
        }
        if (MeterPresets.SUNSPEC.equals(preset)) {
            return Outcome.ok(new Question(unit == null ? USUAL_UNIT : unit, Optional.empty()));
        }
        return MeterPresets.shipped()
                .find(String.valueOf(preset))
                .map(p -> new Question(unit == null ? p.unit() : unit, Optional.of(p.map())));
    }

    private static Outcome<MeterMap> map(Path file) {
        try {
            if (Files.size(file) > MAX_MAP_BYTES) {
                return Outcome.failed(ProblemCode.METER_MAP_UNREADABLE, file.toString(), "it is larger than a map can be");
            }
            return MeterMapJson.read(file.toString(), Files.readString(file));
        } catch (IOException e) {
            return new Outcome.Failed<>(FileTrouble.reading(file.toString(), e));
        }
    }

    private int ask(MeterAddress address, Question question, boolean json) {
        try (ModbusMeter meter = new ModbusMeter(address)) {
            Outcome<MeterMap> map = question.map.<Outcome<MeterMap>>map(Outcome::ok).orElseGet(meter::findSunSpec);
            return switch (map) {
                case Outcome.Failed<MeterMap>(var problem) -> fail(problem, json);
                case Outcome.Ok<MeterMap>(var found) ->
                    switch (meter.read(found)) {
                        case Outcome.Failed<GridReading>(var problem) -> fail(problem, json);
                        case Outcome.Ok<GridReading>(var reading) -> tell(found, reading, json);
                    };
            };
        }
    }

    private int tell(MeterMap map, GridReading reading, boolean json) {
        List<GridCurrent> phases = reading.phases();
        if (json) {
            ObjectNode node = wiring.console().object();
            node.put("read", true);
            node.put("meter", map.name());
            ArrayNode currents = node.putArray("currents");
            phases.forEach(p -> currents.add(p.measured().value()));
            ArrayNode guarded = node.putArray("guarded");
            phases.forEach(p -> guarded.add(p.guarded().value()));
            node.put("tellsFeedIn", reading.tellsFeedIn());
            node.put("blockReads", map.reads().size());
            wiring.console().json(node);
        } else {
            wiring.console()
                    .say(phases.stream()
                                    .map(p -> String.format(Locale.ROOT, "%.3f", p.measured().value()))
                                    .collect(Collectors.joining(" / ", "", " A"))
                            + "  " + map.name()
                            + (reading.tellsFeedIn()
                                    ? ""
                                    : "  feed-in cannot be told: all counts as consumption, PV is not used"));
        }
        return ExitCode.OK;
    }

    private int fail(Problem problem, boolean json) {
        if (json) {
            ObjectNode node = wiring.console().object();
            node.put("read", false);
            node.put("code", problem.code().code());
            node.put("reason", Problems.text(problem, Locale.getDefault()));
            wiring.console().json(node);
        }
        return wiring.console().fail(problem);
    }
}
