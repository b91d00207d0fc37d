package plugwright.station.member;

import java.util.OptionalLong;

/**
 * Who a member is and what it kept over its restart.
 *
 * @param sender number of the station, different for each, the same after a restart
 * @param boot number of this start, greater than at every start before; unsigned
 * @param completeDigest the last digest with which every socket of the network was seen, as kept on disk
 */
public record MemberIdentity(int sender, int boot, OptionalLong completeDigest) {

    /** A number for a station from its serial number. */
    public static int senderOf(String serial) {
        int hash = 0x811c_9dc5;
        for (int i = 0; i < serial.length(); i++) {
            hash = (hash ^ serial.charAt(i)) * 0x0100_0193;
        }
        return hash;
    }
}
