package plugwright.station.http;

import java.time.Duration;

/**
 * How a station treats log-ins; firmware versions differ.
 *
 * @param secondLogin what happens to a log-in while another session is open
 * @param idleLimit a session whose link has been silent for longer is over
 */
public record SessionSettings(SecondLogin secondLogin, Duration idleLimit) {

    /** What a station does with a second log-in. */
    public enum SecondLogin {
        /** 403 for the newer one. */
        REFUSED,
        /** The older session ends and its connection is closed. */
        THROWS_OUT_THE_FIRST
    }
}
