package plugwright.meter.map;

/** How the numbers of a manual are to be read. */
public enum AddressBase {
    /** As on the wire. */
    WIRE(0),
    /** Printed one too high: 3000 on paper is 2999 on the wire. */
    ONE_TOO_HIGH(1);

    private final int surplus;

    AddressBase(int surplus) {
        this.surplus = surplus;
    }

    /** The number on the wire; -1 where 0 is printed one too high, which no map takes. */
    public int toWire(int printed) {
        return printed - surplus;
    }
}
