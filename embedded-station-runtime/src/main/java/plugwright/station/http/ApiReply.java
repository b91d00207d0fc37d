package plugwright.station.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import plugwright.api.ApiPath;

/**
 * A reply to be sent.
 *
 * @param status HTTP status code
 * @param body may be empty
 * @param afterwards what to do once it is on its way
 */
@SuppressWarnings("ArrayRecordComponent") // made once, sent once, never compared
public record ApiReply(int status, byte[] body, Afterwards afterwards) {

    static final int OK = 200;
    static final int BAD_REQUEST = 400;
    static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int METHOD_NOT_ALLOWED = 405;
    static final int TOO_LARGE = 413;

    /** What follows the reply. */
    public sealed interface Afterwards {
        /** The connection stays open. */
        record KeepOpen() implements Afterwards {}

        /** This connection is closed: what is left of the request cannot be told from the next one. */
        record Close() implements Afterwards {}

        /** Another session's connection is closed. */
        record CloseOther(ConnectionId other) implements Afterwards {}

        /** The station restarts. */
        record Reboot() implements Afterwards {}
    }

    static ApiReply ok(byte[] body) {
        return new ApiReply(OK, body, new Afterwards.KeepOpen());
    }

    static ApiReply ok(String body) {
        return ok(body.getBytes(StandardCharsets.UTF_8));
    }

    static ApiReply empty(int status) {
        return new ApiReply(status, new byte[0], new Afterwards.KeepOpen());
    }

    ApiReply then(Afterwards next) {
        return new ApiReply(status, body, next);
    }

    /** Empty bodies have none. */
    public Optional<String> contentType() {
        return body.length == 0 ? Optional.empty() : Optional.of(ApiPath.REPLY_CONTENT_TYPE);
    }
}
