package plugwright.station.control;

import java.util.Set;
import plugwright.model.VehicleClass;

/**
 * One socket's probe (guide §2.5): the probing current for a minute from when it is told, 6 A told in the last ten
 * seconds of it. A vehicle that had drawn and stops then is one of 14 A.
 */
final class Probe {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60_000;
    private static final long TEST = 10_000;
    private static final long DREW_FOR = 5_000;
    private static final int DREW = 1_000;

    /** How far the probe is. */
    enum Stage {
        NOT_YET,
        PLANNED,
        TOLD,
        DONE
    }

    private Stage stage = Stage.NOT_YET;
    private long toldAt;
    private long drawingSince = Times.NEVER;
    private boolean drew;
    private boolean stopped;
    private boolean asked;
    private boolean unasked;
    private VehicleClass vehicleClass = VehicleClass.UNKNOWN;

    Stage stage() {
        return stage;
    }

    /** Whole seconds since the probing current was told. */
    int seconds(long now) {
        return stage == Stage.TOLD ? (int) ((now - toldAt) / SECOND) : 0;
    }

    boolean drew() {
        return drew;
    }

    boolean stopped() {
        return stopped;
    }

    boolean asked() {
        return asked;
    }

    boolean unasked() {
        return unasked;
    }

    /** Goes on with a probe that began elsewhere; one that was only planned is planned again. */
    void restore(Stage itsStage, VehicleClass itsClass, int seconds, Set<Fact> facts, long now) {
        stage = itsStage == Stage.PLANNED ? Stage.NOT_YET : itsStage;
        vehicleClass = itsClass;
        toldAt = now - seconds * SECOND;
        drawingSince = Times.NEVER;
        drew = facts.contains(Fact.DREW);
        stopped = facts.contains(Fact.STOPPED);
        asked = facts.contains(Fact.ASKED);
        unasked = facts.contains(Fact.UNASKED);
    }

    /** What a probe has found so far. */
    enum Fact {
        DREW,
        STOPPED,
        ASKED,
        UNASKED
    }

    void reset() {
        stage = Stage.NOT_YET;
        vehicleClass = VehicleClass.UNKNOWN;
        unasked = false;
    }

    /** Its class is known from elsewhere. */
    void known(VehicleClass itsClass) {
        stage = Stage.DONE;
        unasked = false;
        vehicleClass = itsClass;
    }

    boolean isWanted() {
        return stage == Stage.NOT_YET;
    }

    boolean isRunning() {
        return stage == Stage.PLANNED || stage == Stage.TOLD;
    }

    VehicleClass vehicleClass() {
        return vehicleClass;
    }

    void plan() {
        stage = Stage.PLANNED;
        drawingSince = Times.NEVER;
        drew = false;
        stopped = false;
        asked = false;
    }

    /** The full current can no longer be had: probed again when it can. */
    void abort() {
        stage = Stage.NOT_YET;
    }

    /** The probing current was told: the minute begins. */
    void told(long now) {
        if (stage == Stage.PLANNED) {
            stage = Stage.TOLD;
            toldAt = now;
        }
    }

    boolean isTesting(long now) {
        return stage == Stage.TOLD && now - toldAt >= MINUTE - TEST;
    }

    /** The vehicle asks for energy for the first time: a probe that it slept through is made again. */
    void asks() {
        asked = true;
        if (unasked) {
            unasked = false;
            stage = Stage.NOT_YET;
        }
    }

    /** Takes a reading; true when the probe just ended. */
    boolean observe(int draw, boolean asks, long now) {
        if (stage != Stage.TOLD) {
            return false;
        }
        asked |= asks;
        if (isTesting(now)) {
            stopped |= drew && draw < DREW;
        } else if (draw < DREW) {
            drawingSince = Times.NEVER;
        } else {
            drawingSince = drawingSince == Times.NEVER ? now : drawingSince;
            drew |= now - drawingSince >= DREW_FOR;
        }
        if (now - toldAt < MINUTE) {
            return false;
        }
        stage = Stage.DONE;
        unasked = !asked;
        vehicleClass = classed();
        return true;
    }

    private VehicleClass classed() {
        if (!asked) {
            return VehicleClass.UNKNOWN;
        }
        return stopped ? VehicleClass.FOURTEEN_AMPERE : VehicleClass.SIX_AMPERE;
    }
}
