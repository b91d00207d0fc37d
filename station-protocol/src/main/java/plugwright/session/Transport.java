package plugwright.session;

import java.util.Optional;
import plugwright.model.Outcome;

/**
 * One connection to one station, opened when it is needed and kept alive. Used by one thread at a time; blocking.
 */
public interface Transport extends AutoCloseable {

    /**
     * Sends a request and waits for the whole reply.
     *
     * @return the reply whatever its status, or why there was none: CONNECTION_REFUSED, NO_ANSWER, NO_ROUTE,
     *     UNKNOWN_HOST, CONNECTION_LOST, REPLY_CUT_SHORT, REPLY_TOO_LONG, CERTIFICATE_CHANGED, NOT_A_STATION
     */
    Outcome<Reply> exchange(Request request);

    /** The public key that the station showed on the newest connection; empty before the first. */
    Optional<Fingerprint> peerKey();

    /** From now on, connections to anything that shows another key fail before a byte is sent. */
    void require(Fingerprint key);

    /** Ends the connection that is open; the next exchange opens a new one. */
    void drop();

    /** Ends the connection for good; never throws. */
    @Override
    void close();
}
