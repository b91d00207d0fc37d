package plugwright.station.site;

import plugwright.model.StationId;

/**
 * How to reach a software station and log in to it.
 *
 * @param serial its serial number
 * @param address its own address of this machine
 * @param apiPort HTTPS
 * @param modbusPort Modbus TCP
 * @param username always {@value #USERNAME}
 * @param password made at its first start
 */
public record StationAccess(
        StationId serial, String address, int apiPort, int modbusPort, String username, String password) {

    public static final String USERNAME = "admin";

    /** Without the password. */
    @Override
    public String toString() {
        return "StationAccess[" + serial + " at " + address + ":" + apiPort + "]";
    }
}
