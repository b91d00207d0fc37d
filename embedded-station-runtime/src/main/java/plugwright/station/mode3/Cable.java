package plugwright.station.mode3;

import java.util.Arrays;
import java.util.Optional;
import plugwright.model.Ampere;

/** A cable's rating, told by the resistor between proximity and earth (IEC 61851-1 table B.2). */
public enum Cable {
    A13(13, 1500, 1000, 2700),
    A20(20, 680, 330, 1000),
    A32(32, 220, 150, 330),
    A63(63, 100, 75, 150);

    /** What property 2511_2 says when no plug is in. */
    public static final int OPEN_OHM = 32_767;

    private final int ampere;
    private final int ohm;
    private final int aboveOhm;
    private final int uptoOhm;

    Cable(int ampere, int ohm, int aboveOhm, int uptoOhm) {
        this.ampere = ampere;
        this.ohm = ohm;
        this.aboveOhm = aboveOhm;
        this.uptoOhm = uptoOhm;
    }

    public Ampere rating() {
        return Ampere.of(ampere);
    }

    /** The resistor's nominal value. */
    public int ohm() {
        return ohm;
    }

    /** The rating that a measured resistance stands for; empty outside all ranges: no cable or an unknown one. */
    public static Optional<Cable> ofResistance(int measuredOhm) {
        return Arrays.stream(values())
                .filter(c -> measuredOhm > c.aboveOhm && measuredOhm <= c.uptoOhm)
                .findFirst();
    }
}
