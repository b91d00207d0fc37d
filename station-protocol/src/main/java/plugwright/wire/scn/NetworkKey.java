package plugwright.wire.scn;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The key of a network, 32 bytes, handed out by Initialize. Never shown. */
public final class NetworkKey {

    public static final int BYTES = 32;

    private final byte[] bytes;

    private NetworkKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException unless there are {@value #BYTES} bytes */
    public static NetworkKey of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a network key has " + BYTES + " bytes");
        }
        return new NetworkKey(Arrays.copyOf(bytes, BYTES));
    }

    /** Reads 64 hexadecimal digits; empty for anything else. */
    public static Optional<NetworkKey> parse(String hex) {
        if (hex.length() != 2 * BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(new NetworkKey(HexFormat.of().parseHex(hex)));
        } catch (IllegalArgumentException notHex) {
            return Optional.empty();
        }
    }

    /** For the property that carries it to a station, and for nothing else: 64 hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, BYTES);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NetworkKey key && MessageDigest.isEqual(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "network key";
    }
}
