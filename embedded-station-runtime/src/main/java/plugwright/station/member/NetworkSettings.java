package plugwright.station.member;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import plugwright.model.Ampere;
import plugwright.wire.scn.ScnCodec;
import plugwright.wire.scn.ScnHeader;

/**
 * What all members must agree on.
 *
 * @param name of the network
 * @param generation of these settings: each Initialize has a greater one; 0 where there was none
 * @param socketCount sockets of the whole network
 * @param total what they may draw together, on each phase
 * @param safe what a socket may draw when its station is cut off
 * @param totalSafe what they may draw together while no meter or energy management says what is left
 */
public record NetworkSettings(
        String name, long generation, int socketCount, Ampere total, Ampere safe, Ampere totalSafe) {

    private static final int DIGEST_BYTES = 8;

    public NetworkSettings {
        if (!ScnHeader.isName(name) || socketCount < 1 || socketCount > ScnCodec.MAX_SOCKETS) {
            throw new IllegalArgumentException(name + " with " + socketCount + " sockets");
        }
    }

    /** A safe current under 6 A is none: no vehicle is ever told that little. */
    public int safeMilliampere() {
        return safe.compareTo(Ampere.MINIMUM_OFFERED) < 0 ? 0 : safe.milliampere();
    }

    /** What packets carry of these settings and of anything else that must be agreed on; equal only for equals. */
    long digest(String more) {
        String text = String.join(
                "|",
                "SCN1",
                name,
                Long.toUnsignedString(generation),
                Integer.toString(socketCount),
                Integer.toString(total.milliampere()),
                Integer.toString(safe.milliampere()),
                Integer.toString(totalSafe.milliampere()),
                more);
        byte[] hash = sha256(text.getBytes(StandardCharsets.US_ASCII));
        long digest = 0;
        for (int i = 0; i < DIGEST_BYTES; i++) {
            digest = (digest << Byte.SIZE) | Byte.toUnsignedInt(hash[i]);
        }
        return digest;
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
