package plugwright.wire.scn;

/**
 * Whether packets of one sender are new. Only what is newer than everything heard so far counts: a packet that was
 * overtaken says nothing that a later one did not. An earlier start of the sender counts only after it was silent,
 * so that a station which lost its boot number is heard again.
 */
public final class ReplayWindow {

    private int boot;
    private int sequence;
    private long heardAt;
    private boolean heard;

    /**
     * Takes a packet if it is new.
     *
     * @param silentAfter ms after which a sender may begin with any boot number
     */
    public boolean accept(int packetBoot, int packetSequence, long now, long silentAfter) {
        if (heard && !isNewer(packetBoot, packetSequence) && !isRevived(packetBoot, now, silentAfter)) {
            return false;
        }
        heard = true;
        boot = packetBoot;
        sequence = packetSequence;
        heardAt = now;
        return true;
    }

    private boolean isNewer(int packetBoot, int packetSequence) {
        int later = Integer.compareUnsigned(packetBoot, boot);
        return later > 0 || (later == 0 && Integer.compareUnsigned(packetSequence, sequence) > 0);
    }

    private boolean isRevived(int packetBoot, long now, long silentAfter) {
        return packetBoot != boot && now - heardAt > silentAfter;
    }
}
