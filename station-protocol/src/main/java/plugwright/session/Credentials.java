package plugwright.session;

/**
 * What a log-in needs. Kept in memory by an open link, to log in again after a lost connection.
 *
 * @param username real stations know {@code admin}
 * @param password the station's password
 */
public record Credentials(String username, String password) {

    /** The one user of a station. */
    public static final String ADMIN = "admin";

    public static Credentials admin(String password) {
        return new Credentials(ADMIN, password);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Credentials[" + username + "]";
    }
}
