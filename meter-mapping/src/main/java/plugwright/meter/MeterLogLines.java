package plugwright.meter;

import java.util.Locale;
import plugwright.model.Ampere;

/** What stations write into their log about meters; installers and other programs look for these words (§10.8). */
public final class MeterLogLines {

    /** A telegram's checksum was wrong. */
    public static final String P1_CRC_ERROR = "P1 Device failure: Read CRC Error";

    /** Nothing valid came from the P1 port. */
    public static final String P1_TIMEOUT = "Unable to start P1 communications, Read Timeout Error";

    private MeterLogLines() {}

    /**
     * A Modbus meter does not answer.
     *
     * @param address the meter's IPv4 address
     * @param port its port
     */
    public static String modbusError(String address, int port) {
        return "Communication error for modbus unit " + port + " (" + address + ";" + port + ")";
    }

    /** The safe current is in force because a Modbus meter or EMS is lost. */
    public static String modbusLost(Ampere safe) {
        return "Modbus TCP/IP lost, in safe mode max " + oneDecimal(safe);
    }

    /** The safe current comes into force. */
    public static String safeMode(Ampere safe) {
        return "Enter ActiveLB safeMode: " + oneDecimal(safe);
    }

    private static String oneDecimal(Ampere current) {
        return String.format(Locale.ROOT, "%.1fA", current.value());
    }
}
