package plugwright.station.mode3;

/** What the station puts on the control pilot. */
public sealed interface PilotSignal {

    /** No voltage: the station is off (state E). */
    record Off() implements PilotSignal {}

    /** Constant −12 V: the station can't be used (state F). */
    record Fault() implements PilotSignal {}

    /** Constant +12 V, "1": no current is offered. */
    record Constant() implements PilotSignal {}

    /** Oscillating, "2": this much may be drawn. */
    record Oscillating(DutyCycle dutyCycle) implements PilotSignal {}

    /** The duty cycle, {@link DutyCycle#NONE} where nothing oscillates. */
    default DutyCycle dutyCycleOrNone() {
        return this instanceof Oscillating told ? told.dutyCycle() : DutyCycle.NONE;
    }
}
