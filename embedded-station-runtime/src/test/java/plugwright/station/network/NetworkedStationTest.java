package plugwright.station.network;

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
import plugwright.model.PhaseMapping;
import plugwright.model.ReasonKind;
import plugwright.model.SiteTime;
import plugwright.model.SocketNumber;
import plugwright.model.VehicleClass;
import plugwright.station.engine.ActiveBalancing;
import plugwright.station.engine.SocketSnapshot;
import plugwright.station.engine.StationEvent.BootReason;
import plugwright.station.engine.StationSettings;
import plugwright.station.member.MemberEffect;
import plugwright.station.member.MemberIdentity;
import plugwright.station.member.MemberSettings;
import plugwright.station.member.NetworkSettings;
import plugwright.station.member.Place;
import plugwright.station.member.ScnMember;
import plugwright.station.sim.VehicleSpec;
import plugwright.station.sim.World;
import plugwright.station.sim.WorldCommand;
import plugwright.wire.scn.Heartbeat;
import plugwright.wire.scn.NetworkKey;
import plugwright.wire.scn.ScnPacket;

/** Whole double stations with vehicles, each tied to a membership of one network; nothing is lost between them. */
class NetworkedStationTest {

    private static final NetworkKey KEY = NetworkKey.of(new byte[NetworkKey.BYTES]);
    private static final long STEP = 50;

    private final class Unit {
        final World world;
        final NetworkedStation station;
        boolean connected = true;

        Unit(int index, NetworkSettings network) {
            StationSettings settings = StationSettings.ofDouble(Ampere.of(64), Ampere.of(32))
                    .with(StationSettings.Feature.ON);
            world = new World(settings, new SiteTime(now));
            world.command(new WorldCommand.Boot(settings, BootReason.POWER_ON));
            Place place = new Place(2 * index, List.of(PhaseMapping.L1L2L3, PhaseMapping.L1L2L3));
            MemberSettings its = new MemberSettings(
                    network, place, Optional.of(place), Ampere.of(64), Ampere.of(14), Duration.ofMinutes(15),
                    Optional.of(KEY), Heartbeat.Change.RUNNING);
            ScnMember member = new ScnMember(new MemberIdentity(index, 1, OptionalLong.empty()), its, now);
            station = new NetworkedStation(world, world::command, member, now);
        }

        void plug(SocketNumber socket) {
            plug(socket, VehicleSpec.of(3, Ampere.of(32)));
        }

        void plug(SocketNumber socket, VehicleSpec vehicle) {
            world.command(new WorldCommand.PlugIn(socket, vehicle));
        }

        SocketSnapshot socket(SocketNumber socket) {
            return world.snapshot().socket(socket);
        }

        int told(SocketNumber socket) {
            return world.look(socket).told();
        }
    }

    private final List<Unit> units = new ArrayList<>();
    private long now = 1_000_000;

    private void begin(int stations, int total) {
        NetworkSettings network = new NetworkSettings(
                "SCN1", 1, 2 * stations, Ampere.of(total), Ampere.of(6), Ampere.of(total));
        for (int i = 0; i < stations; i++) {
            units.add(new Unit(i, network));
        }
        run(8_000);
    }

    private void run(long millis) {
        for (long end = now + millis; now < end; now += STEP) {
            units.forEach(u -> u.world.advanceTo(new SiteTime(now)));
            units.forEach(this::act);
        }
    }

    private void act(Unit unit) {
        for (MemberEffect effect : unit.station.act(now)) {
            if (effect instanceof MemberEffect.Send(ScnPacket packet) && unit.connected) {
                units.stream().filter(u -> u != unit && u.connected).forEach(u -> u.station.receive(packet, now));
            }
        }
    }

    /** Guide §6.1.1.4: 40 A over four sockets in use, two of them on one double station. */
    @Test
    @Tag("SCN-2")
    void overrulesTheStationsOwnSharing() {
        begin(3, 40);
        units.get(0).plug(SocketNumber.ONE);
        units.get(0).plug(SocketNumber.TWO);
        units.get(1).plug(SocketNumber.ONE);
        units.get(2).plug(SocketNumber.ONE);
        run(360_000);
        assertThat(units.get(0).told(SocketNumber.ONE)).isEqualTo(10_000);
        assertThat(units.get(0).told(SocketNumber.TWO)).isEqualTo(10_000);
        assertThat(units.get(1).told(SocketNumber.ONE)).isEqualTo(10_000);
        assertThat(units.get(2).told(SocketNumber.ONE)).isEqualTo(10_000);
        assertThat(units.get(0).world.look(SocketNumber.ONE).reason()).isEqualTo(ReasonKind.NETWORK);
        assertThat(units.get(0).world.look(SocketNumber.ONE).vehicleClass()).isEqualTo(VehicleClass.SIX_AMPERE);
    }

    @Test
    @Tag("SCN-4")
    void tellsTheSafeCurrentWhenItsCableIsPulledAndSaysWhy() {
        begin(2, 32);
        units.forEach(u -> u.plug(SocketNumber.ONE));
        run(200_000);
        assertThat(units.get(0).told(SocketNumber.ONE)).isEqualTo(16_000);
        units.get(1).connected = false;
        run(9_400);
        assertThat(units.get(1).told(SocketNumber.ONE)).isEqualTo(6_000);
        assertThat(units.get(1).socket(SocketNumber.ONE).offer().reason())
                .isEqualTo(LimitReason.of(ReasonKind.SAFE_CURRENT, 6_000));
        units.get(1).connected = true;
        run(60_000);
        assertThat(units.get(1).told(SocketNumber.ONE)).isEqualTo(16_000);
    }

    @Test
    @Tag("SCN-9")
    void saysBySuspensionWhoseContactItWas() {
        begin(2, 32);
        units.forEach(u -> u.plug(SocketNumber.ONE));
        run(200_000);
        units.get(0).station.contact(Heartbeat.Contact.SUSPENDED, now);
        run(2_000);
        units.forEach(u -> assertThat(u.told(SocketNumber.ONE)).isZero());
        units.forEach(u -> assertThat(u.world.look(SocketNumber.ONE).reason()).isEqualTo(ReasonKind.SUSPENDED));
        assertThat(units.get(0).socket(SocketNumber.ONE).panel().message())
                .isNotEqualTo(units.get(1).socket(SocketNumber.ONE).panel().message());
    }

    @Test
    @Tag("SCM-2")
    void doesNotSuspendTheNetworkByTheContactOfAStationThatReadsP1() {
        begin(2, 32);
        units.forEach(u -> u.plug(SocketNumber.ONE));
        run(200_000);
        StationSettings p1 = units.get(0).world.settings().with(Optional.of(new ActiveBalancing(
                Ampere.of(64), Ampere.of(64), ActiveBalancing.Includes.HOUSE_ALONE)));
        units.get(0).world.command(new WorldCommand.ChangeSettings(p1));
        units.get(0).station.contact(Heartbeat.Contact.SUSPENDED, now);
        run(2_000);
        units.forEach(u -> assertThat(u.told(SocketNumber.ONE)).isEqualTo(16_000));
    }

    /** 13 A are enough for two of three vehicles: the third is told until when it waits, and it is so. */
    @Test
    void saysUntilWhenAVehicleWaitsForItsTurn() {
        begin(2, 13);
        units.get(0).plug(SocketNumber.ONE);
        units.get(0).plug(SocketNumber.TWO);
        units.get(1).plug(SocketNumber.ONE);
        run(300_000);
        Unit unit = units.stream().filter(u -> waiting(u).isPresent()).findFirst().orElseThrow();
        SocketNumber socket = waiting(unit).orElseThrow();
        LimitReason why = unit.socket(socket).offer().reason();
        long until = why.arguments().getFirst() * 1_000L;
        assertThat(until).isBetween(now, now + 900_000);
        run(until - now - 2_000);
        assertThat(unit.told(socket)).isZero();
        assertThat(unit.socket(socket).offer().reason()).isEqualTo(why);
        run(20_000);
        assertThat(unit.told(socket)).isGreaterThanOrEqualTo(6_000);
    }

    private static Optional<SocketNumber> waiting(Unit unit) {
        return List.of(SocketNumber.ONE, SocketNumber.TWO).stream()
                .filter(s -> unit.world.look(s).reason() == ReasonKind.NETWORK || unit.told(s) == 0)
                .filter(s -> unit.socket(s).offer().reason().kind() == ReasonKind.WAITING_TURN)
                .findFirst();
    }
}
