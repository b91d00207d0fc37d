package plugwright.station.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plugwright.model.Ampere;
import plugwright.model.Phase;
import plugwright.model.ReasonKind;
import plugwright.model.SiteTime;
import plugwright.model.SocketNumber;
import plugwright.station.engine.Effect;
import plugwright.station.engine.SiteEngine;
import plugwright.station.engine.SocketLook;
import plugwright.station.engine.StationEvent;
import plugwright.station.engine.StationSettings;
import plugwright.station.mode3.VehiclePilot;

/** Checks {@link Invariant}s of several stations under one total, after every tick. Pure: it only looks on. */
final class SiteInvariants {

    private static final long FOLLOWED_MILLIS = 6_000 + World.TICK_MILLIS;
    private static final long SETTLED_MILLIS = 60_000;
    private static final double ROUNDING = 1.01;

    private final SiteEngine engine;
    private final List<SiteSocket> sockets = new ArrayList<>();
    private final int stations;
    private final int[] firstSocket;
    /** For each phase of each station, then of all, in mA. */
    private final long[] told;
    private final long[] drawn;
    private final int[] most;
    private int inUse;
    private int disobedient;
    private long checkedAt = Seen.NEVER;
    private final Trace trace = new Trace();
    private int total;
    private long limitChangedAt = Seen.NEVER;
    private long inputChangedAt = Seen.NEVER;
    private long stateChangedAt = Seen.NEVER;
    private long fairCheckedFor = Seen.NEVER;
    private @Nullable Breach breach;

    SiteInvariants(SiteEngine engine, List<StationSettings> settings, Ampere total) {
        this.engine = engine;
        this.stations = settings.size();
        this.total = total.milliampere();
        this.firstSocket = new int[stations];
        this.told = new long[(stations + 1) * Limits.PHASES];
        this.drawn = new long[(stations + 1) * Limits.PHASES];
        this.most = new int[stations + 1];
        for (int station = 0; station < stations; station++) {
            firstSocket[station] = sockets.size();
            for (int i = 0; i < settings.get(station).sockets(); i++) {
                sockets.add(new SiteSocket(station, SocketNumber.values()[i], settings.get(station)));
            }
        }
    }

    Optional<Breach> breach() {
        return Optional.ofNullable(breach);
    }

    void total(Ampere newTotal, long now) {
        total = newTotal.milliampere();
        limitChanged(now);
        trace.add(new SiteTime(now), "", "total " + newTotal);
    }

    void expect(int station, SocketNumber socket, VehicleSpec vehicle) {
        at(station, socket).seen.expectsObedience = vehicle.isObedient();
    }

    void note(int station, Effect effect, SiteTime now) {
        trace.add(now, (station + 1) + ": ", effect);
    }

    /** Takes in what happened at a station. */
    void after(int station, StationEvent event, SiteTime now) {
        if (event instanceof StationEvent.Measured measured) {
            SiteSocket s = at(station, measured.socket());
            s.seen.draws(measured.reading().currents(), s.wiring());
            boolean asks = measured.vehicle() == VehiclePilot.C;
            if (asks != s.seen.asks) {
                changed(now.millis());
            }
            s.seen.asks = asks;
            return;
        }
        trace.add(now, (station + 1) + ": ", event);
        limitChanged(now.millis());
        switch (event) {
            case StationEvent.Plugged plugged -> {
                SiteSocket s = at(station, plugged.socket());
                s.seen.plug(plugged.cable());
                s.reckon();
                sockets.forEach(o -> o.seen.pluggedMeanwhile());
            }
            case StationEvent.Unplugged unplugged -> {
                SiteSocket s = at(station, unplugged.socket());
                disconnect(s);
                s.seen.goes();
            }
            default -> sockets.stream().filter(s -> s.station == station).forEach(s -> {
                s.take(engine.station(station).settings());
                s.up = engine.station(station).isUp();
                s.seen.waitingSince = Seen.NEVER;
                if (event instanceof StationEvent.Booted || event instanceof StationEvent.WentDown) {
                    disconnect(s);
                }
            });
        }
        inUse = 0;
        disobedient = 0;
        for (SiteSocket s : sockets) {
            inUse += s.seen.connected ? 1 : 0;
            disobedient += s.seen.obedient ? 0 : 1;
        }
    }

    private SiteSocket at(int station, SocketNumber number) {
        return sockets.get(firstSocket[station] + number.index());
    }

    private static void disconnect(SiteSocket s) {
        s.seen.connected = false;
        s.seen.asks = false;
        // Another vehicle may be plugged in before anyone looks: its wait is its own.
        s.seen.waitingSince = Seen.NEVER;
    }

    private void limitChanged(long now) {
        limitChangedAt = now;
        changed(now);
    }

    private void changed(long now) {
        inputChangedAt = now;
        stateChangedAt = now;
    }

    /**
     * Looks at all sockets and checks what must hold.
     *
     * @param decided whether anything was decided since the last time
     */
    void afterTick(SiteTime now, boolean decided) {
        if (decided) {
            for (int i = 0; i < sockets.size(); i++) {
                look(sockets.get(i), now.millis());
            }
        }
        if (disobedient > 0) {
            limitChangedAt = now.millis();
        }
        if (breach != null || !(decided || now.millis() >= nextMoment())) {
            return;
        }
        checkPhases(now);
        for (int i = 0; i < sockets.size(); i++) {
            SiteSocket s = sockets.get(i);
            checkUsable(s, now);
            checkWait(s, now);
            checkCalm(s, now);
        }
        if (now.millis() - stateChangedAt > SETTLED_MILLIS && fairCheckedFor != stateChangedAt) {
            fairCheckedFor = stateChangedAt;
            checkFair(now);
        }
        checkedAt = now.millis();
    }

    /** The next moment at which something has to be checked though nothing is decided: what counts from then on. */
    long nextMoment() {
        long drawn = disobedient > 0 ? Long.MAX_VALUE : after(limitChangedAt + FOLLOWED_MILLIS);
        long calm = after(inputChangedAt + SETTLED_MILLIS);
        long fair = after(stateChangedAt + SETTLED_MILLIS);
        return Math.min(drawn, Math.min(calm, fair));
    }

    private long after(long moment) {
        return moment >= checkedAt ? moment + 1 : Long.MAX_VALUE;
    }

    private void look(SiteSocket s, long now) {
        SocketLook before = s.seen.look;
        SocketLook next = engine.station(s.station).look(s.seen.number, before);
        s.seen.cap = s.cap();
        if (next.equals(before)) {
            return;
        }
        s.seen.look = next;
        if (Seen.differs(before, next) || next.demand() > before.demand()) {
            changed(now);
        }
        if ((before.target() > 0) != (next.target() > 0)) {
            // A turn began or ended.
            changed(now);
        }
        if (before.demand() != next.demand()) {
            stateChangedAt = now;
        }
        if (before.phases() != next.phases()) {
            limitChangedAt = now;
        }
        s.seen.served |= next.told() > 0;
        if (before.told() != next.told()) {
            s.seen.toldChanged(before.told(), now, inputChangedAt);
        }
    }

    private void checkPhases(SiteTime now) {
        Arrays.fill(told, 0);
        Arrays.fill(drawn, 0);
        for (int i = 0; i < sockets.size(); i++) {
            SiteSocket s = sockets.get(i);
            int at = s.station * Limits.PHASES;
            add(s, at);
            add(s, stations * Limits.PHASES);
            most[s.station] = s.stationMaximum();
        }
        boolean constant = now.millis() - limitChangedAt > FOLLOWED_MILLIS;
        most[stations] = total;
        for (int line = 0; line < told.length; line++) {
            long draws = constant ? drawn[line] : 0;
            int limit = most[line / Limits.PHASES];
            if (told[line] > limit || draws > limit) {
                checkSums(line, told[line], draws, limit, now);
            }
        }
    }

    private void add(SiteSocket s, int at) {
        int itsTold = s.seen.look.told();
        for (int phase = 0; phase < Limits.PHASES; phase++) {
            told[at + phase] += s.seen.look.loads(phase) ? itsTold : 0;
        }
        drawn[at] += s.seen.drawn.l1().milliampere();
        drawn[at + 1] += s.seen.drawn.l2().milliampere();
        drawn[at + 2] += s.seen.drawn.l3().milliampere();
    }

    private void checkSums(int line, long told, long drawn, int limit, SiteTime now) {
        int phase = line % Limits.PHASES;
        int station = line / Limits.PHASES;
        String where = station == stations ? "all stations" : "station " + (station + 1);
        if (told > limit) {
            broken(Invariant.I1_TOLD, now, told + " mA told on L" + (phase + 1) + " of " + where + ", limit " + limit);
        }
        if (drawn > limit) {
            broken(
                    Invariant.I2_DRAWN, now,
                    drawn + " mA drawn on L" + (phase + 1) + " of " + where + ", limit " + limit);
        }
    }

    private void checkUsable(SiteSocket s, SiteTime now) {
        int told = s.seen.look.told();
        if (told != 0 && (told < s.seen.floor() || told > s.seen.cap)) {
            broken(
                    Invariant.I3_USABLE, now,
                    told + " mA told to " + s.name() + ", floor " + s.seen.floor() + ", cap " + s.seen.cap);
        }
    }

    private boolean fitsAlone(SiteSocket s) {
        int least = Math.min(Math.min(total, s.stationMaximum()), Math.min(s.seen.cap, s.feederMaximum()));
        return s.seen.connected && s.up && least >= s.seen.floor();
    }

    private void checkWait(SiteSocket s, SiteTime now) {
        boolean wants = s.seen.asks || !s.seen.served;
        if (!wants || s.seen.look.told() > 0 || s.seen.isHalted() || !fitsAlone(s)) {
            s.seen.waitingSince = Seen.NEVER;
            return;
        }
        s.seen.waits(inUse, now.millis());
        long waited = now.millis() - s.seen.waitingSince;
        if (waited > s.seen.longestWait(s.periodMillis())) {
            broken(
                    Invariant.I4_NOBODY_STARVES, now,
                    s.name() + " has waited for " + waited / 1000 + " s: " + s.seen.look.reason());
        }
    }

    private void checkCalm(SiteSocket s, SiteTime now) {
        boolean constant = now.millis() - inputChangedAt > SETTLED_MILLIS;
        if (constant && now.millis() - s.seen.oldestOfChanges() < SETTLED_MILLIS) {
            broken(Invariant.I6_CALM, now, s.name() + " was told more than " + Seen.CALM_CHANGES
                    + " new limits in a minute in which nothing changed");
        }
    }

    private void checkFair(SiteTime now) {
        FairShares shares = shares();
        int[] floor = new int[sockets.size()];
        int[] demand = new int[sockets.size()];
        int[] cap = new int[sockets.size()];
        for (int i = 0; i < floor.length; i++) {
            SiteSocket s = sockets.get(i);
            ReasonKind reason = s.seen.look.reason();
            boolean probed = reason == ReasonKind.PROBING || reason == ReasonKind.PROBE_TEST;
            floor[i] = !s.isServed() ? 0 : probed ? s.seen.look.target() : s.seen.floor();
            demand[i] = s.seen.look.demand();
            cap[i] = probed ? s.seen.look.target() : s.seen.cap;
        }
        double[] best = shares.of(floor, demand, cap);
        for (int i = 0; i < floor.length; i++) {
            SiteSocket s = sockets.get(i);
            if (Math.abs(s.seen.look.told() - best[i]) > ROUNDING) {
                broken(
                        Invariant.I5_FAIR, now,
                        s.seen.look.told() + " mA told to " + s.name() + ", fair is " + Math.round(best[i]) + ": "
                                + s.seen.look.reason());
            }
            checkLeftOut(s, i, floor, shares, now);
        }
    }

    private void checkLeftOut(SiteSocket s, int i, int[] floor, FairShares shares, SiteTime now) {
        boolean waits = s.seen.asks && fitsAlone(s) && !s.isServed()
                && !s.seen.isHalted();
        if (waits) {
            floor[i] = s.seen.floor();
            if (shares.fits(floor)) {
                broken(
                        Invariant.I5_FAIR, now, s.name() + " is told nothing though it fits: "
                                + s.seen.look.reason());
            }
            floor[i] = 0;
        }
    }

    /** The total's lines, then those of each station, then those of each feeder. */
    private FairShares shares() {
        int[] limits = new int[(1 + stations + sockets.size()) * Limits.PHASES];
        int[][] lines = new int[sockets.size()][];
        Arrays.fill(limits, 0, Limits.PHASES, total);
        for (int i = 0; i < lines.length; i++) {
            SiteSocket s = sockets.get(i);
            int station = (1 + s.station) * Limits.PHASES;
            int feeder = (1 + stations + i) * Limits.PHASES;
            Arrays.fill(limits, station, station + Limits.PHASES, s.stationMaximum());
            Arrays.fill(limits, feeder, feeder + Limits.PHASES, s.feederMaximum());
            int[] its = new int[3 * Limits.PHASES];
            int count = 0;
            for (int phase = 0; phase < Limits.PHASES; phase++) {
                if (s.seen.look.loads(phase)) {
                    its[count++] = phase;
                    its[count++] = station + phase;
                    its[count++] = feeder + phase;
                }
            }
            lines[i] = Arrays.copyOf(its, count);
        }
        return new FairShares(limits, lines);
    }

    private void broken(Invariant invariant, SiteTime now, String what) {
        if (breach == null) {
            breach = new Breach(invariant, now, what, trace.lines());
        }
    }
}
