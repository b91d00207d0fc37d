package plugwright.station.http;

import java.util.List;
import plugwright.api.PropertyPage;
import plugwright.api.PropertyWrite;
import plugwright.api.StationInfo;
import plugwright.catalog.PropertyId;

/** What a station offers to its HTTPS API. Safe for use by several connections at once. */
public interface StationFront {

    StationInfo info();

    List<String> categories();

    PropertyPage page(String category, int offset);

    PropertyPage byIds(List<PropertyId> ids, int offset);

    /** Takes or refuses each; what came of it is read back. */
    Afterwards write(List<PropertyWrite> writes);

    /** Obeys a command or logs that it is unknown. */
    Afterwards command(String command);

    /** Lines of the log, oldest first. */
    List<String> log(int offset);

    /** Compares without telling by its duration how much was right. */
    SessionRules.Password check(String username, String password);

    SessionSettings sessionSettings();

    /** Writes to the log that somebody came, went or was refused. */
    void tell(SessionEvent event, String who);

    /** What is to happen once the reply is on its way. */
    enum Afterwards {
        GO_ON,
        REBOOT
    }

    /** What the log tells of sessions. */
    enum SessionEvent {
        LOGGED_IN,
        LOGGED_OUT,
        WRONG_PASSWORD,
        REFUSED_OTHER_OPEN,
        THROWN_OUT
    }
}
