package plugwright.station.engine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import plugwright.model.Ampere;
import plugwright.model.ReasonKind;
import plugwright.model.SocketNumber;
import plugwright.station.control.ControlCore;
import plugwright.station.log.LogLevel;

/** What one socket writes into the log of its own accord: now and then its currents, once its phases and why it can't. */
final class SocketDiary {

    /** How often a charging socket writes its currents into the log, as real stations do now and then. */
    private static final long LOG_CURRENTS_EVERY = 60_000;

    private static final long NEVER = Long.MIN_VALUE / 4;
    private static final double WATT_A_KILOWATT = 1000;

    private final String prefix;
    private final ControlCore core;
    private final int at;
    private long loggedCurrentsAt = NEVER;
    private boolean loggedPhases;
    private Optional<ReasonKind> saidWhyNot = Optional.empty();
    private boolean saidFault;

    SocketDiary(SocketNumber number, ControlCore core, int at) {
        this.prefix = "Socket #" + number.number() + ": ";
        this.core = core;
        this.at = at;
    }

    /** Another vehicle, or none. */
    void startSession() {
        loggedPhases = false;
        loggedCurrentsAt = NEVER;
    }

    void write(LogLevel level, String text, List<Effect> effects) {
        effects.add(new Effect.LogLine(level, prefix + text));
    }

    /** A vehicle that can't charge at all is spoken of once, not with each decision. */
    void sayWhyNot(boolean charges, List<Effect> effects) {
        ReasonKind reason = core.reason(at);
        boolean never = reason == ReasonKind.CAP_BELOW_MINIMUM || reason == ReasonKind.MINIMUM_DOES_NOT_FIT;
        if (charges) {
            saidWhyNot = Optional.empty();
        } else if (never && saidWhyNot.filter(said -> said == reason).isEmpty()) {
            saidWhyNot = Optional.of(reason);
            write(LogLevel.WARNING, "cannot charge, the vehicle needs " + new Ampere(core.floor(at)) + ": " + reason, effects);
        }
    }

    /** What a back office hears of a fault, and of its end. */
    void sayFault(StatusNotification notification, List<Effect> effects) {
        boolean fault = notification.error() != StatusNotification.ErrorCode.NO_ERROR;
        if (fault || saidFault) {
            write(fault ? LogLevel.ERROR : LogLevel.INFO, "status notification: " + notification, effects);
        }
        saidFault = fault;
    }

    void sayPhases(List<Effect> effects) {
        if (isPhasesDue()) {
            loggedPhases = true;
            write(LogLevel.INFO, "#phases is " + Integer.bitCount(core.phases(at)), effects);
        }
    }

    boolean isPhasesDue() {
        return !loggedPhases && core.arePhasesKnown(at);
    }

    void sayCurrents(MeterReading reading, List<Effect> effects, long now) {
        if (now < currentsDue()) {
            return;
        }
        loggedCurrentsAt = now;
        write(LogLevel.INFO, String.format(
                Locale.ROOT,
                "I1=%.1fA I2=%.1fA I3=%.1fA P=%.1fkW Idc=0.0mA",
                reading.currents().l1().value(),
                reading.currents().l2().value(),
                reading.currents().l3().value(),
                reading.watt() / WATT_A_KILOWATT), effects);
    }

    /** When a charging socket writes its currents next, in ms. */
    long currentsDue() {
        return loggedCurrentsAt + LOG_CURRENTS_EVERY;
    }
}
