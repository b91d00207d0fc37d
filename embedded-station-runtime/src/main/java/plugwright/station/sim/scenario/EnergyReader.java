package plugwright.station.sim.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import plugwright.model.Ampere;
import plugwright.model.Ipv4Address;
import plugwright.model.Phase;
import plugwright.model.SocketNumber;
import plugwright.station.engine.EnergyManagement;
import plugwright.station.engine.SetPoint;
import plugwright.station.engine.StationEvent;
import plugwright.station.sim.WorldCommand;
import tools.jackson.databind.JsonNode;

/**
 * Reads an energy management system: its settings, and the orders by which it writes set points over and over until the
 * next one.
 */
final class EnergyReader {

    private static final int MAX_CURRENT = 500_000;
    private static final int MILLIS = 1_000;

    /** As often as a usual one writes. */
    private static final int USUAL_PERIOD = 25;

    private static final int LONGEST_PERIOD = 86_400;

    /** 2530_4. */
    private static final int SHORTEST_VALIDITY = 5;

    private static final int LONGEST_VALIDITY = 65_535;
    private static final int USUAL_VALIDITY = 60;

    /** Of one scenario: a day each second. */
    private static final int MOST_WRITES = 100_000;

    private static final Ipv4Address MASTER = Ipv4Address.parse("192.168.0.10").orElseThrow();

    /** As the guide names them. */
    private enum Mode {
        OFF,
        SOCKET,
        SCN
    }

    private final int sockets;
    private final List<Order> orders = new ArrayList<>();
    private final List<Grid.Lines> lines = new ArrayList<>();

    /** From a moment on these are written, again after each period. */
    private record Order(int at, int period, List<StationEvent> writes) {}

    EnergyReader(int sockets) {
        this.sockets = sockets;
    }

    /** A station's settings. */
    static EnergyManagement settings(Fields f) {
        Mode mode = f.optionalChoice("mode", Mode.class).orElseThrow(() -> f.wrong("mode", "missing"));
        EnergyManagement read = new EnergyManagement(
                switch (mode) {
                    case OFF -> EnergyManagement.Mode.OFF;
                    case SOCKET -> EnergyManagement.Mode.SOCKET;
                    case SCN -> EnergyManagement.Mode.NETWORK;
                },
                Duration.ofSeconds(f.optionalWhole("validity", SHORTEST_VALIDITY, LONGEST_VALIDITY).orElse(USUAL_VALIDITY)),
                new Ampere(f.milli("safe", 0, MAX_CURRENT)));
        f.refuseOthers();
        return read;
    }

    /**
     * Takes what an event says of the system.
     *
     * @return how many orders that is
     */
    int event(Fields f, int at) {
        Optional<JsonNode> order = f.get("ems");
        if (order.filter(JsonNode::isString).isPresent()) {
            if (!f.text("ems").equals("silent")) {
                throw f.wrong("ems", "\"silent\" is needed, or an object with what it writes");
            }
            orders.add(new Order(at, LONGEST_PERIOD, List.of()));
        } else if (order.isPresent()) {
            orders.add(order(f.object("ems"), at));
        }
        return order.isPresent() ? 1 : 0;
    }

    private Order order(Fields f, int at) {
        int period = f.optionalWhole("every", 1, LONGEST_PERIOD).orElse(USUAL_PERIOD);
        List<StationEvent> writes = new ArrayList<>();
        points(f, "sockets", sockets, writes, i -> point ->
                new StationEvent.SetPointWritten(SocketNumber.values()[i], point));
        points(f, "phases", Phase.values().length, writes, i -> point ->
                new StationEvent.NetworkSetPointWritten(Phase.values()[i], point));
        f.refuseOthers();
        if (writes.isEmpty()) {
            throw f.wrong("sockets", "nothing is written, neither here nor under phases");
        }
        return new Order(at, period, writes);
    }

    /** What is done with a set point. */
    @FunctionalInterface
    private interface Write {
        StationEvent of(SetPoint point);
    }

    /** Numbers in order, null where none is written. */
    private static void points(Fields f, String name, int count, List<StationEvent> writes, IntFunction<Write> make) {
        List<JsonNode> values = f.values(name);
        if (!values.isEmpty() && values.size() != count) {
            throw f.wrong(name, count + " values are needed here, null for any that is not written");
        }
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).isNull()) {
                double ampere = f.milli(values.get(i), name, 0, MAX_CURRENT) / (double) MILLIS;
                writes.add(make.apply(i).of(new SetPoint(ampere, MASTER)));
            }
        }
    }

    /**
     * Takes what an expectation says of the log.
     *
     * @return whether it says anything
     */
    boolean expectation(Fields f, int at) {
        if (!f.has("log")) {
            return false;
        }
        List<String> expected = new ArrayList<>();
        for (JsonNode line : f.values("log")) {
            if (!line.isString()) {
                throw f.wrong("log", "texts in quotes are needed, not " + line);
            }
            expected.add(line.stringValue());
        }
        lines.add(new Grid.Lines(Duration.ofMillis(at), expected));
        return true;
    }

    List<Grid.Lines> lines() {
        return lines;
    }

    /**
     * Everything that it writes up to a moment.
     *
     * @param f the file, for what is wrong with that
     * @param end in ms after the start
     */
    List<Scenario.Event> writes(Fields f, int end) {
        List<Scenario.Event> events = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            Order order = orders.get(i);
            int until = i + 1 < orders.size() ? orders.get(i + 1).at : end + 1;
            for (long at = order.at; at < until && !order.writes.isEmpty(); at += (long) order.period * MILLIS) {
                for (StationEvent write : order.writes) {
                    events.add(new Scenario.Event(Duration.ofMillis(at), 0, new WorldCommand.FromOutside(write)));
                }
                if (events.size() > MOST_WRITES) {
                    throw f.wrong("events", "more than " + MOST_WRITES + " set points are written");
                }
            }
        }
        return events;
    }
}
