package plugwright.station.engine;

/** On how many conductors of its outlet a socket charges; a three-phase station can switch off all but the first. */
public enum ChargingPhases {
    ONE(1),
    THREE(3);

    private final int count;

    ChargingPhases(int count) {
        this.count = count;
    }

    public int count() {
        return count;
    }
}
