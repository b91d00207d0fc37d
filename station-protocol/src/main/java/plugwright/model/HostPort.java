package plugwright.model;

import java.util.Optional;
import java.util.regex.Pattern;

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

    /** What is made of figures and dots is meant as an IPv4 address, and is one or nothing. */
    private static final Pattern FIGURES = Pattern.compile("[0-9.]+");

    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");

    /** Letters of any language, figures, dots, hyphens; some networks' names hold underscores. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._-]+");

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
        if (!isHost(colon < 0 ? trimmed : trimmed.substring(0, colon))) {
            return Optional.empty();
        }
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

    private static boolean isHost(String text) {
        return FIGURES.matcher(text).matches()
                ? IPV4.matcher(text).matches()
                : NAME.matcher(text).matches();
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
