package plugwright.model;

import java.util.Arrays;
import java.util.Optional;

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
    RED;

    /** The pattern of this name, as it travels. */
    public static Optional<LedPattern> ofName(String name) {
        return Arrays.stream(values()).filter(p -> p.name().equals(name)).findFirst();
    }

    /** Whether it flashes or blinks. */
    public boolean isMoving() {
        return switch (this) {
            case DARK_BLUE_FLASHING, LIGHT_BLUE_FLASHING, BLUE_FLASHING, RED_BLUE_BLINKING -> true;
            case OFF, GREEN, LIGHT_BLUE, DARK_BLUE, RED -> false;
        };
    }
}
