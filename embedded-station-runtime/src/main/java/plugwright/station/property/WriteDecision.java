package plugwright.station.property;

import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.Problem;

/** What a station makes of one write. Whatever it is, the client is answered 200 and reads back. */
public sealed interface WriteDecision {

    PropertyId id();

    /**
     * Taken as sent.
     *
     * @param value in the property's own type
     */
    record Accepted(PropertyId id, PropertyValue value) implements WriteDecision {}

    /**
     * Taken as something else.
     *
     * @param value what it is now, in the property's own type
     * @param sent what was asked for, as text
     */
    record Adjusted(PropertyId id, PropertyValue value, String sent) implements WriteDecision {}

    /** Not taken; nothing has changed. */
    record Refused(PropertyId id, Problem why) implements WriteDecision {}
}
