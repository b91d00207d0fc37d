package plugwright.wire.scn;

/**
 * What stands in front of every packet.
 *
 * @param network name of the network, 1 to 7 characters A–Z 0–9
 * @param sender number of the sending station, its own wherever it goes
 * @param boot number of the sender's start, greater at each start; unsigned
 * @param sequence number of the packet since that start, greater in each; unsigned
 * @param digest of the settings the sender goes by
 * @param stamp the sender's own monotonic clock at sending: the low 32 bits of its milliseconds
 */
public record ScnHeader(String network, int sender, int boot, int sequence, long digest, int stamp) {

    /** Guide §6.3.1 and requirement SCN-1. */
    public static final int LONGEST_NAME = 7;

    public ScnHeader {
        if (!isName(network)) {
            throw new IllegalArgumentException("not a name of a network: " + network);
        }
    }

    /** Whether a text can name a network. */
    public static boolean isName(String text) {
        if (text.isEmpty() || text.length() > LONGEST_NAME) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }
}
