package plugwright.station.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plugwright.model.Ampere;
import plugwright.model.LimitReason;
import plugwright.model.PhaseCurrents;
import plugwright.model.PhaseMapping;
import plugwright.model.ReasonKind;
import plugwright.model.SiteTime;
import plugwright.model.SocketNumber;
import plugwright.station.engine.MeterReading;
import plugwright.station.engine.SocketSnapshot;
import plugwright.station.engine.StationEngine;
import plugwright.station.engine.StationEvent;
import plugwright.station.engine.StationSettings;
import plugwright.station.mode3.Cable;
import plugwright.station.mode3.VehiclePilot;
import plugwright.wire.scn.Heartbeat;
import plugwright.wire.scn.ScnPacket;

/** Whole stations, engines and memberships tied together, with vehicles that draw all they are told. */
class StationTieTest {

    private static final List<SocketNumber> BOTH = List.of(SocketNumber.ONE, SocketNumber.TWO);

    /** A double station in the network. */
    private static final class Unit {
        final StationEngine engine;
        final StationTie tie;
        final List<SocketNumber> plugged = new ArrayList<>();
        boolean connected = true;

        Unit(int index, NetworkSettings network, long now) {
            StationSettings settings = StationSettings.ofDouble(Ampere.of(64), Ampere.of(32))
                    .with(StationSettings.Feature.ON);
            engine = new StationEngine(settings, new SiteTime(now));
            engine.step(new StationEvent.Booted(settings, StationEvent.BootReason.POWER_ON), new SiteTime(now));
            Place place = new Place(2 * index, List.of(PhaseMapping.L1L2L3, PhaseMapping.L1L2L3));
            MemberSettings its = new MemberSettings(
                    network, place, Optional.of(place), Ampere.of(64), Ampere.of(14), Duration.ofMinutes(15),
                    Optional.of(TestNetwork.KEY), Heartbeat.Change.RUNNING);
            tie = new StationTie(new ScnMember(new MemberIdentity(index, 1, OptionalLong.empty()), its, now));
        }

        void plug(SocketNumber socket, long now) {
            plugged.add(socket);
            engine.step(new StationEvent.Plugged(socket, Cable.A32), new SiteTime(now));
        }

        int told(SocketNumber socket) {
            return engine.look(socket).told();
        }

        void tick(long now) {
            for (SocketNumber socket : plugged) {
                SocketSnapshot s = engine.snapshot().socket(socket);
                int drawn = s.contactor() == plugwright.station.engine.Effect.ContactorState.CLOSED ? told(socket) : 0;
                engine.step(
                        new StationEvent.Measured(
                                socket,
                                new MeterReading(
                                        PhaseCurrents.ofMilliampere(drawn, drawn, drawn),
                                        List.of(230.0, 230.0, 230.0),
                                        List.of(0.0, 0.0, 0.0)),
                                VehiclePilot.C),
                        new SiteTime(now));
            }
            engine.step(new StationEvent.Tick(), new SiteTime(now));
        }
    }

    private final List<Unit> units = new ArrayList<>();
    private long now = 1_000_000;

    private void begin(int stations, int total) {
        NetworkSettings network = TestNetwork.network(2 * stations, total, 6);
        for (int i = 0; i < stations; i++) {
            units.add(new Unit(i, network, now));
        }
    }

    private void run(long millis) {
        for (long end = now + millis; now < end; now += 50) {
            for (Unit unit : units) {
                if (now % 200 == 0) {
                    unit.tick(now);
                }
                act(unit);
            }
        }
    }

    private void act(Unit unit) {
        unit.tie.report(unit.engine, now);
        for (MemberEffect effect : unit.tie.member().step(now)) {
            if (effect instanceof MemberEffect.Send(ScnPacket packet) && unit.connected) {
                units.stream().filter(u -> u != unit && u.connected).forEach(u -> u.tie.member().receive(packet, now));
            }
        }
        for (StationEvent event : unit.tie.changes(now)) {
            unit.engine.step(event, new SiteTime(now));
        }
    }

    /** Guide §6.1.1.4: 40 A over four sockets in use, two of them on one double station. */
    @Test
    @Tag("SCN-2")
    void overrulesTheStationsOwnSharing() {
        begin(3, 40);
        run(8_000);
        units.get(0).plug(SocketNumber.ONE, now);
        units.get(0).plug(SocketNumber.TWO, now);
        units.get(1).plug(SocketNumber.ONE, now);
        units.get(2).plug(SocketNumber.ONE, now);
        run(360_000);
        BOTH.forEach(s -> assertThat(units.get(0).told(s)).isEqualTo(10_000));
        assertThat(units.get(1).told(SocketNumber.ONE)).isEqualTo(10_000);
        assertThat(units.get(2).told(SocketNumber.ONE)).isEqualTo(10_000);
        assertThat(units.get(0).engine.look(SocketNumber.ONE).reason()).isEqualTo(ReasonKind.NETWORK);
        assertThat(units.get(0).engine.look(SocketNumber.ONE).vehicleClass())
                .isEqualTo(plugwright.model.VehicleClass.SIX_AMPERE);
    }

    @Test
    @Tag("SCN-4")
    void tellsTheSafeCurrentWhenItsCableIsPulledAndSaysWhy() {
        begin(2, 32);
        run(8_000);
        units.forEach(u -> u.plug(SocketNumber.ONE, now));
        run(200_000);
        assertThat(units.get(0).told(SocketNumber.ONE)).isEqualTo(16_000);
        units.get(1).connected = false;
        run(9_400);
        assertThat(units.get(1).told(SocketNumber.ONE)).isEqualTo(6_000);
        assertThat(units.get(1).engine.snapshot().socket(SocketNumber.ONE).offer().reason())
                .isEqualTo(LimitReason.of(ReasonKind.SAFE_CURRENT, 6_000));
        units.get(1).connected = true;
        run(60_000);
        assertThat(units.get(1).told(SocketNumber.ONE)).isEqualTo(16_000);
    }

    @Test
    @Tag("SCN-9")
    void saysBySuspensionWhoseContactItWas() {
        begin(2, 32);
        run(8_000);
        units.forEach(u -> u.plug(SocketNumber.ONE, now));
        run(200_000);
        units.get(0).tie.contact(Heartbeat.Contact.SUSPENDED, now);
        run(2_000);
        units.forEach(u -> assertThat(u.told(SocketNumber.ONE)).isZero());
        units.forEach(u -> assertThat(u.engine.look(SocketNumber.ONE).reason()).isEqualTo(ReasonKind.SUSPENDED));
        assertThat(units.get(0).engine.snapshot().socket(SocketNumber.ONE).panel().message())
                .isNotEqualTo(units.get(1).engine.snapshot().socket(SocketNumber.ONE).panel().message());
    }
}
