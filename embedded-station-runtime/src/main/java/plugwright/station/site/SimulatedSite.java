package plugwright.station.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.model.SocketNumber;
import plugwright.model.StationId;
import plugwright.model.WireTime;
import plugwright.station.http.StationServer;
import plugwright.station.meter.P1Port;
import plugwright.station.member.MemberStatus;
import plugwright.station.presence.Presence;
import plugwright.station.store.StateLock;
import plugwright.station.sim.WorldCommand;
import plugwright.station.sim.grid.MeterFault;
import plugwright.wire.modbus.RegisterMap;
import plugwright.wire.scn.Source;

/** Stations that run in this process, each at an address of its own, until closed. Safe for several threads at once. */
public final class SimulatedSite implements AutoCloseable {

    private final StateLock lock;
    private final StationServer server;
    private final Presence presence;
    private final SitePlan plan;
    private final SiteTimekeeper clock;
    private final Map<StationId, StationUnit> units;
    private final List<StationAccess> accesses;
    private final List<P1Port> p1Ports = new CopyOnWriteArrayList<>();
    private final List<HouseRun> houses = new CopyOnWriteArrayList<>();

    SimulatedSite(
            StateLock lock,
            StationServer server,
            Presence presence,
            SitePlan plan,
            SiteTimekeeper clock,
            Map<StationId, StationUnit> units,
            List<StationAccess> accesses) {
        this.lock = lock;
        this.server = server;
        this.presence = presence;
        this.plan = plan;
        this.clock = clock;
        this.units = new LinkedHashMap<>(units);
        this.accesses = List.copyOf(accesses);
    }

    /**
     * Starts all stations of a plan; when this returns they answer.
     *
     * @return the site, or STATE_IN_USE, PORT_IN_USE, PORT_NOT_ALLOWED, FILE_UNREADABLE, FILE_UNWRITABLE, NOT_AN_ADDRESS
     */
    public static Outcome<SimulatedSite> open(SitePlan plan) {
        Supplier<WireTime> wire = () -> new WireTime(System.nanoTime());
        return SiteOpening.addresses(plan).flatMap(addresses -> StateLock.take(plan.stateDirectory())
                .flatMap(lock -> {
                    Outcome<SimulatedSite> opened = StationServer.start(plan.count(), wire)
                            .flatMap(server -> new SiteOpening(
                                            plan, lock, server, SiteOpening.presence(plan), wire, RegisterMap.shipped())
                                    .all(addresses));
                    if (opened instanceof Outcome.Failed) {
                        lock.close();
                    }
                    return opened;
                }));
    }

    /** How to reach each station, in the order of their addresses. */
    public List<StationAccess> stations() {
        return accesses;
    }

    public SitePlan plan() {
        return plan;
    }

    /** The whole site now. */
    public SiteSnapshot snapshot() {
        List<SiteSnapshot.StationView> views = new ArrayList<>();
        for (StationAccess access : accesses) {
            StationUnit unit = units.get(access.serial());
            if (unit != null) {
                views.add(new SiteSnapshot.StationView(
                        access, unit.power(), unit.cable(), unit.mind().snapshot(), unit.mind().vehicles()));
            }
        }
        return new SiteSnapshot(clock.now(), clock.speed(), views);
    }

    /** What each station shows of its network, in the order of their addresses; empty where it is in none or down. */
    public List<Optional<MemberStatus>> networks() {
        List<Optional<MemberStatus>> networks = new ArrayList<>();
        units.values().forEach(unit -> networks.add(unit.mind().network()));
        return networks;
    }

    /** What every socket tells its vehicle at this moment, station by station, in mA. */
    public List<Integer> told() {
        List<Integer> told = new ArrayList<>();
        units.values().forEach(unit -> told.addAll(unit.mind().told()));
        return told;
    }

    /**
     * What a meter or an energy management system leaves for all of a station's network, as that station knows it now.
     *
     * @return the same, or BAD_ARGUMENT where there is no such station
     */
    public Outcome<Source> leaves(StationId station, Source source) {
        Optional<StationUnit> unit = Optional.ofNullable(units.get(station));
        unit.ifPresent(its -> its.mind().leaves(source));
        return unit.isPresent()
                ? Outcome.ok(source)
                : Outcome.failed(ProblemCode.BAD_ARGUMENT, "no station " + station);
    }

    /**
     * Does something at the site. What takes its time, a reboot say, has begun when this returns.
     *
     * @return the command, or BAD_ARGUMENT where there is no such station, socket or speed
     */
    public Outcome<SiteCommand> command(SiteCommand command) {
        return switch (command) {
            case SiteCommand.PlugIn plug ->
                at(plug.station(), plug.socket(), plug, new WorldCommand.PlugIn(plug.socket(), plug.vehicle()));
            case SiteCommand.Unplug unplug ->
                at(unplug.station(), unplug.socket(), unplug, new WorldCommand.Unplug(unplug.socket()));
            case SiteCommand.SetSpeed speed -> setSpeed(speed);
            case SiteCommand.Reboot reboot -> to(reboot.station(), reboot, StationUnit::reboot);
            case SiteCommand.PullNetworkCable pull -> to(pull.station(), pull, StationUnit::pullCable);
            case SiteCommand.PlugNetworkCable plug -> to(plug.station(), plug, StationUnit::plugCable);
            case SiteCommand.SwitchContact relay ->
                to(relay.station(), relay, unit -> unit.mind().contact(relay.contact()));
        };
    }

    private Outcome<SiteCommand> setSpeed(SiteCommand.SetSpeed command) {
        if (!(command.speed() > 0) || command.speed() > SitePlan.MAX_SPEED) {
            return Outcome.failed(ProblemCode.BAD_ARGUMENT, "speed " + command.speed());
        }
        clock.setSpeed(command.speed());
        return Outcome.ok(command);
    }

    private Outcome<SiteCommand> at(
            StationId station, SocketNumber socket, SiteCommand command, WorldCommand inside) {
        return socket.index() < plan.model().shape().sockets()
                ? to(station, command, unit -> unit.mind().command(inside))
                : Outcome.failed(ProblemCode.BAD_ARGUMENT, "no socket " + socket.number());
    }

    private Outcome<SiteCommand> to(StationId station, SiteCommand command, Consumer<StationUnit> order) {
        Optional<StationUnit> unit = Optional.ofNullable(units.get(station));
        if (unit.isEmpty()) {
            return Outcome.failed(ProblemCode.BAD_ARGUMENT, "no station " + station);
        }
        order.accept(unit.get());
        return Outcome.ok(command);
    }

    /**
     * Connects a serial port of this machine to a station's P1 port, for as long as the site runs.
     *
     * @param device name of the port; it need not be there yet
     * @return the device, or BAD_ARGUMENT where there is no such station
     */
    public Outcome<String> connectP1(StationId station, String device) {
        Optional<StationUnit> unit = Optional.ofNullable(units.get(station));
        if (unit.isEmpty()) {
            return Outcome.failed(ProblemCode.BAD_ARGUMENT, "no station " + station);
        }
        p1Ports.add(P1Port.open(device, unit.get().mind(), () -> new WireTime(System.nanoTime())));
        return Outcome.ok(device);
    }

    /**
     * Builds a simulated house around the stations, for as long as the site runs. Its meter is at the first station's
     * P1 port, or answers over Modbus; whether stations listen to it is a matter of their settings.
     *
     * @return the port of a Modbus meter, 0 of a P1 meter; or PORT_IN_USE, PORT_NOT_ALLOWED, BAD_ARGUMENT
     */
    public Outcome<Integer> build(SiteHouse house) {
        List<StationUnit> all = List.copyOf(units.values());
        return HouseRun.start(house, clock::now, all, all.getFirst().mind()).map(run -> {
            houses.add(run);
            return run.port().orElse(0);
        });
    }

    /** From now on this is wrong with the meters of its houses. */
    public void meterFault(MeterFault fault) {
        houses.forEach(house -> house.fault(fault));
    }

    /** Power off for all. Never throws. */
    @Override
    public void close() {
        houses.forEach(HouseRun::close);
        p1Ports.forEach(P1Port::close);
        units.values().forEach(StationUnit::close);
        presence.close();
        server.close();
        lock.close();
    }
}
