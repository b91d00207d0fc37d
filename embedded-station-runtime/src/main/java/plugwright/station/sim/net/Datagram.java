package plugwright.station.sim.net;

import org.jspecify.annotations.Nullable;
import plugwright.wire.scn.ScnCodec;
import plugwright.wire.scn.ScnReading;

/**
 * Bytes under way. Remembers what they turned out to be, so that a broadcast to many is checked once: all of a run
 * have the same key, and readings do not change.
 */
final class Datagram {

    private final byte[] bytes;
    private @Nullable ScnReading reading;

    Datagram(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    int length() {
        return bytes.length;
    }

    /** What it is, checked at the first call alone. */
    ScnReading readOnce(ScnCodec codec) {
        ScnReading known = reading;
        if (known == null) {
            known = codec.read(bytes);
            reading = known;
        }
        return known;
    }

    /** What it is, checked anew. */
    ScnReading read(ScnCodec codec) {
        return codec.read(bytes);
    }
}
