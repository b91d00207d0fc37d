package plugwright.station.mode3;

import plugwright.model.Ampere;

/**
 * The duty cycle that tells a vehicle its current (IEC 61851-1 tables A.7 and A.8): 10–85 % means D · 0.6 A,
 * 85–96 % means (D − 64) · 2.5 A.
 *
 * @param centiPercent hundredths of a percent, as property 2511_3 has it; 0 where the pilot does not oscillate
 */
public record DutyCycle(int centiPercent) {

    /** No current is offered. */
    public static final DutyCycle NONE = new DutyCycle(0);

    private static final int LOWEST = 1_000;
    private static final int BAND_BORDER = 8_500;
    private static final int HIGHEST = 9_600;
    /** D = I ÷ 0.6 A. */
    private static final int MILLIAMPERE_A_CENTI_LOW = 6;
    /** D = I ÷ 2.5 A + 64. */
    private static final int MILLIAMPERE_A_CENTI_HIGH = 25;

    private static final int HIGH_OFFSET = 6_400;

    /** The duty cycle that tells a current or as little less as can be told; none below 6 A. */
    public static DutyCycle of(Ampere current) {
        int low = current.milliampere() / MILLIAMPERE_A_CENTI_LOW;
        if (low < LOWEST) {
            return NONE;
        }
        if (low <= BAND_BORDER) {
            return new DutyCycle(low);
        }
        // Between 51 and 52.5 A the second band would start below 85 %: such currents are told as 51 A.
        int high = current.milliampere() / MILLIAMPERE_A_CENTI_HIGH + HIGH_OFFSET;
        return new DutyCycle(Math.clamp(high, BAND_BORDER, HIGHEST));
    }

    /** What a vehicle reads from it, in A per phase. */
    public Ampere offered() {
        if (centiPercent < LOWEST) {
            return Ampere.ZERO;
        }
        return new Ampere(
                centiPercent <= BAND_BORDER
                        ? centiPercent * MILLIAMPERE_A_CENTI_LOW
                        : (centiPercent - HIGH_OFFSET) * MILLIAMPERE_A_CENTI_HIGH);
    }
}
