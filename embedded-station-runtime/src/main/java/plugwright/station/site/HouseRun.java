package plugwright.station.site;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import plugwright.model.Outcome;
import plugwright.model.PhaseCurrents;
import plugwright.model.SiteTime;
import plugwright.station.engine.ActiveBalancing.Includes;
import plugwright.station.meter.MeteredStation;
import plugwright.station.meter.ModbusMeterSlave;
import plugwright.station.meter.ModbusMeterSlave.Answer;
import plugwright.station.sim.grid.GridMeter;
import plugwright.station.sim.grid.HouseLoads;
import plugwright.station.sim.grid.MeterFault;
import plugwright.station.sim.grid.MeterKind;
import plugwright.station.sim.grid.MeterLink;

/**
 * A simulated house while it runs, by the site's clock. A P1 meter speaks on a thread of its own; a Modbus meter
 * measures when it is asked.
 */
final class HouseRun implements AutoCloseable {

    /** Between two looks whether a telegram is due; a site that runs faster gets one a look. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final SiteHouse house;
    private final Supplier<SiteTime> clock;
    private final List<StationUnit> stations;
    private final SiteTime start;
    private final GridMeter meter;
    private final Optional<ModbusMeterSlave> slave;
    private final Optional<Thread> speaker;
    private int faultsSet;

    private HouseRun(
            SiteHouse house,
            Supplier<SiteTime> clock,
            List<StationUnit> stations,
            MeteredStation p1,
            Optional<Outcome<ModbusMeterSlave>> opened) {
        this.house = house;
        this.clock = clock;
        this.stations = List.copyOf(stations);
        this.start = clock.get();
        this.meter = new GridMeter(house.meter());
        this.slave = opened.flatMap(o -> o instanceof Outcome.Ok<ModbusMeterSlave>(var its) ? Optional.of(its) : Optional.empty());
        this.speaker = house.meter() instanceof MeterKind.P1
                ? Optional.of(Thread.ofVirtual().name("house meter").unstarted(() -> speak(new MeterLink(meter, p1))))
                : Optional.empty();
    }

    /**
     * Begins.
     *
     * @param stations of the site
     * @param p1 whose P1 port the meter is at, where it has one
     * @return the house, or PORT_IN_USE, PORT_NOT_ALLOWED, BAD_ARGUMENT where its meter cannot answer
     */
    static Outcome<HouseRun> start(
            SiteHouse house, Supplier<SiteTime> clock, List<StationUnit> stations, MeteredStation p1) {
        Answers answers = new Answers();
        Optional<Outcome<ModbusMeterSlave>> slave = house.meter() instanceof MeterKind.Modbus
                ? house.at().map(at -> ModbusMeterSlave.open(at.address(), at.port(), at.unit(), answers))
                : Optional.empty();
        if (slave.isPresent() && slave.get() instanceof Outcome.Failed<ModbusMeterSlave>(var why)) {
            return Outcome.failed(why);
        }
        HouseRun run = new HouseRun(house, clock, stations, p1, slave);
        answers.house = Optional.of(run);
        run.speaker.ifPresent(Thread::start);
        return Outcome.ok(run);
    }

    /** What the slave asks; silent until the house stands. */
    private static final class Answers implements Supplier<Answer> {
        private volatile Optional<HouseRun> house = Optional.empty();

        @Override
        public Answer get() {
            return house.map(HouseRun::answer).orElseGet(Answer.Silence::new);
        }
    }

    /** The port that a Modbus meter answers at. */
    Optional<Integer> port() {
        return slave.map(ModbusMeterSlave::port);
    }

    /** From now on this is wrong with its meter. */
    synchronized void fault(MeterFault fault) {
        meter.fault(fault);
    }

    private synchronized Answer answer() {
        SiteTime now = clock.get();
        setFaults(now);
        Optional<Map<Integer, Integer>> words = meter.registers(flow(now), now.toInstant());
        if (words.isPresent()) {
            return new Answer.Registers(words.get());
        }
        return meter.fault() == MeterFault.CRC ? new Answer.Failure() : new Answer.Silence();
    }

    private void speak(MeterLink link) {
        try {
            SiteTime next = start;
            while (true) {
                Thread.sleep(LOOK_EVERY);
                SiteTime now = clock.get();
                if (now.compareTo(next) >= 0) {
                    next = now.plusMillis(house.meter().periodMillis());
                    say(link, now);
                }
            }
        } catch (InterruptedException ended) {
            // closed
        }
    }

    private synchronized void say(MeterLink link, SiteTime now) {
        setFaults(now);
        link.say(flow(now), now, now);
    }

    private void setFaults(SiteTime now) {
        while (faultsSet < house.faults().size()
                && now.millisSince(start) >= house.faults().get(faultsSet).after().toMillis()) {
            meter.fault(house.faults().get(faultsSet++).fault());
        }
    }

    private PhaseCurrents flow(SiteTime now) {
        HouseLoads.Row loads = house.loads().at(now.millisSince(start));
        PhaseCurrents flow = PhaseCurrents.ofMilliampere(loads.net(0), loads.net(1), loads.net(2));
        if (house.includes() == Includes.STATION) {
            for (StationUnit station : stations) {
                flow = flow.plus(station.mind().snapshot().drawnOnGrid());
            }
        }
        return flow;
    }

    /** Nothing more is told afterwards. Never throws. */
    @Override
    public void close() {
        slave.ifPresent(ModbusMeterSlave::close);
        speaker.ifPresent(thread -> {
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
