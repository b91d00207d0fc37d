package plugwright.meter.map;

/** Which register of a value comes first; inside a register the high byte always does. */
public enum WordOrder {
    HIGH_FIRST,
    LOW_FIRST
}
