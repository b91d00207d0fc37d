package plugwright.station.sim.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import plugwright.model.Ampere;
import plugwright.model.SocketNumber;
import plugwright.station.engine.SocketLook;
import plugwright.station.engine.StationSettings;
import plugwright.station.member.MemberEffect;
import plugwright.station.member.MemberSettings;
import plugwright.station.member.ScnMember;
import plugwright.station.sim.VehicleSpec;
import plugwright.station.sim.WorldCommand;
import plugwright.station.sim.net.RandomNetwork.Checking;
import plugwright.wire.scn.GrantTable;
import plugwright.wire.scn.Heartbeat;
import plugwright.wire.scn.Heartbeat.Change;
import plugwright.wire.scn.Heartbeat.Contact;
import plugwright.wire.scn.NetworkKey;
import plugwright.wire.scn.ScnCodec;
import plugwright.wire.scn.ScnPacket;
import plugwright.wire.scn.ScnReading;
import plugwright.wire.scn.Source;

/** A network of stations in virtual time, watched: every packet goes through the codec, every event is checked. */
final class NetworkWorld {

    /** Pilots are opened by their watchdogs when the program stands still for this long. */
    private static final long WATCHDOG = 300;

    private final VirtualTime time = new VirtualTime();
    private final SplittableRandom random;
    private final Air air;
    private final List<SimStation> stations = new ArrayList<>();
    private final List<Long> wakes = new ArrayList<>();
    private final NetworkInvariants invariants;
    private final SettledChecks settled;
    private final Totals totals;
    private final boolean[] present;
    private final ScnCodec codec;
    private final Checking checking;
    private @Nullable Eavesdropper listener;
    private long packets;
    private long bytes;

    NetworkWorld(NetworkPlan plan, long seed, Checking checking) {
        this.random = new SplittableRandom(seed);
        this.checking = checking;
        this.air = new Air(plan.stations().size(), time, random.split(), this::arrived);
        NetworkKey key = plan.stations().getFirst().member().key().orElseThrow();
        this.codec = new ScnCodec(plan.network().name(), key);
        this.invariants = new NetworkInvariants(plan.network().total().milliampere());
        for (NetworkPlan.StationPlan station : plan.stations()) {
            int index = stations.size();
            stations.add(new SimStation(index, station, this::says, time::now));
            wakes.add(Long.MAX_VALUE);
            invariants.station(
                    station.firstSocket(), station.sockets(), station.settings().stationMaximum().milliampere());
            configured(index);
        }
        this.totals = new Totals(invariants, plan.network());
        this.present = new boolean[stations.size()];
        Arrays.fill(present, true);
        this.settled = new SettledChecks(this, invariants);
    }

    long now() {
        return time.now();
    }

    int size() {
        return stations.size();
    }

    SimStation station(int index) {
        return stations.get(index);
    }

    Air air() {
        return air;
    }

    NetworkInvariants invariants() {
        return invariants;
    }

    SettledChecks settled() {
        return settled;
    }

    Totals totals() {
        return totals;
    }

    /** Whether a station is of the network. */
    boolean isPresent(int index) {
        return present[index];
    }

    Optional<NetworkBreach> breach() {
        return invariants.breach();
    }

    void listen(Eavesdropper its) {
        listener = its;
    }

    long packetsSent() {
        return packets;
    }

    long bytesSent() {
        return bytes;
    }

    /** Lets something happen later. */
    void after(long millis, Runnable what) {
        time.after(millis, what::run);
    }

    /** Lets time go on, no further than the first breach; true while all held. */
    boolean advanceTo(long moment) {
        time.advanceTo(moment, () -> breach().isEmpty());
        return breach().isEmpty();
    }

    void start(int index) {
        SimStation station = stations.get(index);
        // The boot number counts first: what it sends in its first step is its own already.
        invariants.booted(index, station.boot() + 1, now());
        invariants.remember(now(), () -> "station " + index + " starts");
        station.start(now(), random.nextLong());
        acted(station);
    }

    void stop(int index) {
        stations.get(index).stop();
        invariants.remember(now(), () -> "station " + index + " is off");
        acted(stations.get(index));
    }

    /** A station's program stands still for a while. */
    void stall(int index, long millis) {
        SimStation station = stations.get(index);
        int boot = station.boot();
        if (!station.isAwake()) {
            return;
        }
        invariants.remember(now(), () -> "station " + index + " stands still for " + millis + " ms");
        station.stall();
        if (millis > WATCHDOG) {
            after(WATCHDOG, () -> {
                if (station.boot() == boot) {
                    station.watchdog();
                    look(station);
                }
            });
        }
        after(millis, () -> {
            if (station.boot() == boot) {
                station.goOn(now());
                acted(station);
            }
        });
    }

    void plug(int index, SocketNumber socket, VehicleSpec vehicle) {
        SocketTruth truth = invariants.socketsOf(index).get(socket.index());
        invariants.remember(now(), () -> "socket " + truth.id + " plugged: " + vehicle.phases() + " phases, from "
                + vehicle.minimum() + " to " + vehicle.maximum());
        invariants.vehicle(truth, true, vehicle.isObedient());
        truth.cable = vehicle.cable().rating().milliampere();
        truth.cap = capOf(index, truth);
        settled.plugged(now());
        SimStation station = stations.get(index);
        station.command(new WorldCommand.PlugIn(socket, vehicle), now());
        acted(station);
    }

    void unplug(int index, SocketNumber socket) {
        SocketTruth truth = invariants.socketsOf(index).get(socket.index());
        invariants.remember(now(), () -> "socket " + truth.id + " unplugged");
        invariants.vehicle(truth, false, true);
        truth.cable = Integer.MAX_VALUE;
        truth.cap = capOf(index, truth);
        settled.changed(now());
        SimStation station = stations.get(index);
        station.command(new WorldCommand.Unplug(socket), now());
        acted(station);
    }

    /** Other settings of a station's control. */
    void set(int index, StationSettings changed) {
        stations.get(index).command(new WorldCommand.ChangeSettings(changed), now());
        settled.changed(now());
        configured(index);
        acted(stations.get(index));
    }

    /** What may be told to a socket's vehicle at most: nothing while its station stands still for a change. */
    private int capOf(int index, SocketTruth socket) {
        StationSettings its = stations.get(index).settings();
        int connector = its.connectorMaximum().get(socket.place).milliampere();
        boolean paused = stations.get(index).memberSettings().change() == Change.PAUSED;
        return paused
                ? 0
                : Math.min(Math.min(connector, its.stationMaximum().milliampere()), socket.cable);
    }

    /** Writes settings of the network into a station; false where its program does not run. */
    boolean write(int index, MemberSettings changed) {
        SimStation station = stations.get(index);
        if (!station.isAwake()) {
            return false;
        }
        invariants.remember(now(), () -> "station " + index + " has generation " + changed.network().generation()
                + ", " + changed.change());
        settled.changed(now());
        station.write(changed, now());
        configured(index);
        acted(station);
        return true;
    }

    /** Takes a station from the network, its vehicles with it. */
    void leave(int index) {
        for (int i = 0; i < stations.get(index).sockets(); i++) {
            unplug(index, SocketNumber.values()[i]);
        }
        stop(index);
        present[index] = false;
        invariants.socketsOf(index).forEach(s -> s.id = SocketTruth.NOT_OF_IT);
        settled.changed(now());
    }

    /** Adds a station that was not of the network and starts it. */
    void join(int index, MemberSettings settings) {
        present[index] = true;
        rewire(index, stations.get(index).settings(), settings);
    }

    /** Connects a station in another way: without power, so that it starts anew. */
    void rewire(int index, StationSettings wired, MemberSettings settings) {
        if (stations.get(index).isUp()) {
            stop(index);
        }
        stations.get(index).rewired(wired, settings);
        settled.changed(now());
        configured(index);
        start(index);
    }

    /** What a station's meter leaves; nothing where its program does not run. */
    void source(int index, Source leaves) {
        if (stations.get(index).source(leaves, now())) {
            acted(stations.get(index));
        }
    }

    /** Takes over what a station's settings allow. */
    private void configured(int index) {
        SimStation station = stations.get(index);
        MemberSettings settings = station.memberSettings();
        int share = settings.stationMaximum().milliampere() / station.sockets();
        boolean asInitialized = settings.initialized()
                .map(known -> known.mappings().equals(settings.place().mappings()))
                .orElse(true);
        int safe = asInitialized ? Math.min(settings.network().safe().milliampere(), share) : 0;
        for (SocketTruth socket : invariants.socketsOf(index)) {
            socket.safe = safe < Ampere.MINIMUM_OFFERED.milliampere() ? 0 : safe;
            socket.cap = capOf(index, socket);
            socket.id = settings.place().firstSocket() + socket.place;
        }
    }

    private void arrived(int place, Datagram datagram) {
        SimStation station = stations.get(place);
        if (!station.isUp()) {
            return;
        }
        ScnReading reading = checking == Checking.ONCE ? datagram.readOnce(codec) : datagram.read(codec);
        boolean table = reading instanceof ScnReading.Ours(GrantTable _);
        if (reading instanceof ScnReading.Ours(GrantTable its)) {
            invariants.delivered(place, its, station.clock(), now());
        }
        station.receive(reading, now());
        if (table) {
            look(station);
        }
        wake(station);
    }

    private void says(SimStation station, MemberEffect effect) {
        if (effect instanceof MemberEffect.Log log) {
            invariants.remember(now(), () -> "station " + station.index + ": " + log.text());
        }
        if (!(effect instanceof MemberEffect.Send(ScnPacket packet))) {
            return;
        }
        if (packet instanceof GrantTable table) {
            invariants.delivered(station.index, table, station.clock(), now());
            settled.granted(table, now());
        } else if (packet instanceof Heartbeat heartbeat) {
            invariants.said(station.index, heartbeat, now());
        }
        byte[] datagram = codec.write(packet);
        packets++;
        bytes += datagram.length;
        Eavesdropper hears = listener;
        if (hears != null) {
            hears.sent(station.index, datagram);
        }
        air.broadcast(station.index, new Datagram(datagram));
    }

    /** After a station's program ran: what it tells is looked at, and when it runs next. */
    private void acted(SimStation station) {
        look(station);
        wake(station);
    }

    private void wake(SimStation station) {
        long at = now() + station.due(now());
        if (at < wakes.get(station.index)) {
            wakes.set(station.index, at);
            time.after(at - now(), () -> {
                if (wakes.get(station.index) == now()) {
                    wakes.set(station.index, Long.MAX_VALUE);
                    station.tick(now());
                    draw(station);
                    acted(station);
                    settled.check(now());
                }
            });
        }
    }

    private void draw(SimStation station) {
        for (SocketTruth truth : invariants.socketsOf(station.index)) {
            SocketNumber socket = SocketNumber.values()[truth.place];
            for (int phase = 0; phase < SocketTruth.PHASES; phase++) {
                invariants.draws(truth, phase, station.world().milliampere(socket, phase));
            }
        }
    }

    private boolean hasAuthority(SimStation station) {
        ScnMember member = station.isAwake() ? station.member() : null;
        return member != null && member.hasAuthority(station.clock().at(now()));
    }

    private void look(SimStation station) {
        if (hasAuthority(station)) {
            // Others may have lost theirs since they ran last.
            stations.stream()
                    .filter(s -> invariants.leads(s.index) && !hasAuthority(s))
                    .forEach(s -> invariants.authority(s.index, false, now()));
        }
        invariants.authority(station.index, hasAuthority(station), now());
        for (SocketTruth truth : invariants.socketsOf(station.index)) {
            SocketNumber socket = SocketNumber.values()[truth.place];
            SocketLook look = station.world().look(socket);
            settled.seen(truth, look, station.world().asks(socket), now());
            invariants.tells(truth, station.told(socket), look.phases(), now());
        }
        invariants.check(station.index, now());
    }

    void contact(int index, Contact contact) {
        if (!stations.get(index).isStalled()) {
            invariants.remember(now(), () -> "station " + index + " contact " + contact);
            stations.get(index).contact(contact, now());
            acted(stations.get(index));
        }
    }

    /** Something for the trace. */
    void note(String what) {
        invariants.remember(now(), () -> what);
    }

    String networkName() {
        return stations.getFirst().memberSettings().network().name();
    }

    /** What a datagram is to a member. */
    ScnReading reading(byte[] datagram) {
        return codec.read(datagram);
    }
}
