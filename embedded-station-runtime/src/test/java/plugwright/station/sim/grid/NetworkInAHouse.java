package plugwright.station.sim.grid;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import plugwright.model.Ampere;
import plugwright.model.PhaseCurrents;
import plugwright.model.PhaseMapping;
import plugwright.model.SiteTime;
import plugwright.model.SocketNumber;
import plugwright.station.engine.ActiveBalancing;
import plugwright.station.engine.ActiveBalancing.Includes;
import plugwright.station.engine.Effect;
import plugwright.station.engine.Reach;
import plugwright.station.engine.StationEvent;
import plugwright.station.engine.StationEvent.BootReason;
import plugwright.station.engine.StationSettings;
import plugwright.station.log.LogLevel;
import plugwright.station.member.MemberEffect;
import plugwright.station.member.MemberIdentity;
import plugwright.station.member.MemberSettings;
import plugwright.station.member.NetworkSettings;
import plugwright.station.member.Place;
import plugwright.station.member.ScnMember;
import plugwright.station.meter.MeterSample;
import plugwright.station.meter.MeteredStation;
import plugwright.station.network.NetworkedStation;
import plugwright.station.sim.World;
import plugwright.station.sim.WorldCommand;
import plugwright.wire.scn.Heartbeat;
import plugwright.wire.scn.NetworkKey;
import plugwright.wire.scn.ScnPacket;

/** Double stations of one network in a house whose meter some of them read for all, in virtual time. */
final class NetworkInAHouse {

    static final int TOTAL = 64;
    static final int TOTAL_SAFE = 20;
    static final int LAG = 30;
    private static final NetworkKey KEY = NetworkKey.of(new byte[NetworkKey.BYTES]);
    private static final int STEP = 50;

    /** A house does most from five in the afternoon on. */
    private static final long EVENING = 17 * 3_600_000L;

    private static final int PHASES = 3;

    final List<Member> members = new ArrayList<>();
    final int fuse;
    private final Includes includes;
    private final Meters meters;
    private final HouseLoads loads;
    private final Random random;
    private final List<Delivery> underWay = new ArrayList<>();
    final long start = 1_767_225_600_000L;
    long now = start;
    /** Longest time above the fuse while the house alone was not, counted from the last rise of the house. */
    long longestAbove;
    private final long[] aboveSince = {-1, -1, -1};
    private final int[] nets = new int[PHASES];
    boolean judged;

    private record Delivery(long at, Member to, ScnPacket packet) {}

    /** How the readers are told to reach the meter. */
    enum Meters {
        AT_P1,
        /** By one address. */
        ONE,
        /** Each by another one. */
        SEVERAL
    }

    /** @param readers which stations read */
    NetworkInAHouse(
            int stations,
            int fuse,
            Includes includes,
            HouseLoads loads,
            List<Integer> readers,
            Meters meters,
            Random random) {
        this.meters = meters;
        this.fuse = fuse;
        this.includes = includes;
        this.loads = loads;
        this.random = random;
        NetworkSettings network = new NetworkSettings(
                "HOUSE", 1, 2 * stations, Ampere.of(TOTAL), Ampere.of(0), Ampere.of(TOTAL_SAFE));
        for (int i = 0; i < stations; i++) {
            members.add(new Member(i, network, readers.contains(i)));
        }
    }

    final class Member implements MeteredStation {
        final World world;
        final NetworkedStation station;
        final List<String> log = new ArrayList<>();
        final GridMeter meter = new GridMeter(new MeterKind.P1(MeterKind.P1.Version.V5, MeterKind.P1.Power.PER_PHASE));
        private final MeterLink link = new MeterLink(meter, this);
        private final boolean reads;
        boolean connected = true;
        private long nextSaid = start + random.nextInt(1_000);

        Member(int index, NetworkSettings network, boolean reads) {
            this.reads = reads;
            StationSettings settings = StationSettings.ofDouble(Ampere.of(32), Ampere.of(32))
                    .with(StationSettings.Feature.ON)
                    .with(reads
                            ? Optional.of(new ActiveBalancing(
                                    Ampere.of(fuse), Ampere.of(TOTAL_SAFE), includes, source(index), Reach.NETWORK))
                            : Optional.empty());
            world = new World(settings, new SiteTime(now));
            command(new WorldCommand.Boot(settings, BootReason.POWER_ON));
            Place place = new Place(2 * index, List.of(PhaseMapping.L1L2L3, PhaseMapping.L1L2L3));
            MemberSettings its = new MemberSettings(
                    network, place, Optional.of(place), Ampere.of(32), Ampere.of(14), Duration.ofMinutes(15),
                    Optional.of(KEY), Heartbeat.Change.RUNNING);
            ScnMember member = new ScnMember(new MemberIdentity(index, 1, OptionalLong.empty()), its, now);
            station = new NetworkedStation(world, this::command, member, now);
        }

        private ActiveBalancing.Source source(int index) {
            return switch (meters) {
                case AT_P1 -> new ActiveBalancing.Source.P1();
                case ONE -> new ActiveBalancing.Source.Modbus("192.0.2.1", 502);
                case SEVERAL -> new ActiveBalancing.Source.Modbus("192.0.2." + (index + 1), 502);
            };
        }

        void command(WorldCommand command) {
            take(world.command(command));
        }

        private void take(List<World.Happened> happened) {
            happened.stream().map(World.Happened::effect).forEach(effect -> {
                if (effect instanceof Effect.LogLine line) {
                    log.add(line.text());
                }
            });
        }

        int told(SocketNumber socket) {
            return world.look(socket).told();
        }

        @Override
        public void metered(MeterSample sample) {
            command(new WorldCommand.FromOutside(new StationEvent.GridMetered(sample.forControl())));
        }

        @Override
        public void meterFailed() {
            // said by what does not come
        }

        @Override
        public void note(LogLevel level, String text) {
            log.add(text);
        }

        private void step() {
            take(world.advanceTo(new SiteTime(now)));
            if (reads && now >= nextSaid) {
                nextSaid += 1_000;
                link.say(flow(), new SiteTime(now), new SiteTime(now));
            }
            for (MemberEffect effect : station.act(now)) {
                switch (effect) {
                    case MemberEffect.Send(ScnPacket packet) -> members.stream()
                            .filter(m -> m != this && m.connected && connected)
                            .forEach(m -> underWay.add(new Delivery(now + random.nextInt(LAG), m, packet)));
                    case MemberEffect.Log line -> log.add(line.text());
                    case MemberEffect.KeepComplete _ -> {
                        // no restarts here
                    }
                }
            }
        }
    }

    private HouseLoads.Row row() {
        return loads.at(now - start + EVENING);
    }

    private PhaseCurrents flow() {
        int[] flow = new int[PHASES];
        for (int phase = 0; phase < PHASES; phase++) {
            flow[phase] = row().net(phase) + (includes == Includes.STATION ? drawn(phase) : 0);
        }
        return PhaseCurrents.ofMilliampere(flow[0], flow[1], flow[2]);
    }

    int drawn(int phase) {
        int drawn = 0;
        for (Member member : members) {
            for (SocketNumber socket : SocketNumber.values()) {
                drawn += member.world.milliampere(socket, phase);
            }
        }
        return drawn;
    }

    /** What all are told together; every vehicle has three phases in the tests that ask. */
    int told() {
        return members.stream()
                .mapToInt(m -> m.told(SocketNumber.ONE) + m.told(SocketNumber.TWO))
                .sum();
    }

    void run(long millis) {
        for (long end = now + millis; now < end; now += STEP) {
            List<Delivery> due = underWay.stream().filter(d -> d.at <= now).toList();
            underWay.removeAll(due);
            due.forEach(d -> d.to.station.receive(d.packet, now));
            members.forEach(Member::step);
            for (int phase = 0; phase < PHASES; phase++) {
                look(phase);
            }
        }
    }

    /** House and stations are added up here, by what is drawn in truth. */
    private void look(int phase) {
        int net = row().net(phase);
        boolean rose = net > nets[phase];
        nets[phase] = net;
        if (!judged || net > fuse * 1_000 || net + drawn(phase) <= fuse * 1_000 + 10) {
            aboveSince[phase] = -1;
            return;
        }
        if (aboveSince[phase] < 0 || rose) {
            aboveSince[phase] = now;
        }
        longestAbove = Math.max(longestAbove, now - aboveSince[phase]);
    }
}
