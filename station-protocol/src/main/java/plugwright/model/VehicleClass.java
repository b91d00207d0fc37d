package plugwright.model;

/** The least current with which a vehicle charges, as a probe has found (guide §2.5). */
public enum VehicleClass {
    /** Not probed yet; counts as one of 6 A. */
    UNKNOWN(6),
    SIX_AMPERE(6),
    FOURTEEN_AMPERE(14);

    private final int minimumAmpere;

    VehicleClass(int minimumAmpere) {
        this.minimumAmpere = minimumAmpere;
    }

    /** The least that it is ever offered, apart from 0. */
    public Ampere minimum() {
        return Ampere.of(minimumAmpere);
    }
}
