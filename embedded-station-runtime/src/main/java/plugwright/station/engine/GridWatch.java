package plugwright.station.engine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import plugwright.model.Ampere;
import plugwright.model.LimitGroup;
import plugwright.model.PhaseCurrents;
import plugwright.station.engine.GridCorrection.Available;
import plugwright.station.log.LogLevel;

/** Active load balancing of one station: what its meter leaves, and the safe current while the meter is lost. */
final class GridWatch {

    /** A meter may be slow, it is lost only after this long (guide §9.2.2). */
    static final long LOST_AFTER = 60_000;

    private static final long NEVER = Long.MIN_VALUE / 4;

    private final OwnDraw own = new OwnDraw();
    private Optional<ActiveBalancing> balancing = Optional.empty();
    private Optional<PhaseCurrents> limit = Optional.empty();
    private boolean safe;
    private long readAt = NEVER;

    /** Takes settings; what they allow is told with the next decision. */
    void settings(Optional<ActiveBalancing> changed, OutsideLimits outside) {
        if (changed.isEmpty() && balancing.isPresent()) {
            outside.set(LimitGroup.METER, Optional.empty());
            limit = Optional.empty();
        }
        if (!changed.equals(balancing)) {
            // What the safe current is now is told again with the next decision.
            safe = false;
        }
        balancing = changed;
    }

    /** What was read last may be older than it seems. */
    void distrust() {
        readAt = NEVER;
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
        Available available = GridCorrection.available(
                by.meterMaximum().milliampere(), reading, by.includes(), own, now);
        PhaseCurrents next = limit.map(available::from).orElse(available.toRaise());
        if (safe) {
            effects.add(new Effect.LogLine(LogLevel.INFO, "Leave ActiveLB safeMode"));
            safe = false;
        }
        limit = Optional.of(next);
        outside.set(LimitGroup.METER, limit);
    }

    /** Sees whether the meter is lost; to be called before each decision. */
    void tick(OutsideLimits outside, List<Effect> effects, long now) {
        if (balancing.isEmpty() || safe || now - readAt < LOST_AFTER) {
            return;
        }
        safe = true;
        limit = Optional.empty();
        Ampere current = balancing.get().safe();
        outside.set(LimitGroup.SAFE_CURRENT, Optional.of(new PhaseCurrents(current, current, current)));
        effects.add(new Effect.LogLine(
                LogLevel.WARNING, String.format(Locale.ROOT, "Enter ActiveLB safeMode: %.1fA", current.value())));
    }

    /** When it would be lost, in ms; far away where there is nothing to lose. */
    long lostAt() {
        return balancing.isPresent() && !safe ? readAt + LOST_AFTER : Long.MAX_VALUE;
    }
}
