package plugwright.session;

import plugwright.api.ApiPath;

/**
 * One HTTPS request.
 *
 * @param method what to do
 * @param target path and query, e.g. {@code /api/prop?cat=generic&offset=32}
 * @param body sent with its length, never chunked; empty for none
 */
public record Request(Method method, String target, byte[] body) {

    private static final byte[] NOTHING = {};

    /** The two methods stations know. */
    public enum Method {
        GET,
        POST
    }

    public static Request get(String target) {
        return new Request(Method.GET, target, NOTHING);
    }

    public static Request post(String target, byte[] body) {
        return new Request(Method.POST, target, body);
    }

    boolean isLogin() {
        return target.equals(ApiPath.LOGIN);
    }
}
