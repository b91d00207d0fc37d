package plugwright.wire.presence;

import plugwright.model.HostPort;
import plugwright.model.Ipv4Address;
import plugwright.model.StationId;

/**
 * What a station tells the network of itself.
 *
 * @param id serial number
 * @param model article code, e.g. {@code NG910-60023}; up to {@value #LONGEST_TEXT} printable ASCII characters
 * @param firmware e.g. {@code 7.0.0-4318}; as long as that
 * @param type "sockets.type1.type2", e.g. {@code 2.1.1}; as long as that
 * @param address where it answers
 * @param apiPort TCP port of its HTTPS API, 1 to 65535
 */
public record StationPresence(
        StationId id, String model, String firmware, String type, Ipv4Address address, int apiPort) {

    /** Characters of a text; real ones have up to 32. Keeps every packet far below its bound. */
    public static final int LONGEST_TEXT = 64;

    private static final int LAST_PORT = 65_535;

    public StationPresence {
        if (!isText(model) || !isText(firmware) || !isText(type)) {
            throw new IllegalArgumentException("not a printable text: " + model + ", " + firmware + ", " + type);
        }
        if (apiPort < 1 || apiPort > LAST_PORT) {
            throw new IllegalArgumentException("not a port: " + apiPort);
        }
    }

    /** Where its HTTPS API answers. */
    public HostPort api() {
        return new HostPort(address.toString(), apiPort);
    }

    /** Whether a text from outside can stand in a packet; ask before constructing from foreign input. */
    static boolean isText(String text) {
        return text.length() <= LONGEST_TEXT && text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }
}
