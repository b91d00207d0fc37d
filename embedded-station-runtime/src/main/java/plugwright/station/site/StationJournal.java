package plugwright.station.site;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.license.FeatureSet;
import plugwright.model.Problem;
import plugwright.station.engine.Effect;
import plugwright.station.engine.StationEvent.BootReason;
import plugwright.station.http.StationFront.SessionEvent;
import plugwright.station.log.LogLevel;
import plugwright.station.log.LogLine;
import plugwright.station.log.LogRing;
import plugwright.station.property.PropertySpace;
import plugwright.station.property.WriteDecision;

/**
 * Words the lines that a station writes about itself. In English, as on real stations; the number after the part names
 * the place in it, as a source line does there, and each kind of line keeps its own.
 */
final class StationJournal {

    private static final String MAIN = "main";
    private static final String API = "api";
    private static final String LICENCE = "licence";
    private static final String CONTROL = "control";
    private static final String STORE = "store";
    private static final String NETWORK = "scn";

    /** Values that do not belong in a log. */
    private static final Set<PropertyId> SECRET = Set.of(Known.NETWORK_KEY, Known.LICENCE_KEY);

    private final LogRing ring;

    StationJournal(LogRing ring) {
        this.ring = ring;
    }

    List<LogLine> page(int offset) {
        return ring.page(offset);
    }

    void note(Instant at, LogLevel level, String text) {
        ring.append(at, level, MAIN, 1, text);
    }

    /** What the control has to say. */
    void control(Instant at, Effect.LogLine line) {
        ring.append(at, line.level(), CONTROL, 1, line.text());
    }

    /** What the membership of a network has to say. */
    void network(Instant at, LogLevel level, String text) {
        ring.append(at, level, NETWORK, 1, text);
    }

    void identify(Instant at, PropertyValue seconds) {
        ring.append(at, LogLevel.USER, MAIN, 20, "Identify for " + seconds.text() + " s");
    }

    /** Why a station starts or goes down, as properties and log have it. */
    static String text(BootReason reason) {
        return switch (reason) {
            case POWER_ON -> "Power-up";
            case COMMAND -> "Software reset";
            case LICENCE -> "Software reset, license key";
            case WATCHDOG -> "Watchdog";
        };
    }

    void booted(Instant at, PropertySpace space, String reason, FeatureSet features) {
        ring.append(at, LogLevel.RESET, MAIN, 10, "Boot " + (long) space.number(Known.BOOT_COUNT) + ", reason: " + reason);
        String firmware = space.value(Known.FIRMWARE).map(PropertyValue::text).orElse("");
        ring.append(at, LogLevel.INFO, MAIN, 11, "Firmware " + firmware + ", sockets: " + space.shape().sockets());
        ring.append(at, LogLevel.INFO, LICENCE, 10, String.format("Unlocked features: 0x%X", features.bits()));
    }

    void goingDown(Instant at, String reason) {
        ring.append(at, LogLevel.RESET, MAIN, 12, "Going down, reason: " + reason);
    }

    void licenceRefused(Instant at, Problem why) {
        ring.append(at, LogLevel.ERROR, LICENCE, 11, "License key not valid: " + why);
    }

    void written(Instant at, PropertyId id, PropertyValue value) {
        ring.append(
                at, LogLevel.USER, API, 20, "Property " + id + " = " + (SECRET.contains(id) ? "(hidden)" : value.text()));
    }

    void adjusted(Instant at, WriteDecision.Adjusted adjusted) {
        ring.append(
                at,
                LogLevel.WARNING,
                API,
                21,
                "Property " + adjusted.id() + ": " + adjusted.sent() + " limited to "
                        + adjusted.value().text());
    }

    void refused(Instant at, WriteDecision.Refused refused) {
        if (refused.id().equals(Known.LICENCE_KEY)) {
            licenceRefused(at, refused.why());
        } else {
            ring.append(at, LogLevel.WARNING, API, 22, "Property " + refused.id() + " not written: " + refused.why());
        }
    }

    void notStored(Instant at, Problem why) {
        ring.append(at, LogLevel.ERROR, STORE, 10, "Properties not stored: " + why);
    }

    void command(Instant at, String command) {
        switch (command.split(" ", 2)[0]) {
            case "reboot" -> ring.append(at, LogLevel.USER, API, 30, "Command reboot");
            case "txerase" -> ring.append(at, LogLevel.USER, API, 31, "Transactions erased");
            case "date" -> ring.append(at, LogLevel.USER, API, 32, "Clock set");
            default -> ring.append(at, LogLevel.WARNING, API, 33, "Unknown command: " + command);
        }
    }

    void session(Instant at, SessionEvent event, String who) {
        String name = who.isEmpty() ? "" : " (" + who + ")";
        switch (event) {
            case LOGGED_IN -> ring.append(at, LogLevel.SECURITY, API, 1, "Logged in" + name);
            case LOGGED_OUT -> ring.append(at, LogLevel.SECURITY, API, 2, "Logged out" + name);
            case WRONG_PASSWORD -> ring.append(at, LogLevel.SECURITY, API, 3, "Log-in refused: wrong password" + name);
            case REFUSED_OTHER_OPEN ->
                ring.append(at, LogLevel.SECURITY, API, 4, "Log-in refused: another session is open" + name);
            case THROWN_OUT -> ring.append(at, LogLevel.SECURITY, API, 5, "Session ended by a newer one" + name);
        }
    }
}
