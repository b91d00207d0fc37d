package plugwright.station.modbus;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import plugwright.model.Ampere;
import plugwright.model.LimitGroup;
import plugwright.model.LimitLink;
import plugwright.model.LimitReason;
import plugwright.model.MainState;
import plugwright.model.Phase;
import plugwright.model.PhaseCurrents;
import plugwright.model.ReasonKind;
import plugwright.station.engine.EnergyManagement.Mode;
import plugwright.station.engine.EnergyView;
import plugwright.station.engine.MeterValues;
import plugwright.station.engine.SetPoint;
import plugwright.station.engine.SocketSnapshot;
import plugwright.station.engine.StationSnapshot;
import plugwright.wire.modbus.RegisterBlock;
import plugwright.wire.modbus.RegisterImage;
import plugwright.wire.modbus.RegisterMap;
import plugwright.wire.modbus.Registers;

/** What a station's registers say at a moment. Pure. What nobody here knows stays unavailable. */
public final class StationRegisters {

    private static final String MANUFACTURER = "Plugwright";

    /** The register table that is served is the first published one. */
    private static final int TABLE_VERSION = 1;

    /** Real numbers of two registers, one after the other. */
    private static final int REAL = 2;

    private static final int COUNTER = 4;

    /** Initialised and updated. */
    private static final int METER_WORKS = 1 | 2;

    /** RTU: the socket's meter is built in. */
    private static final int METER_BUILT_IN = 0;

    private StationRegisters() {}

    /** Unit 200. */
    public static RegisterImage ofStation(RegisterMap map, StationFacts facts, StationSnapshot station) {
        RegisterImage image = new RegisterImage(map, RegisterBlock.STATION);
        image.text(Registers.NAME, facts.name());
        image.text(Registers.MANUFACTURER, MANUFACTURER);
        image.whole(Registers.TABLE_VERSION, TABLE_VERSION);
        image.text(Registers.FIRMWARE, facts.firmware());
        image.text(Registers.PLATFORM, facts.platform());
        image.text(Registers.SERIAL, facts.serial());
        clock(image, facts.clock());
        image.whole(Registers.UPTIME, facts.uptime().toMillis());
        image.whole(Registers.TIME_ZONE, 0);
        image.real(Registers.STATION_MAXIMUM, station.maximumInForce().value());
        image.real(Registers.TEMPERATURE, facts.celsius());
        // No back office is connected.
        image.whole(Registers.BACK_OFFICE_STATE, 0);
        image.whole(Registers.SOCKET_COUNT, station.sockets().size());
        network(image, facts.network(), station.energy());
        return image;
    }

    private static void clock(RegisterImage image, Instant now) {
        ZonedDateTime at = now.atZone(ZoneOffset.UTC);
        List<Integer> parts = List.of(
                at.getYear(), at.getMonthValue(), at.getDayOfMonth(), at.getHour(), at.getMinute(), at.getSecond());
        for (int i = 0; i < parts.size(); i++) {
            image.whole(Registers.DATE_AND_TIME + i, parts.get(i));
        }
    }

    private static void network(
            RegisterImage image, StationFacts.Network network, Optional<EnergyView> energy) {
        image.text(Registers.SCN_NAME, network.name());
        image.whole(Registers.SCN_SOCKETS, network.sockets());
        network.consumption().ifPresent(drawn -> perPhase(image, Registers.SCN_CONSUMPTION, drawn));
        network.maximum().ifPresent(maximum -> perPhase(image, Registers.SCN_ACTUAL_MAXIMUM, maximum));
        for (Phase phase : Phase.values()) {
            Optional<EnergyView.Last> last = energy.map(e -> e.phases().get(phase.index()));
            int offset = REAL * phase.index();
            written(last).ifPresent(ampere -> image.real(Registers.SCN_SET_POINT + offset, ampere));
            image.whole(Registers.SCN_VALID_TIME + offset, remainingSeconds(last));
        }
        image.real(Registers.SCN_SAFE_CURRENT, network.safe().value());
        image.whole(Registers.SCN_ENABLED, energy.filter(e -> e.by().mode() == Mode.NETWORK).isPresent() ? 1 : 0);
    }

    private static void perPhase(RegisterImage image, int first, PhaseCurrents currents) {
        for (Phase phase : Phase.values()) {
            image.real(first + REAL * phase.index(), currents.on(phase).value());
        }
    }

    private static Optional<Double> written(Optional<EnergyView.Last> last) {
        return last.flatMap(EnergyView.Last::written).map(SetPoint::ampere);
    }

    /** Whole seconds, rounded up: 0 means that it holds no more. */
    private static long remainingSeconds(Optional<EnergyView.Last> last) {
        return last.map(l -> l.remaining().plusMillis(Duration.ofSeconds(1).toMillis() - 1).toSeconds())
                .orElse(0L);
    }

    /**
     * Units 1 and 2.
     *
     * @param age of the meter's last reading
     */
    public static RegisterImage ofSocket(
            RegisterMap map, StationFacts facts, StationSnapshot station, SocketSnapshot socket, Duration age) {
        RegisterImage image = new RegisterImage(map, RegisterBlock.SOCKET);
        meter(image, socket, age);
        boolean works = socket.mainState() != MainState.ERROR && socket.mainState() != MainState.INOPERATIVE;
        image.whole(Registers.AVAILABILITY, works ? 1 : 0);
        image.text(Registers.MODE_3_STATE, socket.mode3().name());
        image.real(Registers.APPLIED_MAXIMUM, applied(socket).value());
        Optional<EnergyView.Last> last = station.energy().map(e -> e.sockets().get(socket.number().index()));
        image.whole(Registers.VALID_TIME, remainingSeconds(last));
        written(last).ifPresent(ampere -> image.real(Registers.SET_POINT, ampere));
        image.real(Registers.SAFE_CURRENT, facts.safe().value());
        image.whole(Registers.SET_POINT_DECIDES, setPointDecides(socket) ? 1 : 0);
        image.whole(Registers.PHASES, socket.phases());
        return image;
    }

    private static void meter(RegisterImage image, SocketSnapshot socket, Duration age) {
        image.whole(Registers.METER_STATE, METER_WORKS);
        image.whole(Registers.METER_AGE, age.toMillis());
        image.whole(Registers.METER_TYPE, METER_BUILT_IN);
        double[] values = MeterValues.of(socket.reading());
        for (int i = 0; i < MeterValues.MOMENTARY; i++) {
            image.real(Registers.METER_VALUES + REAL * i, values[i]);
        }
        for (int i = MeterValues.MOMENTARY; i < MeterValues.COUNT; i++) {
            image.real(Registers.METER_COUNTERS + COUNTER * (i - MeterValues.MOMENTARY), values[i]);
        }
    }

    /** What a vehicle is told; while there is none, what one would be allowed at most. */
    private static Ampere applied(SocketSnapshot socket) {
        boolean unused = socket.offer().reason().kind() == ReasonKind.NOT_IN_USE;
        return unused ? lowest(socket).map(LimitLink::limit).orElse(Ampere.ZERO) : socket.offer().told();
    }

    /** The lowest of the limits that stand over a socket, apart from what leads for the moment. */
    private static Optional<LimitLink> lowest(SocketSnapshot socket) {
        return socket.offer().chain().stream().skip(1).findFirst();
    }

    private static boolean setPointDecides(SocketSnapshot socket) {
        LimitReason why = socket.offer().reason();
        return switch (why.kind()) {
            case SET_POINT -> true;
            case CAP_BELOW_MINIMUM -> why.arguments().getLast() == ReasonKind.SET_POINT.code();
            case GROUP -> why.arguments().getFirst() == LimitGroup.ENERGY_MANAGEMENT.code();
            case SHARED -> why.arguments().get(2) == LimitGroup.ENERGY_MANAGEMENT.code();
            case MINIMUM_DOES_NOT_FIT -> why.arguments().get(1) == LimitGroup.ENERGY_MANAGEMENT.code();
            // On the way to it, or waiting for a vehicle that it would limit.
            case NOT_IN_USE, RISING, LOWERING_FIRST ->
                lowest(socket).filter(l -> l.kind() == ReasonKind.SET_POINT).isPresent();
            default -> false;
        };
    }
}
