package plugwright.ui.form;

import java.util.List;
import plugwright.catalog.PropertyValue;

/** With what a field is edited. */
public sealed interface Editor {

    /**
     * A number.
     *
     * @param decimals how many decimals are shown at least; ampere have one
     */
    record Numeric(int decimals) implements Editor {}

    /**
     * A box to tick, for one bit of a whole number; the other bits stay as they are.
     *
     * @param mask the bit
     */
    record Box(long mask) implements Editor {
        public static final String ON = "on";
        public static final String OFF = "off";
    }

    /** One of several values. */
    record Choice(List<Option> options) implements Editor {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /** Free text; how long, the property says. */
    record Text() implements Editor {}

    /**
     * One value of a choice.
     *
     * @param value as the station keeps it
     * @param textKey its name
     */
    record Option(PropertyValue value, String textKey) {}
}
