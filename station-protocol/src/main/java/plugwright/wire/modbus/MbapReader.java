package plugwright.wire.modbus;

import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts a stream of bytes into frames, in whatever pieces it comes. Once the stream is no Modbus it stays so: where
 * the next frame begins cannot be told. Keeps one frame's bytes at most; not thread-safe.
 */
public final class MbapReader {

    private final byte[] kept = new byte[MbapFrame.MOST_BYTES];
    private int have;
    private boolean broken;

    /**
     * Takes as many of these bytes as it can; to be called again with the rest after {@link #next()} has given all.
     *
     * @return how many were taken, at least one unless a frame waits, the stream is broken or there are none
     */
    public int take(byte[] bytes, int from, int to) {
        int more = broken ? 0 : Math.min(to - from, kept.length - have);
        System.arraycopy(bytes, from, kept, have, more);
        have += more;
        return more;
    }

    /** The next whole frame; empty until more bytes have come, or for ever if the stream is broken. */
    public Optional<MbapFrame> next() {
        if (broken || have < MbapFrame.HEAD_BYTES) {
            return Optional.empty();
        }
        int length = MbapFrame.word(kept, MbapFrame.LENGTH);
        if (MbapFrame.word(kept, MbapFrame.PROTOCOL) != 0 || length < 2 || length > 1 + MbapFrame.MOST_PDU_BYTES) {
            broken = true;
            return Optional.empty();
        }
        int end = MbapFrame.UNIT + length;
        if (have < end) {
            return Optional.empty();
        }
        MbapFrame frame = new MbapFrame(
                MbapFrame.word(kept, 0),
                kept[MbapFrame.UNIT] & 0xFF,
                Arrays.copyOfRange(kept, MbapFrame.HEAD_BYTES, end));
        System.arraycopy(kept, end, kept, 0, have - end);
        have -= end;
        return Optional.of(frame);
    }

    /** Whether what came is no Modbus: other protocol, impossible length. */
    public boolean isBroken() {
        return broken;
    }
}
