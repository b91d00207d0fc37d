package plugwright.station.engine;

import java.util.List;
import java.util.Optional;
import plugwright.meter.MeterLogLines;
import plugwright.meter.MeterNumber;
import plugwright.model.Ampere;
import plugwright.model.LimitGroup;
import plugwright.model.PhaseCurrents;
import plugwright.station.engine.GridCorrection.Available;
import plugwright.station.engine.GridCorrection.Heard;
import plugwright.station.log.LogLevel;

/**
 * Active load balancing: what a station's meter leaves, and the safe current while the meter is lost. What it leaves is
 * a limit over the station, or is handed on to its network.
 */
final class GridWatch {

    /** A meter may be slow, it is lost only after this long (guide §9.2.2). */
    static final long LOST_AFTER = 60_000;

    /** What was drawn at the time of a reading that is older than this may have been forgotten. */
    private static final long COMPARED_WITHIN = OwnDraw.KEPT_MILLIS / 2;

    /**
     * What members of a network draw is known here so late at most: their tick, a heartbeat each second, our tick. A
     * meter's reading raises no limit before.
     */
    static final int DRAW_KNOWN_AFTER = 1_400;

    /** A reading that old may lower at once: most draws at its time are known, and too low is safe. */
    static final int LOWERS_WHEN_OLDER = 800;

    private static final long NEVER = Long.MIN_VALUE / 4;

    private final OwnDraw own = new OwnDraw();
    private final MeterLag lag = new MeterLag();
    private Optional<ActiveBalancing> balancing = Optional.empty();
    private Optional<PhaseCurrents> limit = Optional.empty();
    private Optional<Heard> before = Optional.empty();
    private boolean safe;
    private long readAt = NEVER;

    /** From when on the meter has its time to be heard: the start, or the last reading; unknown before the first tick. */
    private long waitingSince = NEVER;

    private boolean silenceTold;

    /** A reading that waits until all members' draw at its time is known. */
    private Optional<Waiting> waiting = Optional.empty();

    /** The newest reading, to which what an older one leaves is held. */
    private Optional<Waiting> newest = Optional.empty();

    private int meter = MeterNumber.UNKNOWN;

    /** A reading and its arrival, in ms. */
    private record Waiting(GridReading reading, long since) {
        GridReading at(long now) {
            return reading.older((int) (now - since));
        }
    }

    /** Takes settings; what they allow is told with the next decision. */
    void settings(Optional<ActiveBalancing> changed, OutsideLimits outside) {
        if (balancing.isPresent() && !reach(changed).equals(reach(balancing))) {
            outside.set(LimitGroup.METER, Optional.empty());
            limit = Optional.empty();
            own.reset();
        }
        if (!changed.equals(balancing)) {
            meter = changed.map(by -> numberOf(by.source())).orElse(MeterNumber.UNKNOWN);
            waiting = Optional.empty();
            newest = Optional.empty();
            // What the safe current is now is told again with the next decision.
            safe = false;
            waitingSince = NEVER;
            silenceTold = false;
            before = Optional.empty();
            lag.forget();
        }
        balancing = changed;
    }

    private static Optional<Reach> reach(Optional<ActiveBalancing> balancing) {
        return balancing.map(ActiveBalancing::reach);
    }

    /** A meter is known by where it is, one at a P1 port by what it says. */
    private static int numberOf(ActiveBalancing.Source source) {
        return switch (source) {
            case ActiveBalancing.Source.P1() -> MeterNumber.UNKNOWN;
            case ActiveBalancing.Source.Modbus(String address, int port) -> MeterNumber.of(address + ":" + port);
        };
    }

    /** What was read last may be older than it seems. */
    void distrust() {
        readAt = NEVER;
        before = Optional.empty();
        lag.forget();
    }

    void drawn(PhaseCurrents onGrid, long now) {
        own.record(onGrid.l1().milliampere(), onGrid.l2().milliampere(), onGrid.l3().milliampere(), now);
    }

    /** What all members of the network draw; of no meaning to a station that reads for itself. */
    void drawnByNetwork(PhaseCurrents onGrid, long now) {
        if (balancing.filter(by -> by.reach() == Reach.NETWORK).isPresent()) {
            drawn(onGrid, now);
        }
    }

    /** Takes a reading. */
    void read(GridReading reading, OutsideLimits outside, List<Effect> effects, long now) {
        if (balancing.isEmpty()) {
            return;
        }
        ActiveBalancing by = balancing.get();
        readAt = now;
        waitingSince = now;
        silenceTold = false;
        meter = reading.meter() == MeterNumber.UNKNOWN ? meter : reading.meter();
        if (by.reach() == Reach.STATION || by.includes() == ActiveBalancing.Includes.HOUSE_ALONE) {
            Optional<Heard> last = before.filter(b -> now - b.arrival() <= COMPARED_WITHIN);
            Heard heard = new Heard(reading, now, lag.notBefore(new Heard(reading, now), last, own));
            Available available =
                    GridCorrection.available(by.meterMaximum().milliampere(), heard, last, by.includes(), own);
            before = Optional.of(heard);
            become(limit.map(standing -> available.from(standing, reading.resolution()))
                    .orElse(available.toRaise()), by, outside, effects);
            return;
        }
        newest = Optional.of(new Waiting(reading, now));
        waiting = waiting.or(() -> newest);
        if (limit.isPresent() && reading.ageMillis() >= LOWERS_WHEN_OLDER) {
            become(limit.get().min(available(by, reading, now).toLower()), by, outside, effects);
        }
    }

    private Available available(ActiveBalancing by, GridReading reading, long now) {
        return GridCorrection.available(
                by.meterMaximum().milliampere(), new Heard(reading, now), Optional.empty(), by.includes(), own);
    }

    /** A reading has waited for long enough: now it may raise as well, but not above what a newer one allows. */
    private void settle(ActiveBalancing by, OutsideLimits outside, List<Effect> effects, long now) {
        if (waiting.filter(w -> now - w.since >= DRAW_KNOWN_AFTER).isEmpty()) {
            return;
        }
        GridReading reading = waiting.get().at(now);
        waiting = Optional.empty();
        Available available = available(by, reading, now);
        PhaseCurrents next = limit.map(standing -> available.from(standing, reading.resolution()))
                .orElse(available.toRaise());
        if (newest.isPresent()) {
            GridReading last = newest.get().at(now);
            next = last.ageMillis() >= LOWERS_WHEN_OLDER ? next.min(available(by, last, now).toLower()) : next;
        }
        become(next, by, outside, effects);
    }

    private void become(PhaseCurrents next, ActiveBalancing by, OutsideLimits outside, List<Effect> effects) {
        if (safe) {
            effects.add(new Effect.LogLine(LogLevel.INFO, "Leave ActiveLB safeMode"));
            safe = false;
        }
        limit = Optional.of(next);
        if (by.reach() == Reach.STATION) {
            outside.set(LimitGroup.METER, limit);
        }
    }

    /** What it leaves for the network that it is read for. */
    GridShare share() {
        if (balancing.filter(by -> by.reach() == Reach.NETWORK).isEmpty()) {
            return new GridShare.NotRead();
        }
        return limit.<GridShare>map(left -> new GridShare.Left(left, meter, readAt))
                .orElseGet(() -> new GridShare.Lost(meter));
    }

    /** Sees whether the meter is lost; to be called before each decision. */
    void tick(OutsideLimits outside, List<Effect> effects, long now) {
        if (balancing.isEmpty()) {
            return;
        }
        ActiveBalancing by = balancing.get();
        waitingSince = waitingSince == NEVER ? now : waitingSince;
        settle(by, outside, effects, now);
        if (!silenceTold && now - waitingSince >= LOST_AFTER) {
            silenceTold = true;
            sayLost(by, effects);
        }
        if (safe || now - readAt < LOST_AFTER) {
            return;
        }
        safe = true;
        limit = Optional.empty();
        waiting = Optional.empty();
        Ampere current = by.safe();
        if (by.reach() == Reach.STATION) {
            outside.set(LimitGroup.SAFE_CURRENT, Optional.of(new PhaseCurrents(current, current, current)));
        }
        effects.add(new Effect.LogLine(LogLevel.WARNING, MeterLogLines.safeMode(current)));
    }

    /** In the words of the guide, §10.8. Without a reading since the start the safe current is in force before. */
    private static void sayLost(ActiveBalancing by, List<Effect> effects) {
        switch (by.source()) {
            case ActiveBalancing.Source.P1() ->
                effects.add(new Effect.LogLine(LogLevel.ERROR, MeterLogLines.P1_TIMEOUT));
            case ActiveBalancing.Source.Modbus(String address, int port) -> {
                effects.add(new Effect.LogLine(LogLevel.ERROR, MeterLogLines.modbusError(address, port)));
                effects.add(new Effect.LogLine(LogLevel.WARNING, MeterLogLines.modbusLost(by.safe())));
            }
        }
    }

    /** When it would be lost, or that be said, in ms; far away where there is nothing to lose. */
    long lostAt() {
        if (balancing.isEmpty()) {
            return Long.MAX_VALUE;
        }
        long settles = waiting.map(w -> w.since + DRAW_KNOWN_AFTER).orElse(Long.MAX_VALUE);
        long toSay = Math.min(settles, silenceTold ? Long.MAX_VALUE : waitingSince + LOST_AFTER);
        return safe ? toSay : Math.min(readAt + LOST_AFTER, toSay);
    }
}
