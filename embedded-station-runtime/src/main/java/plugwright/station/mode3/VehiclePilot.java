package plugwright.station.mode3;

/** What the vehicle does to the control pilot: the letter of the Mode 3 state. */
public enum VehiclePilot {
    /** Nothing connected: 12 V. */
    A,
    /** Connected, does not ask for energy: 9 V. */
    B,
    /** Ready to take energy: 6 V. */
    C
}
