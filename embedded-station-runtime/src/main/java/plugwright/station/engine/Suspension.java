package plugwright.station.engine;

/** Whether charging is halted on request of the grid's operator, and who heard it. */
public enum Suspension {
    NONE,
    /** This station's own contact: the display says so. */
    BY_CONTACT,
    /** The contact of another station of the network: the display says that it waits for power. */
    BY_NETWORK
}
