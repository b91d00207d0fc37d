package plugwright.license;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import plugwright.model.StationId;

/**
 * What ties a key to one station: the first {@value #BYTES} bytes of the SHA-256 of the product's byte followed by
 * the serial number in ASCII, exactly as the station reports it.
 *
 * @param hex those bytes as lower-case hexadecimal digits
 */
public record DeviceBinding(String hex) {

    /** 80 bits: enough that no second serial number can be found that a key fits. */
    public static final int BYTES = 10;

    private static final HexFormat HEX = HexFormat.of();

    public DeviceBinding {
        if (HEX.parseHex(hex).length != BYTES || !hex.equals(HEX.formatHex(HEX.parseHex(hex)))) {
            throw new IllegalArgumentException("not a binding: " + hex);
        }
    }

    /** The binding of a station. */
    public static DeviceBinding of(int product, StationId station) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) product);
            return ofBytes(Arrays.copyOf(digest.digest(station.serial().getBytes(StandardCharsets.US_ASCII)), BYTES));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    static DeviceBinding ofBytes(byte[] bytes) {
        return new DeviceBinding(HEX.formatHex(bytes));
    }

    byte[] bytes() {
        return HEX.parseHex(hex);
    }
}
