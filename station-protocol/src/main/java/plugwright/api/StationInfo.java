package plugwright.api;

/**
 * GET /api/info: what a station says of itself to anyone.
 *
 * @param identity charge box identity, the name the back office knows
 * @param objectId serial number, the station's own identity
 * @param model article code, e.g. {@code NG910-60023}
 * @param firmware e.g. {@code 7.0.0-4318}
 * @param type "sockets.type1.type2", e.g. {@code 2.1.1}
 * @param scnName name of its Smart Charging Network, empty if in none
 */
public record StationInfo(
        String identity, String objectId, String model, String firmware, String type, String scnName) {

    /** 1 or 2, from the first figure of the type; 1 where that is unreadable. */
    public int sockets() {
        return type.startsWith("2") ? 2 : 1;
    }
}
