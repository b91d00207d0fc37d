package plugwright.wire.scn;

import java.util.List;

/**
 * The answer to a station's vote.
 *
 * @param firstSocket which station
 * @param boot the low 16 bits of the boot number that the vote had
 * @param stamp the vote's stamp; from there the lease runs, on that station's clock
 * @param sockets its sockets in order
 */
public record StationGrant(int firstSocket, int boot, int stamp, List<SocketGrant> sockets) {

    static final int BOOT_MASK = 0xffff;

    public StationGrant {
        sockets = List.copyOf(sockets);
    }

    /** Whether it answers a vote of that start of the station. */
    public boolean isOfBoot(int number) {
        return (number & BOOT_MASK) == boot;
    }

    /** What of a boot number travels. */
    public static int shortBoot(int number) {
        return number & BOOT_MASK;
    }
}
