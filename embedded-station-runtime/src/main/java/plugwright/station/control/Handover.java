package plugwright.station.control;

import java.util.EnumSet;
import java.util.Set;
import plugwright.model.VehicleClass;
import plugwright.station.control.Probe.Fact;
import plugwright.station.control.Probe.Stage;
import plugwright.wire.scn.VehicleMemory;

/** What one control tells another of a vehicle so that it goes on where the first stopped. */
final class Handover {

    private static final int DEMAND_UNIT = 500;
    private static final int SHARES = 16;

    // Outside a probe its seconds say for how long the vehicle has been paused, or has drawn nothing.
    private static final int PAUSED_FROM = 1;
    private static final long PAUSE_UNIT = 10_000;
    private static final int DRAWLESS_FROM = 8;
    private static final long DRAWLESS_UNIT = 30_000;
    private static final long MOST_DRAWLESS = 6;

    private Handover() {}

    static VehicleMemory remember(SocketControl s, SocketControl[] all, Turns turns, long now) {
        Probe probe = s.probe;
        int marks = mark(probe.drew(), VehicleMemory.MARK_DREW)
                | mark(probe.stopped(), VehicleMemory.MARK_STOPPED)
                | mark(probe.asked(), VehicleMemory.MARK_ASKED)
                | mark(probe.unasked(), VehicleMemory.MARK_UNASKED)
                | mark(s.hasPlace, VehicleMemory.MARK_PLACE)
                | mark(s.keepsPlace, VehicleMemory.MARK_KEEPS_PLACE)
                | mark(s.pausedByProbe, VehicleMemory.MARK_PAUSED_BY_PROBE)
                | mark(s.gaveUp, VehicleMemory.MARK_GAVE_UP)
                | mark(s.satOut, VehicleMemory.MARK_SAT_OUT);
        return new VehicleMemory(
                probe.vehicleClass().ordinal(),
                probe.stage().ordinal(),
                seconds(s, now),
                marks,
                s.waited,
                s.charged - turns.leastCharged(),
                (int) (s.zeroMillis * SHARES / turns.period()),
                s.demand.cap() == Demand.NO_CAP ? 0 : s.demand.cap() / DEMAND_UNIT,
                s.hasPlace ? rank(s, all) : 0);
    }

    private static int seconds(SocketControl s, long now) {
        if (s.probe.stage() == Stage.TOLD) {
            return s.probe.seconds(now);
        }
        if (s.told == 0 && now - s.pausedAt < Times.MINIMUM_PAUSE) {
            return PAUSED_FROM + (int) ((now - s.pausedAt) / PAUSE_UNIT);
        }
        return s.drawlessSince == Times.NEVER
                ? 0
                : DRAWLESS_FROM + (int) Math.min(MOST_DRAWLESS, (now - s.drawlessSince) / DRAWLESS_UNIT);
    }

    /** Both go on with what was full of them: a pause ends no sooner, a place is given up no sooner. */
    private static void restoreTimers(SocketControl s, int kept, long now) {
        if (kept >= DRAWLESS_FROM) {
            s.drawlessSince = now - Math.min(MOST_DRAWLESS, kept - DRAWLESS_FROM) * DRAWLESS_UNIT;
        } else if (kept >= PAUSED_FROM && s.told == 0) {
            s.pausedAt = now - (kept - PAUSED_FROM) * PAUSE_UNIT;
        }
    }

    private static int mark(boolean is, int mark) {
        return is ? mark : 0;
    }

    private static int rank(SocketControl s, SocketControl[] all) {
        int rank = 0;
        for (SocketControl o : all) {
            rank += o.hasPlace && o.placeNumber < s.placeNumber ? 1 : 0;
        }
        return rank;
    }

    /** Puts a vehicle that is plugged in already into the state it had elsewhere. */
    static void restore(SocketControl s, VehicleMemory memory, int told, Turns turns, long now) {
        VehicleClass[] classes = VehicleClass.values();
        Stage stage = Stage.values()[memory.stage()];
        s.probe.restore(
                stage,
                classes[Math.min(memory.vehicleClass(), classes.length - 1)],
                stage == Stage.TOLD ? memory.probeSeconds() : 0,
                facts(memory),
                now);
        s.hasPlace = memory.has(VehicleMemory.MARK_PLACE);
        s.keepsPlace = memory.has(VehicleMemory.MARK_KEEPS_PLACE);
        s.pausedByProbe = memory.has(VehicleMemory.MARK_PAUSED_BY_PROBE);
        s.gaveUp = memory.has(VehicleMemory.MARK_GAVE_UP);
        s.satOut = memory.has(VehicleMemory.MARK_SAT_OUT);
        s.waited = memory.waited();
        s.charged = Math.max(s.charged, memory.charged());
        s.zeroMillis = memory.zeroShare() * turns.period() / SHARES;
        s.placeNumber = memory.place();
        turns.placesFrom(memory.place() + 1L);
        if (memory.demand() > 0) {
            s.demand.restore(memory.demand() * DEMAND_UNIT);
        }
        s.told = told;
        if (stage != Stage.TOLD) {
            restoreTimers(s, memory.probeSeconds(), now);
        }
        // Those that were given a place first have charged longest.
        s.chargingSince = told > 0 ? now + memory.place() : Times.NEVER;
    }

    private static Set<Fact> facts(VehicleMemory memory) {
        Set<Fact> facts = EnumSet.noneOf(Fact.class);
        if (memory.has(VehicleMemory.MARK_DREW)) {
            facts.add(Fact.DREW);
        }
        if (memory.has(VehicleMemory.MARK_STOPPED)) {
            facts.add(Fact.STOPPED);
        }
        if (memory.has(VehicleMemory.MARK_ASKED)) {
            facts.add(Fact.ASKED);
        }
        if (memory.has(VehicleMemory.MARK_UNASKED)) {
            facts.add(Fact.UNASKED);
        }
        return facts;
    }
}
