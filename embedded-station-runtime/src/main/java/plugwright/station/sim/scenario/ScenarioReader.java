package plugwright.station.sim.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import java.util.stream.Stream;
import plugwright.model.Ampere;
import plugwright.model.LedPattern;
import plugwright.model.MainState;
import plugwright.model.Mode3State;
import plugwright.model.Outcome;
import plugwright.model.Phase;
import plugwright.model.ProblemCode;
import plugwright.model.ReasonKind;
import plugwright.model.SocketNumber;
import plugwright.station.engine.StationEvent;
import plugwright.station.engine.StationEvent.BootReason;
import plugwright.station.engine.StationSettings;
import plugwright.station.engine.Suspension;
import plugwright.station.sim.RandomSite;
import plugwright.station.sim.VehicleSpec;
import plugwright.station.sim.WorldCommand;
import plugwright.station.sim.scenario.Scenario.Event;
import plugwright.station.sim.scenario.Scenario.Expectation;
import plugwright.station.sim.scenario.Scenario.TotalChange;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads scenario files ({@code docs/scenarios.md}). */
public final class ScenarioReader {

    /** A week in ms: a scenario shows something; more is for random days. */
    private static final int MAX_AT = 604_800_000;

    private static final int MAX_CURRENT = 500_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Map<String, VehicleSpec> vehicles = new HashMap<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Expectation> expectations = new ArrayList<>();
    private final List<TotalChange> totals = new ArrayList<>();
    private final boolean isSite;
    private final Optional<GridReader> grid;
    private final Optional<EnergyReader> energy;
    private final List<StationSettings> stations;
    /** Settings as they are at the event that is being read. */
    private final List<StationSettings> present;

    private ScenarioReader(List<StationSettings> stations, boolean isSite, Optional<GridReader> grid) {
        this.isSite = isSite;
        this.grid = grid;
        this.stations = grid.map(GridReader::balancing)
                .map(by -> List.of(stations.getFirst().with(Optional.of(by))))
                .orElse(List.copyOf(stations));
        this.energy = this.stations.getFirst().energyManagement().map(_ -> new EnergyReader(stations.getFirst().sockets()));
        this.present = new ArrayList<>(this.stations);
    }

    /**
     * Reads a file's text.
     *
     * @param file its name, for the error
     * @param seed for the dynamics of vehicles that the file leaves open; 0 for usual ones
     * @return the scenario, or {@link ProblemCode#SCENARIO_UNREADABLE} with what is wrong and where
     */
    public static Outcome<Scenario> read(String file, String text, long seed) {
        return read(file, text, seed, name -> Outcome.failed(ProblemCode.FILE_UNREADABLE, name, "no folder"));
    }

    /**
     * The same, where tables may lie beside the file.
     *
     * @param beside gives their text by their name
     */
    public static Outcome<Scenario> read(
            String file, String text, long seed, Function<String, Outcome<String>> beside) {
        try {
            return Outcome.ok(read(new Fields(JSON.readTree(text), ""), seed, beside));
        } catch (JacksonException e) {
            return Outcome.failed(ProblemCode.SCENARIO_UNREADABLE, file, "not JSON: " + e.getOriginalMessage()
                    + Optional.ofNullable(e.getLocation()).map(l -> " (line " + l.getLineNr() + ")").orElse(""));
        } catch (Fields.Wrong e) {
            return Outcome.failed(ProblemCode.SCENARIO_UNREADABLE, file, e.text() + Lines.of(JSON, text, e.place()));
        }
    }

    private static Scenario read(Fields f, long seed, Function<String, Outcome<String>> beside) {
        String name = f.text("name");
        Optional<Fields> site = f.optionalObject("site");
        Optional<Ampere> total = site.map(its -> new Ampere(its.milli("total", 0, MAX_CURRENT)));
        Optional<Fields> connected = f.optionalObject("network");
        Optional<Scenario.Network> network = connected.map(ScenarioReader::network);
        ScenarioReader reader = new ScenarioReader(
                site.or(() -> connected)
                        .map(ScenarioReader::stations)
                        .orElseGet(() -> List.of(StationReader.read(f.object("station")))),
                site.isPresent() || network.isPresent(),
                f.optionalObject("grid").map(g -> new GridReader(g, beside)));
        if (reader.isSite && reader.grid.isPresent()) {
            throw f.wrong("grid", "a house has one station, not a site or a network");
        }
        if (reader.stations.stream().anyMatch(s -> s.energyManagement().isPresent())
                && (reader.isSite || reader.grid.isPresent())) {
            throw f.wrong("station", "energyManagement is for one station with neither site, network nor grid");
        }
        VehicleReader vehicleReader = new VehicleReader(seed);
        f.optionalObject("vehicles").ifPresent(all -> {
            for (String kind : all.names()) {
                reader.vehicles.put(kind, vehicleReader.read(all.object(kind)));
            }
        });
        inOrder(f.objects("events"), reader::event);
        inOrder(f.objects("expect"), reader::expectation);
        int length = f.optionalMilli("length", 0, MAX_AT).orElse(0);
        f.refuseOthers();
        if (reader.expectations.isEmpty()) {
            throw f.wrong("expect", "a scenario that expects nothing shows nothing");
        }
        Optional<Grid> grid = reader.grid.map(GridReader::grid);
        return new Scenario(
                name, reader.stations, total, reader.allEvents(f, length), reader.totals, reader.expectations,
                Duration.ofMillis(length), grid,
                grid.map(Grid::lines).or(() -> reader.energy.map(EnergyReader::lines)).orElse(List.of()),
                network);
    }

    /** Those of the file and what an energy management system writes until the end. */
    private List<Event> allEvents(Fields f, int length) {
        if (energy.isEmpty()) {
            return events;
        }
        long end = Stream.of(
                        events.stream().map(Event::at),
                        expectations.stream().map(Expectation::at),
                        energy.get().lines().stream().map(Grid.Lines::at))
                .flatMap(moments -> moments)
                .mapToLong(Duration::toMillis)
                .reduce(length, Math::max);
        return Stream.concat(events.stream(), energy.get().writes(f, (int) end).stream())
                .sorted(Comparator.comparing(Event::at))
                .toList();
    }

    private static Scenario.Network network(Fields f) {
        int total = f.milli("total", 0, MAX_CURRENT);
        return new Scenario.Network(
                new Ampere(total),
                new Ampere(f.optionalMilli("totalSafe", 0, MAX_CURRENT).orElse(total)),
                new Ampere(f.optionalMilli("safe", 0, MAX_CURRENT).orElse(0)));
    }

    private static List<StationSettings> stations(Fields site) {
        List<StationSettings> stations = site.objects("stations").stream().map(StationReader::read).toList();
        site.refuseOthers();
        if (stations.isEmpty() || stations.size() > RandomSite.MAX_STATIONS) {
            throw site.wrong("stations", "a list of 1 to " + RandomSite.MAX_STATIONS + " stations is needed");
        }
        return stations;
    }

    /** Which station is meant, from 0; the first one where nothing is said. */
    private int of(Fields f) {
        return f.optionalWhole("of", 1, stations.size()).orElse(1) - 1;
    }

    private static void inOrder(List<Fields> all, ObjIntConsumer<Fields> consumer) {
        int last = 0;
        for (Fields f : all) {
            int at = f.milli("at", 0, MAX_AT);
            if (at < last) {
                throw f.wrong("at", "comes before the one above; times have to be in order");
            }
            last = at;
            f.optionalText("note");
            consumer.accept(f, at);
            f.refuseOthers();
        }
    }

    private void event(Fields f, int at) {
        Optional<Integer> total = f.optionalMilli("total", 0, MAX_CURRENT);
        int of = of(f);
        List<WorldCommand> commands = new ArrayList<>();
        optionalSocket(f, "plug", of).ifPresent(s -> commands.add(new WorldCommand.PlugIn(s, vehicle(f))));
        optionalSocket(f, "unplug", of).ifPresent(s -> commands.add(new WorldCommand.Unplug(s)));
        f.optionalObject("set").ifPresent(change -> {
            present.set(of, StationReader.change(present.get(of), change));
            commands.add(new WorldCommand.ChangeSettings(present.get(of)));
        });
        f.optionalText("station").ifPresent(what -> commands.add(station(f, what, of)));
        f.optionalChoice("suspend", Suspension.class)
                .ifPresent(s -> commands.add(new WorldCommand.FromOutside(new StationEvent.SuspensionChanged(s))));
        List<WorldCommand> profile = profile(f);
        int others = grid.map(g -> g.event(f, at)).orElse(0) + energy.map(e -> e.event(f, at)).orElse(0)
                + (profile.isEmpty() ? 0 : 1);
        if (commands.size() + total.stream().count() + others != 1) {
            throw f.wrong(
                    "at",
                    "exactly one of plug, unplug, set, station, suspend, profile, total, house and pv, meter, ems is needed");
        }
        commands.addAll(profile);
        if (total.isPresent() && !isSite) {
            throw f.wrong("total", "only a site or a network has one");
        }
        commands.forEach(c -> events.add(new Event(Duration.ofMillis(at), of, c)));
        total.ifPresent(t -> totals.add(new TotalChange(Duration.ofMillis(at), new Ampere(t))));
    }

    /** What the charging profiles of a back office allow each socket from now on; null lifts them. */
    private List<WorldCommand> profile(Fields f) {
        List<JsonNode> values = f.values("profile");
        if (values.isEmpty()) {
            return List.of();
        }
        if (isSite || grid.isPresent() || energy.isPresent()) {
            throw f.wrong("profile", "it is for one station with neither site, network, grid nor energyManagement");
        }
        int sockets = stations.getFirst().sockets();
        if (values.size() != sockets) {
            throw f.wrong("profile", "one value per socket is needed, " + sockets + " here, null for none");
        }
        List<WorldCommand> commands = new ArrayList<>();
        for (int i = 0; i < sockets; i++) {
            Optional<Ampere> limit = values.get(i).isNull()
                    ? Optional.empty()
                    : Optional.of(new Ampere(f.milli(values.get(i), "profile", 0, MAX_CURRENT)));
            commands.add(new WorldCommand.FromOutside(
                    new StationEvent.SocketLimited(SocketNumber.values()[i], ReasonKind.PROFILE, limit)));
        }
        return commands;
    }

    private WorldCommand station(Fields f, String what, int of) {
        return switch (what) {
            case "boot" -> new WorldCommand.Boot(present.get(of), BootReason.COMMAND);
            case "shut-down" -> new WorldCommand.ShutDown();
            default -> throw f.wrong("station", "\"" + what + "\" is none of boot, shut-down");
        };
    }

    private VehicleSpec vehicle(Fields f) {
        String kind = f.text("vehicle");
        return Optional.ofNullable(vehicles.get(kind))
                .orElseThrow(() -> f.wrong("vehicle", "there is no \"" + kind + "\" under vehicles"));
    }

    private Optional<SocketNumber> optionalSocket(Fields f, String name, int of) {
        return f.optionalWhole(name, 1, stations.get(of).sockets()).map(n -> SocketNumber.values()[n - 1]);
    }

    private void expectation(Fields f, int at) {
        int before = expectations.size();
        int of = of(f);
        eachSocket(f, "told", at, of, (s, v) -> new Expected.Told(s, new Ampere(f.milli(v, "told", 0, MAX_CURRENT))));
        eachSocket(f, "pilot", at, of, (s, v) -> new Expected.Pilot(s, f.choice(v, "pilot", Mode3State.class)));
        eachSocket(f, "state", at, of, (s, v) -> new Expected.State(s, f.choice(v, "state", MainState.class)));
        eachSocket(f, "led", at, of, (s, v) -> new Expected.Led(s, f.choice(v, "led", LedPattern.class)));
        eachSocket(f, "panel", at, of, (s, v) -> {
            if (!v.isString()) {
                throw f.wrong("panel", "texts in quotes are needed, not " + v);
            }
            return new Expected.Panel(s, v.stringValue());
        });
        f.optionalObject("toldSum").ifPresent(sums -> {
            for (Phase phase : Phase.values()) {
                sums.optionalMilli(phase.name(), 0, MAX_CURRENT)
                        .ifPresent(mA -> expect(at, of, new Expected.ToldSum(phase, new Ampere(mA))));
            }
            sums.refuseOthers();
        });
        f.optionalMilli("available", 0, MAX_CURRENT)
                .ifPresent(mA -> expect(at, of, new Expected.Available(new Ampere(mA))));
        boolean log = grid.map(g -> g.expectation(f, at))
                .or(() -> energy.map(e -> e.expectation(f, at)))
                .orElse(false);
        if (expectations.size() == before && !log) {
            throw f.wrong("at", "nothing is expected beside it: told, toldSum, available, pilot, state, led, panel or log");
        }
    }

    private void expect(int at, int of, Expected expected) {
        expectations.add(new Expectation(Duration.ofMillis(at), of, expected));
    }

    /** One value per socket in order; null where nothing is expected of a socket. */
    private void eachSocket(
            Fields f, String name, int at, int of, BiFunction<SocketNumber, JsonNode, Expected> make) {
        List<JsonNode> values = f.values(name);
        if (!values.isEmpty() && values.size() != stations.get(of).sockets()) {
            throw f.wrong(
                    name, "one value per socket is needed, " + stations.get(of).sockets() + " here, null for any");
        }
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).isNull()) {
                expect(at, of, make.apply(SocketNumber.values()[i], values.get(i)));
            }
        }
    }
}
