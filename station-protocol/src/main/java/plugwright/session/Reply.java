package plugwright.session;

/**
 * One HTTPS reply.
 *
 * @param status HTTP status
 * @param body whole body
 */
public record Reply(int status, byte[] body) {

    public static final int OK = 200;
    public static final int UNAUTHORIZED = 401;
    public static final int FORBIDDEN = 403;
    public static final int NOT_FOUND = 404;
    public static final int TOO_MANY_REQUESTS = 429;
    public static final int UNAVAILABLE = 503;
}
