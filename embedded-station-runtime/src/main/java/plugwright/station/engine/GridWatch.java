package plugwright.station.engine;

import java.util.List;
import java.util.Optional;
import plugwright.meter.MeterLogLines;
import plugwright.model.Ampere;
import plugwright.model.LimitGroup;
import plugwright.model.PhaseCurrents;
import plugwright.station.engine.GridCorrection.Available;
import plugwright.station.engine.GridCorrection.Heard;
import plugwright.station.log.LogLevel;

/** Active load balancing of one station: what its meter leaves, and the safe current while the meter is lost. */
final class GridWatch {

    /** A meter may be slow, it is lost only after this long (guide §9.2.2). */
    static final long LOST_AFTER = 60_000;

    /** What was drawn at the time of a reading that is older than this may have been forgotten. */
    private static final long COMPARED_WITHIN = OwnDraw.KEPT_MILLIS / 2;

    private static final long NEVER = Long.MIN_VALUE / 4;

    private final OwnDraw own = new OwnDraw();
    private Optional<ActiveBalancing> balancing = Optional.empty();
    private Optional<PhaseCurrents> limit = Optional.empty();
    private Optional<Heard> before = Optional.empty();
    private boolean safe;
    private long readAt = NEVER;

    /** From when on the meter has its time to be heard: the start, or the last reading; unknown before the first tick. */
    private long waitingSince = NEVER;

    private boolean silenceTold;

    /** Takes settings; what they allow is told with the next decision. */
    void settings(Optional<ActiveBalancing> changed, OutsideLimits outside) {
        if (changed.isEmpty() && balancing.isPresent()) {
            outside.set(LimitGroup.METER, Optional.empty());
            limit = Optional.empty();
        }
        if (!changed.equals(balancing)) {
            // What the safe current is now is told again with the next decision.
            safe = false;
            waitingSince = NEVER;
            silenceTold = false;
            before = Optional.empty();
        }
        balancing = changed;
    }

    /** What was read last may be older than it seems. */
    void distrust() {
        readAt = NEVER;
        before = Optional.empty();
    }

    void drawn(PhaseCurrents onGrid, long now) {
        own.record(onGrid.l1().milliampere(), onGrid.l2().milliampere(), onGrid.l3().milliampere(), now);
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
        Heard heard = new Heard(reading, now);
        Available available = GridCorrection.available(
                by.meterMaximum().milliampere(), heard, before.filter(b -> now - b.arrival() <= COMPARED_WITHIN),
                by.includes(), own);
        before = Optional.of(heard);
        PhaseCurrents next = limit.map(standing -> available.from(standing, reading.resolution()))
                .orElse(available.toRaise());
        if (safe) {
            effects.add(new Effect.LogLine(LogLevel.INFO, "Leave ActiveLB safeMode"));
            safe = false;
        }
        limit = Optional.of(next);
        outside.set(LimitGroup.METER, limit);
    }

    /** Sees whether the meter is lost; to be called before each decision. */
    void tick(OutsideLimits outside, List<Effect> effects, long now) {
        if (balancing.isEmpty()) {
            return;
        }
        ActiveBalancing by = balancing.get();
        waitingSince = waitingSince == NEVER ? now : waitingSince;
        if (!silenceTold && now - waitingSince >= LOST_AFTER) {
            silenceTold = true;
            sayLost(by, effects);
        }
        if (safe || now - readAt < LOST_AFTER) {
            return;
        }
        safe = true;
        limit = Optional.empty();
        Ampere current = by.safe();
        outside.set(LimitGroup.SAFE_CURRENT, Optional.of(new PhaseCurrents(current, current, current)));
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
        long toSay = silenceTold ? Long.MAX_VALUE : waitingSince + LOST_AFTER;
        return safe ? toSay : Math.min(readAt + LOST_AFTER, toSay);
    }
}
