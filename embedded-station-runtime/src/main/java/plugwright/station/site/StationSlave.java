package plugwright.station.site;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import plugwright.model.Ipv4Address;
import plugwright.model.Phase;
import plugwright.model.SiteTime;
import plugwright.model.SocketNumber;
import plugwright.station.engine.ChargingPhases;
import plugwright.station.engine.SetPoint;
import plugwright.station.engine.SocketSnapshot;
import plugwright.station.engine.StationEvent;
import plugwright.station.engine.StationSnapshot;
import plugwright.station.modbus.StationFacts;
import plugwright.station.modbus.StationRegisters;
import plugwright.station.sim.WorldCommand;
import plugwright.wire.modbus.ModbusFault;
import plugwright.wire.modbus.RegisterBlock;
import plugwright.wire.modbus.RegisterImage;
import plugwright.wire.modbus.RegisterMap;
import plugwright.wire.modbus.RegisterWrite;
import plugwright.wire.modbus.Registers;
import plugwright.wire.modbus.SlaveStation;

/** A station's registers while it runs: made anew when the site's clock has moved on or a master has written. */
final class StationSlave implements SlaveStation {

    private static final int WORDS_OF_A_REAL = 2;

    private final StationMind mind;
    private final RegisterMap map;
    private final Supplier<SiteTime> clock;
    private Optional<Moment> latest = Optional.empty();

    StationSlave(StationMind mind, RegisterMap map, Supplier<SiteTime> clock) {
        this.mind = mind;
        this.map = map;
        this.clock = clock;
    }

    /** What the registers of a moment are made of, and those that somebody asked for. */
    private record Moment(
            SiteTime at, StationFacts facts, StationSnapshot snapshot, Map<Integer, RegisterImage> images) {}

    /** Closed to everyone the port does not answer at all; who is still in it may read. */
    @Override
    public Permission permission() {
        return mind.modbus().orElse(Permission.READ);
    }

    @Override
    public synchronized Optional<RegisterImage> image(int unit) {
        SiteTime moment = clock.get();
        Moment now = latest.filter(known -> known.at.equals(moment)).orElseGet(() -> mind.registers(
                (facts, snapshot) -> new Moment(moment, facts, snapshot, new HashMap<>())));
        latest = Optional.of(now);
        boolean exists = RegisterBlock.STATION.units().contains(unit)
                || (unit >= 1 && unit <= now.snapshot.sockets().size());
        return exists ? Optional.of(now.images.computeIfAbsent(unit, _ -> make(unit, now))) : Optional.empty();
    }

    private RegisterImage make(int unit, Moment now) {
        if (RegisterBlock.STATION.units().contains(unit)) {
            return StationRegisters.ofStation(map, now.facts, now.snapshot);
        }
        Duration age = Duration.ofMillis(Math.max(0, now.at.millisSince(now.snapshot.at())));
        SocketSnapshot socket = now.snapshot.sockets().get(unit - 1);
        return StationRegisters.ofSocket(map, now.facts, now.snapshot, socket, age);
    }

    @Override
    public synchronized Optional<ModbusFault> write(int unit, List<RegisterWrite> writes, Ipv4Address master) {
        List<StationEvent> events = new ArrayList<>();
        for (RegisterWrite write : writes) {
            int start = write.register().start();
            if (start == Registers.PHASES) {
                Optional<ChargingPhases> phases = mind.phases(write.whole());
                if (phases.isEmpty()) {
                    return Optional.of(ModbusFault.ILLEGAL_DATA_VALUE);
                }
                events.add(new StationEvent.PhasesChosen(SocketNumber.values()[unit - 1], phases.get()));
            } else if (start == Registers.SET_POINT) {
                events.add(new StationEvent.SetPointWritten(
                        SocketNumber.values()[unit - 1], new SetPoint(write.real(), master)));
            } else {
                Phase phase = Phase.values()[(start - Registers.SCN_SET_POINT) / WORDS_OF_A_REAL];
                events.add(new StationEvent.NetworkSetPointWritten(phase, new SetPoint(write.real(), master)));
            }
        }
        events.forEach(event -> mind.command(new WorldCommand.FromOutside(event)));
        latest = Optional.empty();
        return Optional.empty();
    }
}
