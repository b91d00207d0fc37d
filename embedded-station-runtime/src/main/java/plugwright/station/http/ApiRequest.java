package plugwright.station.http;

import java.util.Map;
import java.util.Optional;

/**
 * A request as it came in, read whole.
 *
 * @param method upper case
 * @param path without the query
 * @param query decoded parameters; of several with one name the first
 * @param body empty where there is none
 */
public record ApiRequest(String method, String path, Map<String, String> query, Body body) {

    /** Above this a body is refused with 413: the longest list of writes the tool sends is some 20 kB. */
    public static final int MAX_BODY_BYTES = 256 * 1_024;

    public ApiRequest {
        query = Map.copyOf(query);
    }

    /** What came after the head. */
    public sealed interface Body {
        /** All of it, {@value ApiRequest#MAX_BODY_BYTES} bytes at most. */
        @SuppressWarnings("ArrayRecordComponent") // made once, read once, never compared
        record Whole(byte[] bytes) implements Body {}

        /** Sent in chunks: real stations do not read that. */
        record Chunked() implements Body {}

        /** Longer than is read. */
        record TooLong() implements Body {}
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }
}
