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
 * Ticks in which nothing can differ need not be told.
 */
public final class SiteEngine {

    private static final int TOTAL = 0;

    private static final long NEVER = Long.MIN_VALUE / 4;

    /** Beyond every clock, and far from the end of the type. */
    private static final long FAR = Long.MAX_VALUE / 2;

    private final List<StationEngine> stations = new ArrayList<>();
    private final ControlCore core;
    private final SteadyClock clock;
    private final List<List<Effect>> effects = new ArrayList<>();
    private long decidedAt = NEVER;

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
            effects.add(new ArrayList<>());
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

    /**
     * Time goes on for all, and it is decided anew. Sockets whose meters were not read since stand as they did.
     *
     * @return what each station does; good until the next call
     */
    public List<List<Effect>> tick(SiteTime moment) {
        clock.take(moment);
        for (int i = 0; i < stations.size(); i++) {
            effects.get(i).clear();
            stations.get(i).beforeSiteDecision(moment, effects.get(i));
        }
        core.decide(clock.now());
        decidedAt = clock.now();
        for (int i = 0; i < stations.size(); i++) {
            if (stations.get(i).isUp()) {
                stations.get(i).afterDecision(effects.get(i));
            }
        }
        return effects;
    }

    /**
     * Time goes on for those sockets alone at which something is due by itself; nothing is decided.
     *
     * @return what each station does; good until the next call
     */
    public List<List<Effect>> tickAlone(SiteTime moment) {
        clock.take(moment);
        for (int i = 0; i < stations.size(); i++) {
            effects.get(i).clear();
            if (stations.get(i).isUp()) {
                stations.get(i).actAlone(moment, effects.get(i));
            }
        }
        return effects;
    }

    /**
     * Makes up for the ticks that were left out: all was as it is until a moment. To be called before anything that
     * differs is told.
     */
    public void stood(SiteTime until) {
        long steady = until.millis() - clock.offset();
        if (decidedAt == NEVER || decidedAt >= steady) {
            return;
        }
        for (int i = 0; i < stations.size(); i++) {
            if (stations.get(i).isUp()) {
                stations.get(i).stood(steady);
            }
        }
        core.decide(steady);
        decidedAt = steady;
    }

    /** Whether the control has to be told something anew though no meter was read: a contactor moved, a pause is over. */
    public boolean isStirred(SiteTime moment) {
        long steady = moment.millis() - clock.offset();
        for (int i = 0; i < stations.size(); i++) {
            if (stations.get(i).isUp() && stations.get(i).isStirred(decidedAt, steady)) {
                return true;
            }
        }
        return false;
    }

    /** Whether ticks may be left out: not where meters or energy management are followed, which look at the time. */
    public boolean mayRest() {
        for (StationEngine station : stations) {
            StationSettings settings = station.settings();
            if (settings.activeBalancing().isPresent() || settings.energyManagement().isPresent()) {
                return false;
            }
        }
        return true;
    }

    /** The next moment at which a decision may differ though nothing changed before. */
    public SiteTime nextDecision() {
        return new SiteTime(Math.min(core.nextMoment(), FAR) + clock.offset());
    }

    /** The next moment at which something is due at a socket by itself, the control left aside. */
    public SiteTime nextOwn() {
        long next = FAR;
        for (int i = 0; i < stations.size(); i++) {
            next = Math.min(next, stations.get(i).ownMoment());
        }
        return new SiteTime(next + clock.offset());
    }
}
