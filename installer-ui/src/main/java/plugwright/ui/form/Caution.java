package plugwright.ui.form;

import java.util.Optional;
import plugwright.catalog.PropertyValue;

/** A pure rule about a value that is allowed, but not always wise. */
@FunctionalInterface
public interface Caution {

    /**
     * @param entered what would be written
     * @param station what the station holds, where it was read
     * @return key of the text that says why, empty if there is nothing to say
     */
    Optional<String> about(PropertyValue entered, Optional<PropertyValue> station);
}
