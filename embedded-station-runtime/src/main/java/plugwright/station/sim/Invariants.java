package plugwright.station.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plugwright.model.Phase;
import plugwright.model.ReasonKind;
import plugwright.model.SiteTime;
import plugwright.model.SocketNumber;
import plugwright.station.engine.Effect;
import plugwright.station.engine.SocketLook;
import plugwright.station.engine.StationEngine;
import plugwright.station.engine.StationEvent;
import plugwright.station.engine.StationSettings;
import plugwright.station.engine.Wiring;
import plugwright.station.mode3.VehiclePilot;
import plugwright.station.sim.Optimum.Wish;

/**
 * Checks {@link Invariant}s of one station after every event in which it decides. Pure: it only looks on, and keeps
 * the first breach with the last things that happened before. Readings alone are taken in and judged at the decision
 * that follows in the same instant.
 */
final class Invariants implements World.Witness {

    /** I2: an obedient vehicle has followed by then; a tick more, as readings are of the tick before. */
    private static final long FOLLOWED_MILLIS = 6_000 + World.TICK_MILLIS;

    /** I5 and I6 speak of what holds this long after the last change. */
    private static final long SETTLED_MILLIS = 60_000;

    /** I5: told is whole milliampere, rounded down. */
    private static final int ROUNDING = 1;

    private final List<Seen> seen = new ArrayList<>();
    private final Trace trace = new Trace();
    private Limits limits;
    private List<Wiring> wiring = List.of();
    private boolean up;
    private long limitChangedAt = Seen.NEVER;
    private long inputChangedAt = Seen.NEVER;
    private long stateChangedAt = Seen.NEVER;
    private @Nullable Breach breach;

    Invariants(StationSettings settings) {
        this.limits = new Limits(settings);
        for (int i = 0; i < settings.sockets(); i++) {
            seen.add(new Seen(SocketNumber.values()[i]));
        }
        take(settings);
    }

    /** What broke first, if anything. */
    Optional<Breach> breach() {
        return Optional.ofNullable(breach);
    }

    /** Says what vehicle the next plug at a socket belongs to: the station can't see whether it is obedient. */
    void expect(SocketNumber socket, VehicleSpec vehicle) {
        seen.get(socket.index()).expectsObedience = vehicle.isObedient();
    }

    private void take(StationSettings settings) {
        limits = new Limits(settings);
        wiring = seen.stream().map(s -> Wiring.of(settings, s.number)).toList();
    }

    @Override
    public void after(StationEvent event, List<Effect> effects, StationEngine engine, SiteTime now) {
        remember(event, effects, now);
        if (event instanceof StationEvent.Measured measured) {
            Seen socket = seen.get(measured.socket().index());
            socket.draws(measured.reading().currents(), wiring.get(measured.socket().index()));
            boolean asks = measured.vehicle() == VehiclePilot.C;
            if (asks != socket.asks) {
                changed(now.millis());
            }
            socket.asks = asks;
            return;
        }
        takeIn(event, engine, now.millis());
        look(engine, now.millis());
        if (breach == null && up) {
            check(now);
        }
    }

    private void remember(StationEvent event, List<Effect> effects, SiteTime now) {
        if (!(event instanceof StationEvent.Measured || event instanceof StationEvent.Tick)) {
            trace.add(now, "", event);
        }
        for (Effect effect : effects) {
            trace.add(now, "", effect);
        }
    }

    private void takeIn(StationEvent event, StationEngine engine, long now) {
        switch (event) {
            case StationEvent.Booted boot -> restart(boot.settings(), engine, now);
            case StationEvent.WentDown _ -> restart(engine.settings(), engine, now);
            case StationEvent.SettingsChanged _ -> {
                take(engine.settings());
                limitChangedAt = now;
                changed(now);
                seen.forEach(s -> s.waitingSince = Seen.NEVER);
            }
            case StationEvent.Plugged plugged -> {
                Seen socket = seen.get(plugged.socket().index());
                socket.plug(plugged.cable());
                changed(now);
                seen.forEach(Seen::pluggedMeanwhile);
            }
            case StationEvent.Unplugged unplugged -> {
                seen.get(unplugged.socket().index()).goes();
                changed(now);
            }
            case StationEvent.SocketLimited limited -> {
                seen.get(limited.socket().index()).outside =
                        limited.limit().map(l -> Math.max(0, l.milliampere())).orElse(Integer.MAX_VALUE);
                limitChangedAt = now;
                changed(now);
                seen.forEach(s -> s.waitingSince = Seen.NEVER);
            }
            case StationEvent.GridMetered _, StationEvent.SetPointWritten _, StationEvent.NetworkSetPointWritten _,
                    StationEvent.PhasesChosen _, StationEvent.GroupLimited _, StationEvent.Leased _,
                    StationEvent.SuspensionChanged _ -> {
                limitChangedAt = now;
                changed(now);
            }
            case StationEvent.Measured _, StationEvent.NetworkDrawn _, StationEvent.Tick _ -> {
                // readings are taken in before, and time alone changes nothing
            }
        }
    }

    private void restart(StationSettings settings, StationEngine engine, long now) {
        take(settings);
        up = engine.isUp();
        limitChangedAt = now;
        changed(now);
        for (Seen s : seen) {
            s.connected = false;
            s.outside = Integer.MAX_VALUE;
            s.waitingSince = Seen.NEVER;
        }
    }

    private void changed(long now) {
        inputChangedAt = now;
        stateChangedAt = now;
    }

    private void look(StationEngine engine, long now) {
        for (Seen s : seen) {
            SocketLook before = s.look;
            s.look = engine.look(s.number);
            s.cap = s.connected ? Math.min(s.outside, limits.cap(s.number, s.cable)) : 0;
            // Room is given back when the vehicle draws more than before: its doing, not the station's.
            boolean lifted = s.look.demand() > before.demand();
            if (Seen.differs(before, s.look) || lifted) {
                changed(now);
            }
            if ((before.target() > 0) != (s.look.target() > 0) || before.demand() != s.look.demand()) {
                stateChangedAt = now;
            }
            if (before.phases() != s.look.phases() || !s.obedient) {
                // A draw on a phase that was not foreseen, or one that is not bounded, is not the station's doing.
                limitChangedAt = now;
            }
            s.served |= s.look.told() > 0;
            if (before.told() != s.look.told()) {
                s.toldChanged(before.told(), now, inputChangedAt);
            }
        }
    }

    private void check(SiteTime now) {
        for (int phase = 0; phase < Limits.PHASES; phase++) {
            checkPhase(phase, now);
        }
        for (Seen s : seen) {
            checkUsable(s, now);
            checkWait(s, now);
            checkCalm(s, now);
        }
        if (now.millis() - stateChangedAt > SETTLED_MILLIS) {
            checkFair(now);
        }
    }

    private void checkPhase(int phase, SiteTime now) {
        long told = 0;
        long drawn = 0;
        for (Seen s : seen) {
            told += s.look.loads(phase) ? s.look.told() : 0;
            drawn += s.drawn.on(Phase.values()[phase]).milliampere();
        }
        int limit = limits.stationMaximum();
        if (told > limit) {
            broken(Invariant.I1_TOLD, now, told + " mA told on L" + (phase + 1) + ", limit " + limit);
        }
        if (drawn > limit && now.millis() - limitChangedAt > FOLLOWED_MILLIS) {
            broken(Invariant.I2_DRAWN, now, drawn + " mA drawn on L" + (phase + 1) + ", limit " + limit);
        }
    }

    private void checkUsable(Seen s, SiteTime now) {
        int told = s.look.told();
        if (told != 0 && (told < s.floor() || told > s.cap)) {
            broken(
                    Invariant.I3_USABLE, now,
                    told + " mA told to socket " + s.number.number() + ", floor " + s.floor() + ", cap " + s.cap);
        }
    }

    private boolean fitsAlone(Seen s) {
        return s.connected && s.cap >= s.floor() && limits.stationMaximum() >= s.floor();
    }

    private void checkWait(Seen s, SiteTime now) {
        boolean wants = s.asks || !s.served;
        boolean waits = wants && s.look.told() == 0 && !s.isHalted() && fitsAlone(s);
        if (!waits) {
            s.waitingSince = Seen.NEVER;
            return;
        }
        s.waits(inUse(), now.millis());
        long waited = now.millis() - s.waitingSince;
        if (waited > s.longestWait(limits.settings().alternatingPeriod().toMillis())) {
            broken(
                    Invariant.I4_NOBODY_STARVES, now,
                    "socket " + s.number.number() + " has waited for " + waited / 1000 + " s: " + s.look.reason());
        }
    }

    private int inUse() {
        int inUse = 0;
        for (Seen s : seen) {
            inUse += s.connected ? 1 : 0;
        }
        return inUse;
    }

    private void checkCalm(Seen s, SiteTime now) {
        boolean constant = now.millis() - inputChangedAt > SETTLED_MILLIS;
        if (constant && now.millis() - s.oldestOfChanges() < SETTLED_MILLIS) {
            broken(
                    Invariant.I6_CALM, now,
                    "socket " + s.number.number() + " was told more than " + Seen.CALM_CHANGES
                            + " new limits in a minute in which nothing changed");
        }
    }

    private void checkFair(SiteTime now) {
        Seen one = seen.getFirst();
        Seen two = seen.getLast();
        boolean alone = one == two;
        boolean together = !alone && (one.look.phases() & two.look.phases()) != 0;
        Optimum best = Optimum.of(
                wish(one), alone ? Wish.NONE : wish(two), together ? limits.stationMaximum() : Integer.MAX_VALUE);
        checkFair(one, best.first(), now);
        if (!alone) {
            checkFair(two, best.second(), now);
        }
        for (Seen s : seen) {
            int others = together ? seen.stream().filter(o -> o != s && isServed(o)).mapToInt(Seen::floor).sum() : 0;
            if (s.asks && fitsAlone(s) && !isServed(s) && !s.isHalted()
                    && s.floor() + others <= limits.stationMaximum()) {
                broken(
                        Invariant.I5_FAIR, now,
                        "socket " + s.number.number() + " is told nothing though it fits: " + s.look.reason());
            }
        }
    }

    private static boolean isServed(Seen s) {
        return s.look.target() > 0;
    }

    private Wish wish(Seen s) {
        if (!isServed(s)) {
            return Wish.NONE;
        }
        boolean probed = s.look.reason() == ReasonKind.PROBING || s.look.reason() == ReasonKind.PROBE_TEST;
        int cap = Math.min(s.cap, limits.stationMaximum());
        return probed ? new Wish(s.look.target(), cap, s.look.target()) : new Wish(s.floor(), s.look.demand(), cap);
    }

    private void checkFair(Seen s, int best, SiteTime now) {
        if (Math.abs(s.look.told() - best) > ROUNDING) {
            broken(
                    Invariant.I5_FAIR, now,
                    s.look.told() + " mA told to socket " + s.number.number() + ", fair is " + best + ": "
                            + s.look.reason());
        }
    }

    private void broken(Invariant invariant, SiteTime now, String what) {
        if (breach == null) {
            breach = new Breach(invariant, now, what, trace.lines());
        }
    }
}
