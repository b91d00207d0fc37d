package plugwright.station.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import plugwright.model.Ampere;
import plugwright.model.Phase;
import plugwright.model.SiteTime;
import plugwright.station.control.ControlCore;

/**
 * Several stations under one total, for which one control decides with no network between: what a smart charging
 * network comes to while nothing is lost. Decides at ticks alone.
 */
public final class SiteEngine {

    private static final int TOTAL = 0;

    private final List<StationEngine> stations = new ArrayList<>();
    private final ControlCore core;
    private final SteadyClock clock;

    /** @param total over all stations on each grid phase */
    public SiteEngine(List<StationSettings> settings, Ampere total, SiteTime now) {
        int sockets = settings.stream().mapToInt(StationSettings::sockets).sum();
        core = new ControlCore(sockets, 1 + settings.size() * ControlSetup.GROUPS);
        clock = new SteadyClock(now);
        total(total);
        int first = 0;
        for (StationSettings its : settings) {
            int group = 1 + stations.size() * ControlSetup.GROUPS;
            stations.add(new StationEngine(its, new Seat(core, first, group, OptionalInt.of(TOTAL)), now));
            first += its.sockets();
        }
    }

    /** Changes the total; it counts from the next tick on. */
    public void total(Ampere total) {
        for (Phase phase : Phase.values()) {
            core.groups().limit(TOTAL, phase.index(), total.milliampere());
        }
    }

    public StationEngine station(int station) {
        return stations.get(station);
    }

    /** Lets something happen at one station; not time alone. */
    public List<Effect> step(int station, StationEvent event, SiteTime moment) {
        return stations.get(station).step(event, moment);
    }

    /** Time goes on for all. @return what each station does */
    public List<List<Effect>> tick(SiteTime moment) {
        clock.take(moment);
        List<List<Effect>> effects = new ArrayList<>();
        for (StationEngine station : stations) {
            List<Effect> its = new ArrayList<>(station.step(new StationEvent.Tick(), moment));
            if (station.isUp()) {
                station.beforeDecision(its);
            }
            effects.add(its);
        }
        core.decide(clock.now());
        for (int i = 0; i < stations.size(); i++) {
            if (stations.get(i).isUp()) {
                stations.get(i).afterDecision(effects.get(i));
            }
        }
        return effects;
    }

    /** The next moment at which a tick may do anything if nothing else comes before. */
    public SiteTime nextMoment() {
        long next = core.nextMoment();
        for (int i = 0; i < stations.size() && next > clock.now(); i++) {
            next = Math.min(next, stations.get(i).ownMoment());
        }
        return new SiteTime(next + clock.offset());
    }
}
