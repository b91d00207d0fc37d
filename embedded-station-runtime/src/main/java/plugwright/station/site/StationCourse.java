package plugwright.station.site;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.SiteTime;
import plugwright.model.SocketNumber;
import plugwright.station.engine.Effect;
import plugwright.station.engine.LiveValues;
import plugwright.station.engine.StationEvent;
import plugwright.station.engine.StationEvent.BootReason;
import plugwright.station.engine.StationSettings;
import plugwright.station.engine.StationSnapshot;
import plugwright.station.engine.Suspension;
import plugwright.station.member.MemberIdentity;
import plugwright.station.member.MemberSettings;
import plugwright.station.member.MemberStatus;
import plugwright.station.sim.VehicleView;
import plugwright.station.sim.World;
import plugwright.station.sim.WorldCommand;
import plugwright.wire.scn.Heartbeat.Contact;
import plugwright.wire.scn.Source;

/**
 * A station's world and its membership of a network at the present moment of its site: brought up to date before they
 * are looked at or changed.
 */
final class StationCourse {

    /** A member that hears nothing goes from its lease to what is safe, and some time later rises to that. */
    private static final int CHANGES_WITHOUT_NEWS = 2;

    private final World world;
    private Contact asked = Contact.RELEASED;
    private final StationNetwork network;
    private final StationJournal journal;
    private final Function<SiteTime, Instant> stationClock;

    /** @param stationClock what the station's own clock shows at a moment of the site */
    StationCourse(
            World world, StationNetwork network, StationJournal journal, Function<SiteTime, Instant> stationClock) {
        this.world = world;
        this.network = network;
        this.journal = journal;
        this.stationClock = stationClock;
    }

    void advanceTo(SiteTime now) {
        catchUp(now);
        goTo(now);
    }

    /**
     * A process that stood still: a lease that ended meanwhile ended then, or its vehicles would have gone on with what
     * was granted before.
     */
    private void catchUp(SiteTime now) {
        for (int i = 0; i < CHANGES_WITHOUT_NEWS; i++) {
            long change = network.changes();
            if (change >= now.millis()) {
                return;
            }
            goTo(new SiteTime(change));
        }
    }

    private void goTo(SiteTime moment) {
        tell(world.advanceTo(moment));
        network.act(moment.millis());
    }

    /** @param member what it is in its network; empty in none */
    void boot(
            StationSettings settings,
            BootReason reason,
            MemberIdentity who,
            Optional<MemberSettings> member,
            SiteTime now) {
        asked = Contact.RELEASED;
        tell(world.command(new WorldCommand.Boot(settings, reason)));
        network.stop();
        member.ifPresent(its -> network.start(world, this::command, who, its, now.millis()));
    }

    void goDown() {
        network.stop();
        tell(world.command(new WorldCommand.ShutDown()));
    }

    /** Changes that work without a reboot. */
    void apply(StationSettings settings, Optional<MemberSettings> member, SiteTime now) {
        if (world.isUp() && !settings.equals(world.settings())) {
            tell(world.command(new WorldCommand.ChangeSettings(settings)));
        }
        network.settings(member, now.millis());
    }

    /** Something arrived for its network. */
    void receive(byte[] datagram, SiteTime now) {
        catchUp(now);
        if (network.receive(datagram, now.millis())) {
            advanceTo(now);
        }
    }

    /** What its suspend contact asks for. */
    void contact(Contact asks, SiteTime now) {
        if (asks == asked || !world.isUp()) {
            return;
        }
        asked = asks;
        if (network.isMember()) {
            network.contact(asks, now.millis());
        } else {
            command(new WorldCommand.FromOutside(new StationEvent.SuspensionChanged(
                    asks == Contact.SUSPENDED ? Suspension.BY_CONTACT : Suspension.NONE)));
        }
    }

    /** What its meter or energy management leaves for the network. */
    void source(Source leaves, SiteTime now) {
        network.source(leaves, now.millis());
    }

    /** What a socket tells its vehicle at this moment, in mA. */
    int told(SocketNumber socket) {
        return world.look(socket).told();
    }

    boolean isInNetwork() {
        return network.isMember();
    }

    /** When its membership wants to go on at the latest. */
    SiteTime networkDue(SiteTime now) {
        return new SiteTime(network.due(now.millis()));
    }

    Optional<MemberStatus> network(SiteTime now) {
        return network.status(now.millis());
    }

    /** What the category shows of its network. */
    Map<PropertyId, PropertyValue> networkLive(SiteTime now) {
        return NetworkProperties.live(network(now), network.dropped());
    }

    void command(WorldCommand command) {
        tell(world.command(command));
    }

    private void tell(List<World.Happened> happened) {
        for (World.Happened one : happened) {
            if (one.effect() instanceof Effect.LogLine line) {
                journal.control(stationClock.apply(one.at()), line);
            }
        }
    }

    Map<PropertyId, PropertyValue> live() {
        return LiveValues.of(world.snapshot());
    }

    StationSnapshot snapshot() {
        return world.snapshot();
    }

    Optional<VehicleView> vehicle(SocketNumber socket) {
        return world.vehicle(socket);
    }
}
