package plugwright.station.sim.net;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import plugwright.model.SiteTime;
import plugwright.model.SocketNumber;
import plugwright.station.engine.StationEvent.BootReason;
import plugwright.station.engine.StationSettings;
import plugwright.station.engine.StationSnapshot;
import plugwright.station.member.MemberEffect;
import plugwright.station.member.MemberIdentity;
import plugwright.station.member.MemberSettings;
import plugwright.station.member.ScnMember;
import plugwright.station.mode3.PilotSignal;
import plugwright.station.network.NetworkedStation;
import plugwright.station.sim.World;
import plugwright.station.sim.WorldCommand;
import plugwright.wire.scn.Heartbeat.Contact;
import plugwright.wire.scn.ScnReading;
import plugwright.wire.scn.Source;

/**
 * One station of a simulated network: its sockets and vehicles, its member with a clock of its own, and what it keeps
 * on disk over a restart. Its power, its program and its network can fail.
 */
final class SimStation {

    /** What a station's socket keeps of datagrams that nobody reads: what does not fit is lost. */
    private static final int UNREAD = 200;

    /** A site's clock begins on 2026-01-01; any other moment would do. */
    private static final long EPOCH = 1_767_225_600_000L;

    /** Clocks of stations begin anywhere, also so that 32 bits of a stamp run over. */
    private static final long LARGEST_START = 1L << 40;

    final int index;
    final int sender;
    private final World world;
    private final Outlet outlet;
    private final LongSupplier truth;
    private final int ppm;
    private final Deque<ScnReading> unread = new ArrayDeque<>();
    private StationSettings settings;
    private MemberSettings memberSettings;
    private OptionalLong complete = OptionalLong.empty();
    private Contact contact = Contact.RELEASED;
    private int boots;
    private OwnClock clock = new OwnClock(0, 0, 0);
    private @Nullable NetworkedStation running;
    private boolean stalled;
    private boolean readsMeter;
    /** Nothing happens at its sockets by itself before this moment. */
    private long restsUntil;

    /** Where what a station says goes. */
    interface Outlet {
        void says(SimStation station, MemberEffect effect);
    }

    /** @param truth true time in ms */
    SimStation(int index, NetworkPlan.StationPlan plan, Outlet outlet, LongSupplier truth) {
        this.index = index;
        this.truth = truth;
        this.sender = MemberIdentity.senderOf("SIM" + index);
        this.settings = plan.settings();
        this.memberSettings = plan.member();
        this.ppm = plan.ppm();
        this.outlet = outlet;
        this.world = new World(plan.settings(), site(truth.getAsLong()));
    }

    private static SiteTime site(long now) {
        return new SiteTime(EPOCH + now);
    }

    boolean isUp() {
        return running != null;
    }

    /** Something happens in its world now, which may have been left alone until now. */
    private void disturb(WorldCommand command) {
        catchUp();
        world.command(command);
    }

    private void catchUp() {
        world.advanceTo(site(truth.getAsLong()));
        restsUntil = 0;
    }

    /** Whether its program runs: powered and not standing still. */
    boolean isAwake() {
        return running != null && !stalled;
    }

    boolean isStalled() {
        return stalled;
    }

    int sockets() {
        return settings.sockets();
    }

    int firstSocket() {
        return memberSettings.place().firstSocket();
    }

    MemberSettings memberSettings() {
        return memberSettings;
    }

    StationSettings settings() {
        return settings;
    }

    OwnClock clock() {
        return clock;
    }

    World world() {
        return world;
    }

    /** The station as it is now. */
    StationSnapshot snapshot() {
        catchUp();
        return world.snapshot();
    }

    /** Number of its present start. */
    int boot() {
        return boots;
    }

    @Nullable ScnMember member() {
        NetworkedStation station = running;
        return station == null ? null : station.member();
    }

    /** Power on. */
    void start(long now, long clockShows) {
        boots++;
        stalled = false;
        unread.clear();
        clock = new OwnClock(now, Math.floorMod(clockShows, LARGEST_START), ppm);
        catchUp();
        world.goOn();
        world.command(new WorldCommand.Boot(settings, BootReason.POWER_ON));
        ScnMember member = new ScnMember(
                new MemberIdentity(sender, boots, complete), memberSettings, clock.at(now));
        NetworkedStation station = new NetworkedStation(world, this::disturb, member, clock.at(now));
        running = station;
        station.contact(contact, clock.at(now));
        if (readsMeter) {
            member.source(new Source.Lost(), clock.at(now));
        }
        act(station, now);
    }

    /** It reads a meter for all; until it has a reading it says that it has none. */
    void readsMeter() {
        readsMeter = true;
    }

    /** What its meter leaves; false where its program does not run. */
    boolean source(Source leaves, long now) {
        NetworkedStation station = running;
        if (station == null || stalled) {
            return false;
        }
        station.member().source(leaves, clock.at(now));
        act(station, now);
        return true;
    }

    /** Other wiring and another place, while it is off. */
    void rewired(StationSettings wired, MemberSettings changed) {
        settings = wired;
        memberSettings = changed;
    }

    /** Whether none of its vehicles is told anything. */
    boolean tellsNothing() {
        boolean nothing = true;
        for (int i = 0; i < settings.sockets(); i++) {
            nothing &= told(SocketNumber.values()[i]) == 0;
        }
        return nothing;
    }

    /** Power off: pilots and contactors open. */
    void stop() {
        disturb(new WorldCommand.ShutDown());
        running = null;
        stalled = false;
        unread.clear();
    }

    /** Its program stands still; what arrives waits. */
    void stall() {
        stalled = true;
    }

    /** The watchdogs of its pilots notice that the program stands still. */
    void watchdog() {
        if (stalled) {
            catchUp();
            world.stall();
        }
    }

    /** Its program goes on where it was. */
    void goOn(long now) {
        if (!stalled) {
            return;
        }
        stalled = false;
        catchUp();
        world.goOn();
        while (!unread.isEmpty()) {
            take(unread.removeFirst(), now);
        }
        tick(now);
    }

    /** Time goes on: for vehicles always, for its program while it runs. */
    void tick(long now) {
        NetworkedStation station = running;
        boolean frozen = stalled && !world.isStalled();
        if (!frozen && now >= restsUntil) {
            world.advanceTo(site(now));
            restsUntil = now + world.rests() - World.TICK_MILLIS;
        }
        if (station != null && !stalled) {
            act(station, now);
        }
    }

    /** A datagram arrived and turned out to be this. */
    void receive(ScnReading reading, long now) {
        if (running == null) {
            return;
        }
        if (stalled) {
            if (unread.size() < UNREAD) {
                unread.add(reading);
            }
            return;
        }
        take(reading, now);
    }

    private void take(ScnReading reading, long now) {
        NetworkedStation station = running;
        if (station == null) {
            return;
        }
        // What is not ours is another family's.
        if (reading instanceof ScnReading.Ours ours) {
            if (station.receive(ours.packet(), clock.at(now))) {
                act(station, now);
            }
        } else if (reading instanceof ScnReading.Dropped dropped) {
            station.member().dropped(dropped.kind(), clock.at(now));
        }
    }

    private void act(NetworkedStation station, long now) {
        List<MemberEffect> effects = station.act(clock.at(now));
        for (MemberEffect effect : effects) {
            if (effect instanceof MemberEffect.KeepComplete keep) {
                complete = OptionalLong.of(keep.digest());
            }
            outlet.says(this, effect);
        }
    }

    /** When its program wants to run at the latest, in ms from now. */
    long due(long now) {
        NetworkedStation station = running;
        if (station == null || stalled) {
            return World.TICK_MILLIS;
        }
        long own = clock.at(now);
        return Math.clamp(station.member().due(own) - own, 1, World.TICK_MILLIS);
    }

    /** Someone plugs in, unplugs or changes settings of the control. */
    void command(WorldCommand command, long now) {
        if (command instanceof WorldCommand.ChangeSettings change) {
            settings = change.settings();
        }
        disturb(command);
        NetworkedStation station = running;
        if (station != null && !stalled) {
            act(station, now);
        }
    }

    void contact(Contact its, long now) {
        contact = its;
        NetworkedStation station = running;
        if (station != null && !stalled) {
            station.contact(its, clock.at(now));
            act(station, now);
        }
    }

    /** Settings of the network are written: kept, and taken at once where it runs. */
    void write(MemberSettings changed, long now) {
        memberSettings = changed;
        NetworkedStation station = running;
        if (station != null && !stalled) {
            station.member().settings(changed, clock.at(now));
            act(station, now);
        }
    }

    /** What its vehicle is told at this moment, in mA: 0 where the pilot offers nothing. */
    int told(SocketNumber socket) {
        return running != null && world.pilot(socket) instanceof PilotSignal.Oscillating
                ? world.look(socket).told()
                : 0;
    }
}
