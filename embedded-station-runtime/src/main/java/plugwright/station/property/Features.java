package plugwright.station.property;

/**
 * Unlocked features as the bits of 21A2_0.
 *
 * @param bits 0x1 Smart Charging Network, 0x2 static, 0x4 active load balancing; others are kept and shown only
 */
public record Features(long bits) {

    public static final Features NONE = new Features(0);

    /** Smart Charging Network. */
    public static final Features SMART_CHARGING_NETWORK = new Features(0x1);

    /** Static (standard) load balancing. */
    public static final Features STATIC_BALANCING = new Features(0x2);

    /** Active load balancing. */
    public static final Features ACTIVE_BALANCING = new Features(0x4);

    public boolean has(Features wanted) {
        return (bits & wanted.bits) == wanted.bits;
    }

    public Features plus(Features more) {
        return new Features(bits | more.bits);
    }
}
