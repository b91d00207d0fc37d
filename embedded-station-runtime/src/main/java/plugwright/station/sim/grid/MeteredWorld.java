package plugwright.station.sim.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plugwright.model.PhaseCurrents;
import plugwright.model.SiteTime;
import plugwright.model.SocketNumber;
import plugwright.station.engine.Effect;
import plugwright.station.engine.StationEvent;
import plugwright.station.engine.StationEvent.BootReason;
import plugwright.station.engine.StationSettings;
import plugwright.station.log.LogLevel;
import plugwright.station.meter.MeterSample;
import plugwright.station.meter.MeteredStation;
import plugwright.station.sim.Breach;
import plugwright.station.sim.World;
import plugwright.station.sim.WorldCommand;

/**
 * A station in a house in virtual time: loads, PV, vehicles, and the meter between. What must hold is checked as time
 * goes on; it stops at the first breach. Not thread-safe.
 */
public final class MeteredWorld {

    /** Nobody reads more lines between two looks. */
    private static final int MAX_LINES = 1_000;

    private static final int PHASES = 3;

    /** While nobody is plugged in a meter of each second is heard this often: nothing else rests on it. */
    private static final long IDLE_PERIOD_MILLIS = 30_000;

    /** Sees time pass. */
    @FunctionalInterface
    public interface Onlooker {
        /**
         * So much time has passed.
         *
         * @param loads all of that time
         */
        void passed(World world, HouseLoads.Row loads, long millis);
    }

    private final House house;
    private final Onlooker onlooker;
    private final World world;
    private final GridMeter meter;
    private final MeterLink link;
    private final HouseWatch watch;
    private final SiteTime start;
    private final long lagMillis;
    private final List<String> lines = new ArrayList<>();
    private HouseLoads loads;
    private long loadsFrom;
    private PhaseCurrents measured = PhaseCurrents.ZERO;
    private SiteTime measuredAt;
    private boolean hasMeasured;
    private long nextSaid;

    /**
     * A house whose station has just started.
     *
     * @param lagMillis from the moment that the meter measures to the moment that it says so
     */
    public MeteredWorld(StationSettings settings, House house, SiteTime start, long lagMillis) {
        this(settings, house, start, lagMillis, (_, _, _) -> {});
    }

    /** The same with someone who looks on. */
    MeteredWorld(StationSettings settings, House house, SiteTime start, long lagMillis, Onlooker onlooker) {
        this.onlooker = onlooker;
        this.house = house;
        this.loads = house.loads();
        this.start = start;
        this.measuredAt = start;
        this.lagMillis = Math.min(lagMillis, house.meter().periodMillis() - World.TICK_MILLIS);
        this.meter = new GridMeter(house.meter());
        this.link = new MeterLink(meter, new Station());
        this.watch = new HouseWatch(house, settings.sockets(), start);
        this.world = new World(settings, start);
        this.nextSaid = start.millis() + house.meter().periodMillis();
        command(new WorldCommand.Boot(settings, BootReason.POWER_ON));
    }

    private final class Station implements MeteredStation {

        @Override
        public void metered(MeterSample sample) {
            watch.heard(world.now());
            take(world.command(new WorldCommand.FromOutside(new StationEvent.GridMetered(sample.forControl()))));
        }

        @Override
        public void meterFailed() {
            // said in the log, and seen by what does not come
        }

        @Override
        public void note(LogLevel level, String text) {
            add(text);
        }
    }

    private void add(String line) {
        if (lines.size() < MAX_LINES) {
            lines.add(line);
        }
    }

    private void take(List<World.Happened> happened) {
        for (World.Happened one : happened) {
            if (one.effect() instanceof Effect.LogLine line) {
                add(line.text());
            }
        }
    }

    /** For reading. */
    public World world() {
        return world;
    }

    /** What broke first, if anything. */
    public Optional<Breach> breach() {
        return watch.breach();
    }

    /** The longest time above the fuse while the meter was well, in ms. */
    public long longestAboveMillis() {
        return watch.longestAbove();
    }

    /** Lines of the log since this was asked last, oldest first. */
    public List<String> takeLog() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    /** What the house draws and makes now. */
    public HouseLoads.Row loads() {
        return loads.at(world.now().millis() - loadsFrom - start.millis());
    }

    public void command(WorldCommand command) {
        watch.changed(world.now());
        take(world.command(command));
        // Whoever was just plugged in is seen with the meter's next telegram, not when an idle meter would speak.
        nextSaid = Math.min(nextSaid, world.now().millis() + house.meter().periodMillis());
    }

    /** From now on the house draws and makes this. */
    public void load(PhaseCurrents drawn, PhaseCurrents pv) {
        loads = HouseLoads.constant(drawn, pv);
        loadsFrom = world.now().millisSince(start);
        watch.changed(world.now());
    }

    /** From now on this is wrong with the meter. */
    public void fault(MeterFault fault) {
        meter.fault(fault);
        watch.meter(fault, world.now());
    }

    /** Lets time go on, no further than the first breach; true while all held. */
    public boolean advanceTo(SiteTime moment) {
        while (breach().isEmpty() && moment.millisSince(world.now()) >= World.TICK_MILLIS) {
            step(moment);
        }
        return breach().isEmpty();
    }

    private void step(SiteTime moment) {
        long now = world.now().millis();
        long nextLoad = loads.nextChange(now - loadsFrom - start.millis());
        long nextMeasured = hasMeasured ? nextSaid : nextSaid - lagMillis;
        long next = Math.min(Math.min(moment.millis(), nextMeasured), now + Math.max(world.rests(), World.TICK_MILLIS));
        if (nextLoad < Long.MAX_VALUE) {
            next = Math.min(next, nextLoad + loadsFrom + start.millis());
        }
        // Whole ticks, one at least.
        long ticks = Math.max(1, (next - now + World.TICK_MILLIS - 1) / World.TICK_MILLIS);
        HouseLoads.Row before = loads();
        SiteTime from = world.now();
        take(world.advanceTo(world.now().plusMillis(ticks * World.TICK_MILLIS)));
        HouseLoads.Row loadsNow = loads();
        if (!before.equals(loadsNow)) {
            watch.changed(world.now());
        }
        onlooker.passed(world, before, world.now().millisSince(from));
        watch.look(world, loadsNow, world.now());
        meterNow(loadsNow);
    }

    private void meterNow(HouseLoads.Row loadsNow) {
        long now = world.now().millis();
        if (!hasMeasured && now >= nextSaid - lagMillis) {
            hasMeasured = true;
            measured = flow(loadsNow);
            measuredAt = world.now();
        }
        if (now >= nextSaid) {
            nextSaid += isIdle() ? Math.max(IDLE_PERIOD_MILLIS, house.meter().periodMillis())
                    : house.meter().periodMillis();
            hasMeasured = false;
            link.say(measured, measuredAt, world.now());
        }
    }

    private boolean isIdle() {
        for (int s = 0; s < world.settings().sockets(); s++) {
            if (world.vehicle(SocketNumber.values()[s]).isPresent()) {
                return false;
            }
        }
        return true;
    }

    private PhaseCurrents flow(HouseLoads.Row loadsNow) {
        int[] flow = new int[PHASES];
        for (int phase = 0; phase < PHASES; phase++) {
            flow[phase] = loadsNow.net(phase);
            for (int s = 0; house.includes() == plugwright.station.engine.ActiveBalancing.Includes.STATION
                    && s < world.settings().sockets(); s++) {
                flow[phase] += world.milliampere(SocketNumber.values()[s], phase);
            }
        }
        return PhaseCurrents.ofMilliampere(flow[0], flow[1], flow[2]);
    }
}
