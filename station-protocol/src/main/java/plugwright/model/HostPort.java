package plugwright.model;

import java.util.Optional;

/**
 * Where a service answers.
 *
 * @param host an IPv4 address or a host name, not empty
 * @param port 1 to 65535
 */
public record HostPort(String host, int port) {

    /** HTTPS on a real station. */
    public static final int STATION_API_PORT = 443;

    private static final int LAST_PORT = 65_535;
    private static final int LONGEST_HOST = 253;

    public HostPort {
        if (host.isEmpty() || host.length() > LONGEST_HOST || host.chars().anyMatch(c -> c <= ' ')) {
            throw new IllegalArgumentException("not a host: " + host);
        }
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("not a port: " + port);
        }
    }

    /**
     * Reads what a user types: {@code 10.0.3.21} or {@code 127.0.0.2:1443}.
     *
     * @param defaultPort the port where none is typed
     * @return empty if it is neither
     */
    public static Optional<HostPort> parse(String text, int defaultPort) {
        String trimmed = text.strip();
        int colon = trimmed.indexOf(':');
        try {
            return Optional.of(
                    colon < 0
                            ? new HostPort(trimmed, defaultPort)
                            : new HostPort(
                                    trimmed.substring(0, colon), Integer.parseInt(trimmed, colon + 1, trimmed.length(), 10)));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
