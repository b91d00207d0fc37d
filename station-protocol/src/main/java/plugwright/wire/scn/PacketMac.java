package plugwright.wire.scn;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 cut to its first 16 bytes. One owner: the JDK's Mac keeps state. */
final class PacketMac {

    static final int BYTES = 16;

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;
    private final byte[] full;

    PacketMac(NetworkKey key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.bytes(), ALGORITHM));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, missing);
        }
        full = new byte[mac.getMacLength()];
    }

    /** Puts the code of a packet's first bytes behind them. */
    void append(byte[] packet, int length) {
        compute(packet, length);
        System.arraycopy(full, 0, packet, length, BYTES);
    }

    /** Whether the last bytes of a datagram are the code of those in front of them. */
    boolean isRight(byte[] datagram, int length) {
        int covered = length - BYTES;
        compute(datagram, covered);
        byte[] said = new byte[BYTES];
        byte[] right = new byte[BYTES];
        System.arraycopy(datagram, covered, said, 0, BYTES);
        System.arraycopy(full, 0, right, 0, BYTES);
        return MessageDigest.isEqual(said, right);
    }

    private void compute(byte[] bytes, int length) {
        mac.update(bytes, 0, length);
        try {
            mac.doFinal(full, 0);
        } catch (GeneralSecurityException tooShort) {
            throw new IllegalStateException("the buffer is as long as the code", tooShort);
        }
    }
}
