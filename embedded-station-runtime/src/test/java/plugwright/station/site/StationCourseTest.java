package plugwright.station.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plugwright.model.Ampere;
import plugwright.model.PhaseMapping;
import plugwright.model.SiteTime;
import plugwright.model.SocketNumber;
import plugwright.station.engine.StationEvent.BootReason;
import plugwright.station.engine.StationSettings;
import plugwright.station.log.LogLevel;
import plugwright.station.log.LogRing;
import plugwright.station.member.MemberIdentity;
import plugwright.station.member.MemberSettings;
import plugwright.station.member.NetworkSettings;
import plugwright.station.member.Place;
import plugwright.station.sim.VehicleSpec;
import plugwright.station.sim.World;
import plugwright.station.sim.WorldCommand;
import plugwright.wire.scn.Heartbeat;
import plugwright.wire.scn.NetworkKey;

/** Two running stations of one network as their shells drive them; packets arrive at once. */
class StationCourseTest {

    private static final int SAFE = 6_000;
    private static final int SHARE = 16_000;
    private static final long STEP_MILLIS = 100;

    /** Until a cut-off member is at its safe current at the latest: invariant I7; then its vehicle has time to follow. */
    private static final long SAFE_BY_MILLIS = 10_000 + 6_000;

    private static final NetworkSettings NETWORK =
            new NetworkSettings("SCN1", 1, 4, new Ampere(2 * SHARE), new Ampere(SAFE), new Ampere(2 * SHARE));

    private final class Unit implements StationNetwork.Outside {
        final StationCourse course;
        final List<byte[]> inbox = new ArrayList<>();
        int sent;
        long looksFrom = Long.MAX_VALUE;
        int mostDrawn;
        boolean looked;

        Unit(int index) {
            StationSettings settings = StationSettings.ofDouble(Ampere.of(64), Ampere.of(32))
                    .with(StationSettings.Feature.ON);
            World[] its = new World[1];
            its[0] = new World(settings, new SiteTime(now), (_, _, _, moment) -> look(its[0], moment));
            course = new StationCourse(
                    its[0], new StationNetwork(this), new StationJournal(new LogRing()), SiteTime::toInstant);
            Place place = new Place(2 * index, List.of(PhaseMapping.L1L2L3, PhaseMapping.L1L2L3));
            MemberSettings member = new MemberSettings(
                    NETWORK, place, Optional.of(place), Ampere.of(64), Ampere.of(14), Duration.ofMinutes(15),
                    Optional.of(NetworkKey.of(new byte[NetworkKey.BYTES])), Heartbeat.Change.RUNNING);
            course.boot(
                    settings, BootReason.POWER_ON, new MemberIdentity(index, 1, OptionalLong.empty()),
                    Optional.of(member), new SiteTime(now));
            course.command(new WorldCommand.PlugIn(SocketNumber.ONE, VehicleSpec.of(3, Ampere.of(32))));
        }

        private void look(World world, SiteTime moment) {
            if (moment.millis() >= looksFrom) {
                looked = true;
                mostDrawn = Math.max(mostDrawn, world.milliampere(SocketNumber.ONE, 0));
            }
        }

        void reads() {
            List<byte[]> arrived = List.copyOf(inbox);
            inbox.clear();
            arrived.forEach(packet -> course.receive(packet, new SiteTime(now)));
        }

        @Override
        public void send(byte[] datagram) {
            sent++;
            units.stream().filter(u -> u != this).forEach(u -> u.inbox.add(datagram));
        }

        @Override
        public void say(LogLevel level, String text) {}

        @Override
        public void keep(long digest) {}
    }

    private long now = 1_000_000;
    private final List<Unit> units = new ArrayList<>();

    private void run(List<Unit> running, long millis) {
        for (long end = now + millis; now < end; now += STEP_MILLIS) {
            running.forEach(u -> u.course.advanceTo(new SiteTime(now)));
            running.forEach(Unit::reads);
        }
    }

    @Test
    @Tag("SCN-4")
    void endsItsLeaseInTimeWhenItsProcessStoodStill() {
        units.add(new Unit(0));
        units.add(new Unit(1));
        run(units, 200_000);
        Unit frozen = units.get(1);
        assertThat(frozen.course.told(SocketNumber.ONE)).isEqualTo(SHARE);

        frozen.looksFrom = now + SAFE_BY_MILLIS;
        int before = frozen.sent;
        run(units.subList(0, 1), 30_000);
        assertThat(frozen.sent).as("packets of a process that stands still").isEqualTo(before);
        // What arrived meanwhile is read first.
        frozen.reads();
        frozen.course.advanceTo(new SiteTime(now));
        assertThat(frozen.looked).isTrue();
        assertThat(frozen.mostDrawn).as("drawn after the end of its lease, in mA").isBetween(1, SAFE);
        assertThat(frozen.course.told(SocketNumber.ONE)).isEqualTo(SAFE);

        run(units, 60_000);
        assertThat(frozen.course.told(SocketNumber.ONE)).isEqualTo(SHARE);
    }
}
