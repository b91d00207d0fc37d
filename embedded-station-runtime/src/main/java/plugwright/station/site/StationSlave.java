package plugwright.station.site;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import plugwright.model.Ipv4Address;
import plugwright.model.Phase;
import plugwright.model.SiteTime;
import plugwright.model.SocketNumber;
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
    private Optional<Images> latest = Optional.empty();

    StationSlave(StationMind mind, RegisterMap map, Supplier<SiteTime> clock) {
        this.mind = mind;
        this.map = map;
        this.clock = clock;
    }

    /** All units at one moment. */
    private record Images(SiteTime at, RegisterImage station, List<RegisterImage> sockets) {}

    /** Closed to everyone the port does not answer at all; who is still in it may read. */
    @Override
    public Permission permission() {
        return mind.modbus().orElse(Permission.READ);
    }

    @Override
    public synchronized Optional<RegisterImage> image(int unit) {
        Images now = now();
        if (RegisterBlock.STATION.units().contains(unit)) {
            return Optional.of(now.station);
        }
        return unit >= 1 && unit <= now.sockets.size() ? Optional.of(now.sockets.get(unit - 1)) : Optional.empty();
    }

    private Images now() {
        SiteTime moment = clock.get();
        Images known = latest.filter(i -> i.at.equals(moment)).orElseGet(() -> mind.registers(
                (facts, snapshot) -> images(moment, facts, snapshot)));
        latest = Optional.of(known);
        return known;
    }

    private Images images(SiteTime moment, StationFacts facts, StationSnapshot snapshot) {
        Duration age = Duration.ofMillis(Math.max(0, moment.millisSince(snapshot.at())));
        List<RegisterImage> sockets = new ArrayList<>();
        for (SocketSnapshot socket : snapshot.sockets()) {
            sockets.add(StationRegisters.ofSocket(map, facts, snapshot, socket, age));
        }
        return new Images(moment, StationRegisters.ofStation(map, facts, snapshot), sockets);
    }

    @Override
    public synchronized Optional<ModbusFault> write(int unit, List<RegisterWrite> writes, Ipv4Address master) {
        List<StationEvent> events = new ArrayList<>();
        for (RegisterWrite write : writes) {
            int start = write.register().start();
            if (start == Registers.PHASES) {
                if (!mind.maySwitchTo(write.whole())) {
                    return Optional.of(ModbusFault.ILLEGAL_DATA_VALUE);
                }
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
