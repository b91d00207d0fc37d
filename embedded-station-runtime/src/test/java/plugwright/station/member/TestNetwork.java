package plugwright.station.member;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.function.BiPredicate;
import plugwright.model.Ampere;
import plugwright.model.PhaseMapping;
import plugwright.model.ReasonKind;
import plugwright.wire.scn.GrantTable;
import plugwright.wire.scn.Heartbeat;
import plugwright.wire.scn.NetworkKey;
import plugwright.wire.scn.ScnPacket;
import plugwright.wire.scn.SocketVote.Contactor;
import plugwright.wire.scn.SocketVote.Following;
import plugwright.wire.scn.SocketVote.Use;

/** Members and a wire between them in virtual time; vehicles that obey at once and draw all they are told. */
final class TestNetwork {

    static final NetworkKey KEY = NetworkKey.of(new byte[NetworkKey.BYTES]);
    static final long DELAY = 2;

    /** One station. */
    final class Station {
        final int index;
        final int first;
        final int sockets;
        MemberSettings settings;
        ScnMember member;
        int boot = 1;
        boolean up = true;
        OptionalLong complete = OptionalLong.empty();
        final boolean[] plugged;
        final int[] phases;
        final long[] pluggedAt;
        final int[] cap;
        /** Draws at most this. */
        final int[] wants;
        final List<String> log = new ArrayList<>();
        /** How much faster its clock is, in parts of a million. */
        int drift;
        /** How long its vehicles take to follow a lower limit, in ms. */
        long lag;
        private final int[] before;
        private final int[] toldLast;
        private final long[] loweredAt;

        Station(int index, int first, MemberSettings settings) {
            this.index = index;
            this.first = first;
            this.settings = settings;
            this.sockets = settings.place().sockets();
            plugged = new boolean[sockets];
            phases = new int[sockets];
            pluggedAt = new long[sockets];
            cap = new int[sockets];
            wants = new int[sockets];
            before = new int[sockets];
            toldLast = new int[sockets];
            loweredAt = new long[sockets];
            java.util.Arrays.fill(loweredAt, -60_000);
            java.util.Arrays.fill(cap, 32_000);
            java.util.Arrays.fill(wants, 32_000);
            member = new ScnMember(new MemberIdentity(100 + index, boot, complete), settings, clock());
            reportAll();
        }

        long clock() {
            return 1_000_000L * (index + 1) + now + now * drift / 1_000_000;
        }

        void plug(int socket, int mask) {
            plugged[socket] = true;
            phases[socket] = mask;
            pluggedAt[socket] = clock();
            report(socket);
        }

        void unplug(int socket) {
            plugged[socket] = false;
            toldLast[socket] = 0;
            loweredAt[socket] = now - lag;
            report(socket);
        }

        int told(int socket) {
            return up && plugged[socket] ? member.limit(socket) : 0;
        }

        /** What its vehicle draws: it goes on with what it had for a while. */
        int drawn(int socket) {
            int told = told(socket);
            if (told < toldLast[socket]) {
                before[socket] = now - loweredAt[socket] < lag
                        ? Math.max(before[socket], toldLast[socket])
                        : toldLast[socket];
                loweredAt[socket] = now;
            }
            toldLast[socket] = told;
            boolean late = plugged[socket] && now - loweredAt[socket] < lag;
            return Math.min(late ? Math.max(told, before[socket]) : told, wants[socket]);
        }

        boolean hasFollowed(int socket) {
            return now - loweredAt[socket] >= lag;
        }

        void report(int socket) {
            int drawn = drawn(socket);
            int mask = plugged[socket] ? phases[socket] : 0b111;
            member.report(
                    socket,
                    new SocketReport(
                            plugged[socket] ? Use.ASKING : Use.FREE,
                            drawn > 0 ? Contactor.CLOSED : Contactor.OPEN,
                            told(socket),
                            hasFollowed(socket) ? Following.SURE : Following.NOT_SURE,
                            0b111,
                            mask,
                            cap[socket],
                            ReasonKind.SOCKET_MAXIMUM,
                            (mask & 1) != 0 ? drawn : 0,
                            (mask & 2) != 0 ? drawn : 0,
                            (mask & 4) != 0 ? drawn : 0,
                            pluggedAt[socket]),
                    clock());
        }

        void reportAll() {
            for (int i = 0; i < sockets; i++) {
                report(i);
            }
        }

        void restart() {
            boot++;
            up = true;
            member = new ScnMember(new MemberIdentity(100 + index, boot, complete), settings, clock());
            for (int i = 0; i < sockets; i++) {
                pluggedAt[i] = clock();
            }
            reportAll();
        }

        void settings(MemberSettings changed) {
            settings = changed;
            member.settings(changed, clock());
        }

        MemberStatus status() {
            return member.status(clock());
        }
    }

    private record Flight(long at, long order, Station to, Station from, ScnPacket packet) {}

    final List<Station> stations = new ArrayList<>();
    final List<ScnPacket> sent = new ArrayList<>();
    long now;
    /** Whether a packet from one to another gets through. */
    BiPredicate<Station, Station> passes = (_, _) -> true;
    /** How long a packet takes; one that takes longer than a test is lost. */
    java.util.function.LongSupplier delay = () -> DELAY;
    private long order;
    private final PriorityQueue<Flight> wire = new PriorityQueue<>(
            java.util.Comparator.comparingLong(Flight::at).thenComparingLong(Flight::order));

    static NetworkSettings network(int sockets, int totalAmpere, int safeAmpere) {
        return new NetworkSettings(
                "SCN1", 1, sockets, Ampere.of(totalAmpere), Ampere.of(safeAmpere), Ampere.of(totalAmpere));
    }

    static MemberSettings settings(NetworkSettings network, int first, int sockets) {
        Place place = new Place(first, java.util.Collections.nCopies(sockets, PhaseMapping.L1L2L3));
        return new MemberSettings(
                network, place, Optional.of(place), Ampere.of(64), Ampere.of(14), Duration.ofMinutes(15),
                Optional.of(KEY), Heartbeat.Change.RUNNING);
    }

    /** Stations of as many sockets each, ids from 0 on. */
    static TestNetwork of(int stations, int socketsEach, int totalAmpere, int safeAmpere) {
        TestNetwork net = new TestNetwork();
        NetworkSettings network = network(stations * socketsEach, totalAmpere, safeAmpere);
        for (int i = 0; i < stations; i++) {
            net.add(settings(network, i * socketsEach, socketsEach));
        }
        return net;
    }

    Station add(MemberSettings settings) {
        Station station = new Station(stations.size(), settings.place().firstSocket(), settings);
        stations.add(station);
        return station;
    }

    Station at(int index) {
        return stations.get(index);
    }

    /** Lets time pass in steps of 10 ms. */
    void run(long millis) {
        run(millis, () -> {});
    }

    void run(long millis, Runnable after) {
        long end = now + millis;
        while (now < end) {
            now += 10;
            while (!wire.isEmpty() && wire.peek().at <= now) {
                Flight flight = wire.remove();
                if (flight.to.up) {
                    flight.to.member.receive(flight.packet, flight.to.clock());
                    step(flight.to);
                }
            }
            for (Station station : stations) {
                if (station.up) {
                    if (now % 200 == 0) {
                        station.reportAll();
                    }
                    if (station.clock() >= station.member.due(station.clock())) {
                        step(station);
                    }
                }
            }
            after.run();
        }
    }

    void step(Station station) {
        for (MemberEffect effect : station.member.step(station.clock())) {
            switch (effect) {
                case MemberEffect.Send(ScnPacket packet) -> broadcast(station, packet);
                case MemberEffect.Log log -> station.log.add(now + " " + log.text());
                case MemberEffect.KeepComplete(long digest) -> station.complete = OptionalLong.of(digest);
            }
        }
    }

    private void broadcast(Station from, ScnPacket packet) {
        sent.add(packet);
        for (Station to : stations) {
            if (to != from && passes.test(from, to)) {
                wire.add(new Flight(now + delay.getAsLong(), order++, to, from, packet));
            }
        }
    }

    /** Puts a packet on the wire by hand. */
    void deliver(Station to, ScnPacket packet, long after) {
        wire.add(new Flight(now + after, order++, to, to, packet));
    }

    /** What is told on a phase by all stations together. */
    int told(int phase) {
        int sum = 0;
        for (Station station : stations) {
            for (int i = 0; i < station.sockets; i++) {
                sum += (station.phases[i] >> phase & 1) != 0 ? station.told(i) : 0;
            }
        }
        return sum;
    }

    int highestTold() {
        return Math.max(told(0), Math.max(told(1), told(2)));
    }

    /** What is drawn on a phase by all vehicles together. */
    int drawn(int phase) {
        int sum = 0;
        for (Station station : stations) {
            for (int i = 0; i < station.sockets; i++) {
                sum += (station.phases[i] >> phase & 1) != 0 ? station.drawn(i) : 0;
            }
        }
        return sum;
    }

    List<Station> withAuthority() {
        return stations.stream()
                .filter(s -> s.up && s.status().authority() == MemberStatus.Authority.HELD)
                .toList();
    }

    Station coordinator() {
        List<Station> all = withAuthority();
        if (all.size() != 1) {
            throw new AssertionError(all.size() + " coordinators");
        }
        return all.getFirst();
    }

    GrantTable lastTable() {
        return (GrantTable) sent.stream().filter(GrantTable.class::isInstance).toList().getLast();
    }
}
