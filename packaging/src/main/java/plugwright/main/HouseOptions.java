package plugwright.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import plugwright.meter.map.MeterPreset;
import plugwright.meter.map.MeterPresets;
import plugwright.model.FileTrouble;
import plugwright.model.Ipv4Address;
import plugwright.model.Outcome;
import plugwright.model.PhaseCurrents;
import plugwright.model.ProblemCode;
import plugwright.station.engine.ActiveBalancing.Includes;
import plugwright.station.sim.grid.HouseLoads;
import plugwright.station.sim.grid.MeterFault;
import plugwright.station.sim.grid.MeterKind;
import plugwright.station.site.SiteHouse;

/** Options that build a simulated house with its meter around stations. */
final class HouseOptions {

    private static final String MODBUS = "modbus:";

    /** 502 needs privilege on most machines. */
    private static final String DEFAULT_PORT = "1602";

    private static final long MAX_TABLE_BYTES = 40_000_000;
    private static final long MAX_SECONDS = 604_800;

    @Option(
            names = "--house-meter",
            paramLabel = "KIND",
            description = {
                "Builds a simulated house around the stations with this meter: p1-4 (DSMR 4.2) or p1-5 (5.0) at the first",
                "station's P1 port, or modbus:PRESET (\"meter presets\" lists them) over Modbus TCP."
            })
    private @Nullable String meter;

    @Option(
            names = "--house",
            paramLabel = "FILE",
            description = {
                "What the house draws and its PV makes: a table of seconds,house,pv or of",
                "seconds,house_l1,house_l2,house_l3,pv_l1,pv_l2,pv_l3 in ampere; nothing if not given."
            })
    private @Nullable Path loads;

    @Option(
            names = "--house-meter-includes",
            paramLabel = "house|stations",
            defaultValue = "house",
            description = "Whether what the stations draw passes the meter; ${DEFAULT-VALUE} alone if not given.")
    private String includes = "house";

    @Option(
            names = "--house-meter-port",
            paramLabel = "PORT",
            defaultValue = DEFAULT_PORT,
            description = "Where a Modbus meter answers on 127.0.0.1; ${DEFAULT-VALUE} if not given, 0 takes any.")
    private int port;

    @Option(
            names = "--house-meter-fault",
            paramLabel = "FAULT[@S]",
            description = {
                "What is wrong with the meter, from S seconds after the start on: silent, crc, frozen, spikes,",
                "wrong-sign, slow, well. May be given several times, in order of time."
            })
    private List<String> faults = List.of();

    /** The house asked for; empty where none is. @return it, or what is wrong with an option or the table */
    Outcome<Optional<SiteHouse>> house() {
        String kind = meter;
        if (kind == null) {
            return loads == null && faults.isEmpty()
                    ? Outcome.ok(Optional.empty())
                    : wrong("--house and --house-meter-fault need --house-meter.");
        }
        if (!includes.equals("house") && !includes.equals("stations")) {
            return wrong("--house-meter-includes is house or stations, not " + includes + ".");
        }
        if (port < 0 || port > 65_535) {
            return wrong("--house-meter-port is 0 to 65535, not " + port + ".");
        }
        return loads().flatMap(l -> faults().flatMap(f -> house(kind, l, f)));
    }

    private Outcome<Optional<SiteHouse>> house(String kind, HouseLoads its, List<SiteHouse.FaultFrom> wrong) {
        Includes passes = includes.equals("stations") ? Includes.STATION : Includes.HOUSE_ALONE;
        if (kind.equals("p1-4") || kind.equals("p1-5")) {
            MeterKind.P1.Version version = kind.equals("p1-4") ? MeterKind.P1.Version.V4 : MeterKind.P1.Version.V5;
            MeterKind p1 = new MeterKind.P1(version, MeterKind.P1.Power.PER_PHASE);
            return Outcome.ok(Optional.of(new SiteHouse(its, p1, passes, Optional.empty(), wrong)));
        }
        if (!kind.startsWith(MODBUS)) {
            return wrong("--house-meter is p1-4, p1-5 or modbus:PRESET, not " + kind + ".");
        }
        return MeterPresets.shipped().find(kind.substring(MODBUS.length())).map((MeterPreset preset) -> {
            SiteHouse.Endpoint at = new SiteHouse.Endpoint(
                    Ipv4Address.parse("127.0.0.1").orElseThrow(), port, preset.unit());
            return Optional.of(new SiteHouse(its, new MeterKind.Modbus(preset.map()), passes, Optional.of(at), wrong));
        });
    }

    private Outcome<HouseLoads> loads() {
        Path file = loads;
        if (file == null) {
            return Outcome.ok(HouseLoads.constant(PhaseCurrents.ZERO, PhaseCurrents.ZERO));
        }
        try {
            return Files.size(file) > MAX_TABLE_BYTES
                    ? Outcome.failed(ProblemCode.FILE_UNREADABLE, file.toString(), "it is larger than a table can be")
                    : HouseLoads.parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            return new Outcome.Failed<>(FileTrouble.reading(file.toString(), e));
        }
    }

    private Outcome<List<SiteHouse.FaultFrom>> faults() {
        List<SiteHouse.FaultFrom> all = new ArrayList<>();
        for (String text : faults) {
            String[] parts = text.split("@", 2);
            String name = parts[0].replace('-', '_').toUpperCase(Locale.ROOT);
            Optional<MeterFault> fault =
                    Arrays.stream(MeterFault.values()).filter(f -> f.name().equals(name)).findFirst();
            boolean timed = parts.length > 1;
            if (fault.isEmpty() || (timed && !parts[1].matches("[0-9]{1,6}"))) {
                return wrong("--house-meter-fault is like silent or silent@60, not " + text + "; known are "
                        + Arrays.stream(MeterFault.values())
                                .map(f -> f.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .collect(Collectors.joining(", "))
                        + ".");
            }
            long after = timed ? Math.min(Long.parseLong(parts[1]), MAX_SECONDS) : 0;
            all.add(new SiteHouse.FaultFrom(Duration.ofSeconds(after), fault.get()));
        }
        return Outcome.ok(all);
    }

    private static <T> Outcome<T> wrong(String why) {
        return Outcome.failed(ProblemCode.BAD_ARGUMENT, why);
    }
}
