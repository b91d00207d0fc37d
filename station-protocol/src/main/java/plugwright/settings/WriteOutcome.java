package plugwright.settings;

import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.Problem;

/** What became of one property of a save. */
public sealed interface WriteOutcome {

    PropertyId id();

    /** Written, read back and equal. */
    record Written(PropertyId id, PropertyValue value) implements WriteOutcome {}

    /** The station made something else of it. */
    record Adjusted(PropertyId id, PropertyValue asked, PropertyValue held) implements WriteOutcome {}

    /** The station kept its old value, or the edit could not be sent at all. */
    record Refused(PropertyId id, PropertyValue asked, Problem problem) implements WriteOutcome {}

    /** Sent, but not read back: it may be either. */
    record Lost(PropertyId id, PropertyValue asked, Problem problem) implements WriteOutcome {}

    /** Not sent, because something before it failed. */
    record NotWritten(PropertyId id, PropertyValue asked, Problem problem) implements WriteOutcome {}

    /** Sent; its value can never be read back (passwords, keys). */
    record SentUnseen(PropertyId id) implements WriteOutcome {}
}
