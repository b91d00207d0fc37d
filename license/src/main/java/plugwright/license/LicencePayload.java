package plugwright.license;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Optional;
import plugwright.model.StationId;

/**
 * What a key says, before anyone has judged it: every {@value #BYTES} bytes are a payload. All numbers big endian;
 * days count from 1970-01-01.
 *
 * @param version form of the payload, 0 to 255; {@value #VERSION} is the one described here
 * @param keyId the issuer whose public key proves it, 0 to 255
 * @param product what kind of equipment it is for, 0 to 255; {@value #PRODUCT_STATION} is the embedded station
 * @param featureBits as in property 21A2_0, unsigned; bits unknown here mean nothing
 * @param binding the one station it is for
 * @param issuedOn day of issue, 1970-01-01 to {@link #LAST_DAY}
 * @param expiresOn last day on which it is accepted, 1970-01-02 to {@link #LAST_DAY}; empty: it does not end
 * @param number the issuer's number of this key, unsigned
 */
public record LicencePayload(
        int version,
        int keyId,
        int product,
        int featureBits,
        DeviceBinding binding,
        LocalDate issuedOn,
        Optional<LocalDate> expiresOn,
        int number) {

    public static final int BYTES = 25;
    public static final int VERSION = 1;
    public static final int PRODUCT_STATION = 1;
    /** 2149-06-06: the last day that two bytes can count to. */
    public static final LocalDate LAST_DAY = LocalDate.ofEpochDay(0xFFFF);

    static final int LARGEST_BYTE = 0xFF;

    public LicencePayload {
        requireByte(version);
        requireByte(keyId);
        requireByte(product);
        requireDay(issuedOn, 0);
        expiresOn.ifPresent(day -> requireDay(day, 1));
    }

    private static void requireByte(int value) {
        if (value < 0 || value > LARGEST_BYTE) {
            throw new IllegalArgumentException("not a byte: " + value);
        }
    }

    private static void requireDay(LocalDate day, long firstEpochDay) {
        if (day.toEpochDay() < firstEpochDay || day.isAfter(LAST_DAY)) {
            throw new IllegalArgumentException("not a day of a key: " + day);
        }
    }

    /** What it unlocks, included features too. */
    public FeatureSet features() {
        return FeatureSet.ofBits(featureBits);
    }

    /** Whether it was made for the station of this serial number. */
    public boolean isFor(StationId station) {
        return binding.equals(DeviceBinding.of(product, station));
    }

    /** The {@value #BYTES} bytes that are signed. */
    public byte[] encode() {
        return ByteBuffer.allocate(BYTES)
                .put((byte) version)
                .put((byte) keyId)
                .put((byte) product)
                .putInt(featureBits)
                .put(binding.bytes())
                .putShort((short) issuedOn.toEpochDay())
                .putShort((short) expiresOn.map(LocalDate::toEpochDay).orElse(0L).intValue())
                .putInt(number)
                .array();
    }

    /**
     * Reads a payload.
     *
     * @param bytes exactly {@value #BYTES}
     */
    static LicencePayload decode(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a payload has " + BYTES + " bytes, not " + bytes.length);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int version = Byte.toUnsignedInt(in.get());
        int keyId = Byte.toUnsignedInt(in.get());
        int product = Byte.toUnsignedInt(in.get());
        int featureBits = in.getInt();
        byte[] binding = new byte[DeviceBinding.BYTES];
        in.get(binding);
        int issued = Short.toUnsignedInt(in.getShort());
        int expires = Short.toUnsignedInt(in.getShort());
        return new LicencePayload(
                version,
                keyId,
                product,
                featureBits,
                DeviceBinding.ofBytes(binding),
                LocalDate.ofEpochDay(issued),
                expires == 0 ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(expires)),
                in.getInt());
    }
}
