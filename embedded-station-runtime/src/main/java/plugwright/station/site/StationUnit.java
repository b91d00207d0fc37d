package plugwright.station.site;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plugwright.model.Ipv4Address;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.SiteTime;
import plugwright.model.StationId;
import plugwright.model.WireTime;
import plugwright.station.http.ApiResponder;
import plugwright.station.http.StationServer;
import plugwright.station.http.StationServer.Listening;
import plugwright.station.log.LogLevel;
import plugwright.station.meter.ModbusMeterPort;
import plugwright.station.modbus.MasterLimits;
import plugwright.station.modbus.ModbusListener;
import plugwright.station.presence.Presence;
import plugwright.station.site.SiteSnapshot.NetworkCable;
import plugwright.station.site.SiteSnapshot.Power;
import plugwright.station.udp.ScnSocket;
import plugwright.wire.modbus.SlaveResponder;
import plugwright.wire.presence.StationPresence;

/**
 * One station from power on to power off. A thread of its own lets its world go on, opens its interfaces at boot and
 * drops them at a reboot; others hand it orders.
 */
final class StationUnit implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StationUnit.class);

    /** How often the world goes on by itself: as often as the control ticks in real time. */
    private static final Duration PACE = Duration.ofMillis(200);

    /** Orders that wait: more come only from someone who hammers. */
    private static final int MOST_ORDERS = 64;

    /** A port that was ours a moment ago may be taken by someone's outgoing connection: tried again after. */
    private static final Duration RETRY = Duration.ofSeconds(1);

    /** Closing waits so long for the thread; it holds no lock and needs milliseconds. */
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(10);

    /**
     * What it is and where; its port is known only once it is open.
     *
     * @param model article code
     * @param type as /api/info says it
     */
    record Place(
            StationId id,
            String model,
            String firmware,
            String type,
            Ipv4Address address,
            int modbusPort,
            int networkPort) {}

    private enum Order {
        /** Something may be due earlier than was thought. */
        LOOK,
        REBOOT,
        PULL_CABLE,
        PLUG_CABLE,
        POWER_OFF
    }

    private final StationMind mind;
    private final StationKeep keep;
    private final StationServer server;
    private final SlaveResponder slave;
    private final Place place;
    private final Presence presence;
    private final Supplier<WireTime> wire;
    private final SiteTimekeeper clock;
    private final BlockingQueue<Order> orders = new ArrayBlockingQueue<>(MOST_ORDERS);
    private final Thread owner;

    // Written by the owner's thread alone once it runs; seen by others.
    private volatile Power power = Power.UP;
    private volatile NetworkCable cable = NetworkCable.PLUGGED;
    private volatile int apiPort;
    private Optional<Listening> listening = Optional.empty();
    private Optional<ModbusListener> masters = Optional.empty();
    private Optional<ModbusMeterPort> meter = Optional.empty();
    private Optional<ScnSocket> network = Optional.empty();
    /** The moment of the site until which the owner's thread sleeps at most, in ms. */
    private volatile long sleepsUntil;
    private WireTime nextAttempt;

    StationUnit(
            StationMind mind,
            StationKeep keep,
            StationServer server,
            SlaveResponder slave,
            Place place,
            int apiPort,
            Presence presence,
            Supplier<WireTime> wire,
            SiteTimekeeper clock) {
        this.clock = clock;
        this.mind = mind;
        this.keep = keep;
        this.server = server;
        this.slave = slave;
        this.place = place;
        this.presence = presence;
        this.apiPort = apiPort;
        this.wire = wire;
        this.nextAttempt = wire.get();
        this.owner = Thread.ofVirtual().name("station " + place.address()).unstarted(this::run);
    }

    /** Starts it; when this returns well its API answers. @return why it cannot be opened otherwise */
    Outcome<StationUnit> powerUp() {
        mind.boot();
        return listen().flatMap(_ -> listenToMasters()).flatMap(_ -> joinNetwork()).map(_ -> {
            owner.start();
            return this;
        });
    }

    /** Opens the Modbus port where it is to be open. @return how many ports that are */
    private Outcome<Integer> listenToMasters() {
        if (!lacksMasters()) {
            return Outcome.ok(masters.isPresent() ? 1 : 0);
        }
        return ModbusListener.open(place.address(), place.modbusPort(), slave, MasterLimits.USUAL, wire)
                .map(open -> {
                    masters = Optional.of(open);
                    mind.note(LogLevel.INFO, "Modbus TCP/IP slave at port " + open.port());
                    return 1;
                });
    }

    /** Begins to ask its meter where it has one to be asked over the network. */
    private void askMeter() {
        if (meter.isEmpty() && power == Power.UP && cable == NetworkCable.PLUGGED) {
            meter = mind.modbusMeter().map(settings -> ModbusMeterPort.open(settings, mind, clock::speed, wire));
        }
    }

    private boolean lacksMasters() {
        return masters.isEmpty() && mind.modbus().isPresent();
    }

    /** Opens its way to the others of its network. @return how many that are */
    private Outcome<Integer> joinNetwork() {
        if (!lacksNetwork()) {
            return Outcome.ok(network.isPresent() ? 1 : 0);
        }
        return ScnSocket.open(place.address(), place.networkPort(), this::heard).map(open -> {
            network = Optional.of(open);
            mind.connect(Optional.of(open::send));
            return 1;
        });
    }

    private boolean lacksNetwork() {
        return network.isEmpty() && mind.isInNetwork();
    }

    /** On the reader's thread. */
    private void heard(byte[] datagram) {
        long due = mind.heard(datagram).millis();
        if (due < sleepsUntil) {
            sleepsUntil = due;
            order(Order.LOOK);
        }
    }

    private Outcome<Integer> listen() {
        Outcome<Listening> opened = server.listen(
                place.address().toString(),
                apiPort,
                keep.identity(),
                mind.sessionSettings().idleLimit(),
                new ApiResponder(mind),
                this::reboot);
        return opened.map(open -> {
            apiPort = open.port();
            listening = Optional.of(open);
            announce();
            return open.port();
        });
    }

    /** A station that cannot be found by itself still works: its address can be typed. */
    private void announce() {
        StationPresence here = new StationPresence(
                place.id(), place.model(), place.firmware(), place.type(), place.address(), apiPort);
        if (presence.announce(here) instanceof Outcome.Failed<StationPresence>(Problem why)) {
            LOG.warn("station {} cannot be found by every way: {}", place.id(), why);
            mind.note(LogLevel.WARNING, "Discovery: " + why);
        }
    }

    private void run() {
        try {
            for (Order order = next(); order != Order.POWER_OFF; order = next()) {
                if (order != null) {
                    obey(order);
                }
                if (power == Power.REBOOTING && isDue()) {
                    mind.boot();
                    power = Power.UP;
                }
                if (power == Power.UP && cable == NetworkCable.PLUGGED && isDue()
                        && (listening.isEmpty() || lacksMasters() || lacksNetwork())) {
                    tryToListen();
                }
                askMeter();
                mind.advance();
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        } finally {
            drop();
        }
    }

    private @Nullable Order next() throws InterruptedException {
        // What is heard from here on wakes it, also before it sleeps.
        sleepsUntil = Long.MAX_VALUE;
        SiteTime due = mind.due();
        sleepsUntil = due.millis();
        Duration wait = clock.until(due);
        return orders.poll(Math.min(wait.toNanos(), PACE.toNanos()), TimeUnit.NANOSECONDS);
    }

    private boolean isDue() {
        return wire.get().compareTo(nextAttempt) >= 0;
    }

    private void obey(Order order) {
        switch (order) {
            case REBOOT -> {
                if (power == Power.UP) {
                    power = Power.REBOOTING;
                    mind.goDown();
                    drop();
                    nextAttempt = wire.get().plus(mind.away());
                }
            }
            case PULL_CABLE -> {
                cable = NetworkCable.PULLED;
                mind.note(LogLevel.WARNING, "Ethernet link down");
                drop();
            }
            case PLUG_CABLE -> {
                cable = NetworkCable.PLUGGED;
                mind.note(LogLevel.INFO, "Ethernet link up");
            }
            case LOOK -> {
                // The loop looks.
            }
            case POWER_OFF -> {
                // The loop ends before it is obeyed.
            }
        }
    }

    private void tryToListen() {
        Outcome<Integer> opened = listening.isEmpty() ? listen() : Outcome.ok(apiPort);
        if (opened.flatMap(_ -> listenToMasters()).flatMap(_ -> joinNetwork()) instanceof Outcome.Failed<Integer>(Problem why)) {
            LOG.warn("station {} is not reachable: {}", place.id(), why);
            nextAttempt = wire.get().plus(RETRY);
        }
    }

    private void drop() {
        presence.withdraw(place.id());
        listening.ifPresent(Listening::close);
        listening = Optional.empty();
        masters.ifPresent(ModbusListener::close);
        masters = Optional.empty();
        meter.ifPresent(ModbusMeterPort::close);
        meter = Optional.empty();
        mind.connect(Optional.empty());
        network.ifPresent(ScnSocket::close);
        network = Optional.empty();
    }

    /** Restarts it soon; asked again while it is down it does nothing. */
    void reboot() {
        order(Order.REBOOT);
    }

    void pullCable() {
        order(Order.PULL_CABLE);
    }

    void plugCable() {
        order(Order.PLUG_CABLE);
    }

    private void order(Order order) {
        if (!orders.offer(order)) {
            LOG.warn("station {} has too many orders, {} is dropped", place.id(), order);
        }
    }

    Power power() {
        return power;
    }

    NetworkCable cable() {
        return cable;
    }

    int apiPort() {
        return apiPort;
    }

    StationMind mind() {
        return mind;
    }

    StationKeep keep() {
        return keep;
    }

    /** Power off; when this returns its ports are free. Never throws. */
    @Override
    public void close() {
        if (owner.getState() == Thread.State.NEW) {
            drop();
            return;
        }
        orders.clear();
        order(Order.POWER_OFF);
        try {
            if (!owner.join(LONGEST_CLOSE)) {
                owner.interrupt();
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
