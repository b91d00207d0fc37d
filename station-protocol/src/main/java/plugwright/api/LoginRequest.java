package plugwright.api;

/**
 * POST /api/login.
 *
 * @param username real stations know {@code admin}
 * @param password never logged
 * @param displayName who logs in, shown to others, at most {@value #MAX_DISPLAY_NAME} characters; may be empty
 */
public record LoginRequest(String username, String password, String displayName) {

    public static final int MAX_DISPLAY_NAME = 32;

    /** Without the password. */
    @Override
    public String toString() {
        return "LoginRequest[" + username + ", " + displayName + "]";
    }
}
