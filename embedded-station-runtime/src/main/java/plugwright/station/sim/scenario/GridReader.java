package plugwright.station.sim.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import plugwright.meter.map.MeterPreset;
import plugwright.meter.map.MeterPresets;
import plugwright.model.Ampere;
import plugwright.model.Outcome;
import plugwright.model.PhaseCurrents;
import plugwright.station.engine.ActiveBalancing;
import plugwright.station.engine.ActiveBalancing.Includes;
import plugwright.station.engine.ActiveBalancing.Source;
import plugwright.station.sim.grid.House;
import plugwright.station.sim.grid.HouseLoads;
import plugwright.station.sim.grid.MeterFault;
import plugwright.station.sim.grid.MeterKind;
import tools.jackson.databind.JsonNode;

/** Reads the house around a station: {@code grid}, and what events and expectations say of it. */
final class GridReader {

    private static final int MAX_CURRENT = 500_000;
    private static final int PHASES = 3;

    /** Where a simulated Modbus meter is said to be; nothing is asked there. */
    private static final Source MODBUS = new Source.Modbus("192.168.0.5", 502);

    private enum Meter {
        P1_4,
        P1_5,
        MODBUS
    }

    private final House house;
    private final ActiveBalancing balancing;
    private final List<Grid.Change> changes = new ArrayList<>();
    private final List<Grid.Lines> lines = new ArrayList<>();
    private PhaseCurrents drawn = PhaseCurrents.ZERO;
    private PhaseCurrents pv = PhaseCurrents.ZERO;

    /** @param beside gives the text of a file that lies beside the scenario */
    GridReader(Fields f, Function<String, Outcome<String>> beside) {
        Ampere maximum = new Ampere(f.milli("maximum", 0, MAX_CURRENT));
        Ampere safe = new Ampere(f.milli("safe", 0, MAX_CURRENT));
        Includes includes = f.optionalChoice("includes", Includes.class).orElse(Includes.HOUSE_ALONE);
        MeterKind meter = meter(f);
        HouseLoads loads = f.has("csv") ? csv(f, beside) : constant(f);
        f.refuseOthers();
        house = new House(maximum.milliampere(), loads, meter, includes);
        balancing = new ActiveBalancing(
                maximum, safe, includes, meter instanceof MeterKind.P1 ? new Source.P1() : MODBUS);
    }

    private static MeterKind meter(Fields f) {
        Meter meter = f.optionalChoice("meter", Meter.class).orElse(Meter.P1_5);
        boolean signed = f.optionalBoolean("signed").orElse(true);
        if (meter == Meter.MODBUS) {
            String key = f.text("preset");
            return switch (MeterPresets.shipped().find(key)) {
                case Outcome.Ok<MeterPreset>(var preset) ->
                    new MeterKind.Modbus(signed ? preset.map() : preset.map().withoutDirection());
                case Outcome.Failed<MeterPreset>(var problem) -> throw f.wrong("preset", problem.toString());
            };
        }
        return new MeterKind.P1(
                meter == Meter.P1_4 ? MeterKind.P1.Version.V4 : MeterKind.P1.Version.V5,
                signed ? MeterKind.P1.Power.PER_PHASE : MeterKind.P1.Power.NONE);
    }

    private HouseLoads constant(Fields f) {
        drawn = f.has("house") ? phases(f, "house") : PhaseCurrents.ZERO;
        pv = f.has("pv") ? phases(f, "pv") : PhaseCurrents.ZERO;
        return HouseLoads.constant(drawn, pv);
    }

    private static HouseLoads csv(Fields f, Function<String, Outcome<String>> beside) {
        JsonNode node = f.get("csv").orElseThrow();
        Outcome<HouseLoads> loads = node.isString()
                ? beside.apply(node.stringValue()).flatMap(text -> HouseLoads.parse(node.stringValue(), text))
                : HouseLoads.parse(
                        "csv",
                        f.values("csv").stream().map(v -> v.isString() ? v.stringValue() : v.toString())
                                .collect(Collectors.joining("\n")));
        return switch (loads) {
            case Outcome.Ok<HouseLoads>(var read) -> read;
            case Outcome.Failed<HouseLoads>(var problem) ->
                throw f.wrong("csv", String.join(": ", problem.details()));
        };
    }

    /** One number for all phases, or a list of three. */
    private static PhaseCurrents phases(Fields f, String name) {
        JsonNode node = f.get(name).orElseThrow();
        if (!node.isArray()) {
            Ampere same = new Ampere(f.milli(node, name, 0, MAX_CURRENT));
            return new PhaseCurrents(same, same, same);
        }
        List<JsonNode> values = f.values(name);
        if (values.size() != PHASES) {
            throw f.wrong(name, "one number is needed, or three for L1, L2 and L3");
        }
        return PhaseCurrents.ofMilliampere(
                f.milli(values.get(0), name, 0, MAX_CURRENT),
                f.milli(values.get(1), name, 0, MAX_CURRENT),
                f.milli(values.get(2), name, 0, MAX_CURRENT));
    }

    ActiveBalancing balancing() {
        return balancing;
    }

    Grid grid() {
        return new Grid(house, changes, lines);
    }

    /** Takes what an event says of the house. @return how many things these are */
    int event(Fields f, int at) {
        Duration moment = Duration.ofMillis(at);
        int before = changes.size();
        if (f.has("house") || f.has("pv")) {
            drawn = f.has("house") ? phases(f, "house") : drawn;
            pv = f.has("pv") ? phases(f, "pv") : pv;
            changes.add(new Grid.Change.Load(moment, drawn, pv));
        }
        f.optionalChoice("meter", MeterFault.class)
                .ifPresent(fault -> changes.add(new Grid.Change.Fault(moment, fault)));
        return changes.size() - before;
    }

    /** Takes what an expectation says of the log. @return whether it says anything */
    boolean expectation(Fields f, int at) {
        if (!f.has("log")) {
            return false;
        }
        List<String> expected = f.values("log").stream()
                .map(v -> {
                    if (!v.isString()) {
                        throw f.wrong("log", "texts in quotes are needed, not " + v);
                    }
                    return v.stringValue();
                })
                .toList();
        lines.add(new Grid.Lines(Duration.ofMillis(at), expected));
        return true;
    }
}
