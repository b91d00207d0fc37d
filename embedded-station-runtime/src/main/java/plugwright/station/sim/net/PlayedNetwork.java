package plugwright.station.sim.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import plugwright.model.Ampere;
import plugwright.station.engine.StationEvent;
import plugwright.station.engine.StationSettings;
import plugwright.station.engine.StationSnapshot;
import plugwright.station.engine.Suspension;
import plugwright.station.member.MemberSettings;
import plugwright.station.member.NetworkSettings;
import plugwright.station.member.Place;
import plugwright.station.sim.WorldCommand;
import plugwright.station.sim.net.RandomNetwork.Checking;
import plugwright.wire.scn.Heartbeat.Change;
import plugwright.wire.scn.Heartbeat.Contact;
import plugwright.wire.scn.NetworkKey;
import plugwright.wire.scn.Source;

/** A network whose stations all start at its beginning, with every packet and all invariants, for scenario files. */
public final class PlayedNetwork {

    private static final String NAME = "PLAYED";

    /** A meter that is read is read each second. */
    private static final long READ_EVERY = 1_000;

    private static final int READER = 0;

    private final NetworkWorld world;
    private Optional<Source> meter = Optional.empty();

    /**
     * @param stations in the order of their socket ids; probing current and period of the first are the network's
     * @param total what they may draw together, on each phase
     * @param totalSafe the same while a meter that is read says nothing
     * @param safe of a socket that is cut off
     */
    public PlayedNetwork(List<StationSettings> stations, Ampere total, Ampere totalSafe, Ampere safe) {
        int sockets = stations.stream().mapToInt(StationSettings::sockets).sum();
        NetworkSettings network = new NetworkSettings(NAME, 1, sockets, total, safe, totalSafe);
        byte[] key = new byte[NetworkKey.BYTES];
        new Random(0).nextBytes(key);
        List<NetworkPlan.StationPlan> plans = new ArrayList<>();
        int next = 0;
        for (StationSettings station : stations) {
            Place place = new Place(next, station.phaseMapping());
            next += station.sockets();
            MemberSettings member = new MemberSettings(
                    network, place, Optional.of(place), station.stationMaximum(),
                    stations.getFirst().probingCurrent(), stations.getFirst().alternatingPeriod(),
                    Optional.of(NetworkKey.of(key)), Change.RUNNING);
            plans.add(new NetworkPlan.StationPlan(station, member, 0));
        }
        world = new NetworkWorld(new NetworkPlan(network, plans), 0, Checking.ONCE);
        for (int i = 0; i < world.size(); i++) {
            int station = i;
            world.after(1, () -> world.start(station));
        }
    }

    /** Lets time go on up to so many ms after the beginning; whether all held. */
    public boolean advanceTo(long millis) {
        return world.advanceTo(millis);
    }

    /** Milliseconds since the beginning. */
    public long now() {
        return world.now();
    }

    public StationSnapshot snapshot(int station) {
        return world.station(station).snapshot();
    }

    public Optional<NetworkBreach> breach() {
        return world.breach();
    }

    /** Something is done to a station. */
    public void command(int station, WorldCommand command) {
        switch (command) {
            case WorldCommand.PlugIn plug -> world.plug(station, plug.socket(), plug.vehicle());
            case WorldCommand.Unplug unplug -> world.unplug(station, unplug.socket());
            case WorldCommand.ChangeSettings change -> world.set(station, change.settings());
            case WorldCommand.ShutDown _ -> {
                world.settled().faults(true, world.now());
                world.stop(station);
            }
            case WorldCommand.Boot _ -> {
                world.start(station);
                world.settled().faults(false, world.now());
            }
            case WorldCommand.FromOutside outside -> outside(station, outside.event());
        }
    }

    private void outside(int station, StationEvent event) {
        if (event instanceof StationEvent.SuspensionChanged(Suspension suspension)) {
            boolean suspended = suspension != Suspension.NONE;
            world.settled().suspended(suspended, world.now());
            world.contact(station, suspended ? Contact.SUSPENDED : Contact.RELEASED);
        }
    }

    /** The meter that the first station reads for all leaves this from now on, on each phase; empty: it is lost. */
    public void meter(Optional<Ampere> leaves) {
        boolean first = meter.isEmpty();
        meter = Optional.of(leaves.<Source>map(a ->
                        new Source.Available(a.milliampere(), a.milliampere(), a.milliampere(), 0))
                .orElseGet(Source.Lost::new));
        world.settled().plugged(world.now());
        if (first) {
            world.station(READER).readsMeter();
            read();
        }
    }

    private void read() {
        meter.filter(_ -> world.station(READER).isAwake()).ifPresent(its -> {
            world.totals().read(its, world.now());
            world.source(READER, its);
        });
        world.after(READ_EVERY, this::read);
    }
}
