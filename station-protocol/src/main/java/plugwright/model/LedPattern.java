package plugwright.model;

/** What a socket's LED shows (guide §2.7.1, §4.2). The names travel in property F010_5/F020_5. */
public enum LedPattern {
    OFF,
    /** Free. */
    GREEN,
    /** A vehicle is connected and takes nothing by its own choice. */
    LIGHT_BLUE,
    /** Charging, also at a reduced current, and probing. */
    DARK_BLUE,
    /** The vehicle is asked to reduce. */
    DARK_BLUE_FLASHING,
    /** Paused: waiting its turn, for a probe, or for another vehicle to reduce. */
    LIGHT_BLUE_FLASHING,
    /** Halted by the energy supplier. */
    BLUE_FLASHING,
    /** Paused or ended after an overcurrent. */
    RED_BLUE_BLINKING,
    /** A fault. */
    RED
}
