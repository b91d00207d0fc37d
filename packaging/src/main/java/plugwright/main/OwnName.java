package plugwright.main;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plugwright.api.LoginRequest;

/**
 * Who this is to others: {@code user@host}, so that whoever finds a station in use knows whom to ask. The program's
 * name would be the same on every laptop.
 */
final class OwnName {

    /** Where neither the user nor the computer has a name. */
    static final String NOBODY = "Plugwright";

    /** Where Linux tells its name. */
    private static final Path LINUX = Path.of("/proc/sys/kernel/hostname");

    /** Every computer calls itself so. */
    private static final String LOCAL = "localhost";

    private OwnName() {}

    /** Of whoever runs this; the computer's name by its environment, else by its network settings. */
    static String ofThisComputer(Map<String, String> environment) {
        Optional<String> host = Stream.of("HOSTNAME", "COMPUTERNAME")
                .flatMap(variable -> Stream.ofNullable(environment.get(variable)))
                .filter(Predicate.not(String::isBlank))
                .findFirst()
                .or(OwnName::hostName);
        return of(System.getProperty("user.name", ""), host.orElse(""));
    }

    /** The network is asked last: without a name server it takes its time. */
    private static Optional<String> hostName() {
        try {
            return Optional.of(Files.readString(LINUX));
        } catch (IOException noLinux) {
            return hostNameByNetwork();
        }
    }

    private static Optional<String> hostNameByNetwork() {
        try {
            return Optional.of(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException nameless) {
            return Optional.empty();
        }
    }

    /**
     * The name, no longer than a log-in may give.
     *
     * @param host with or without its domain, which is left out; empty if it has no name
     */
    static String of(String user, String host) {
        String named = Stream.of(printable(user), withoutDomain(printable(host)))
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.joining("@"));
        String name = named.isEmpty() ? NOBODY : named;
        return name.substring(0, Math.min(name.length(), LoginRequest.MAX_DISPLAY_NAME));
    }

    private static String printable(String name) {
        return name.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    /** An address is no name; nor is what every computer calls itself. */
    private static String withoutDomain(String host) {
        boolean isAddress = host.contains(":") || host.chars().allMatch(c -> c == '.' || Character.isDigit(c));
        int dot = host.indexOf('.');
        String name = dot < 0 ? host : host.substring(0, dot);
        return isAddress || name.equalsIgnoreCase(LOCAL) ? "" : name;
    }
}
