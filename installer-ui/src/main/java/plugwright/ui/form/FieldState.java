package plugwright.ui.form;

import plugwright.catalog.PropertyValue;
import plugwright.model.Problem;

/** Where a field stands against the station. */
public sealed interface FieldState {

    /** The station was not asked yet. */
    record NotRead() implements FieldState {}

    /** This station does not have the property. */
    record Absent() implements FieldState {}

    /** Field and station hold the same. */
    record Unchanged() implements FieldState {}

    /** Will change with the next Save; nothing is written yet. */
    record Edited() implements FieldState {}

    /** On its way, not yet read back. */
    record Writing() implements FieldState {}

    /** Written, read back and equal. */
    record Written() implements FieldState {}

    /** Written, but the station made something else of it. */
    record Adjusted(PropertyValue asked) implements FieldState {}

    /** The station did not take it; the edit is kept. */
    record Refused(Problem problem) implements FieldState {}

    /** Nothing was sent; the edit is kept. */
    record NotWritten(Problem problem) implements FieldState {}

    /** The connection broke; it is not known whether it was written. The edit is kept. */
    record Lost(Problem problem) implements FieldState {}

    /** Whether the field holds something that a Save would write. */
    default boolean isUnsaved() {
        return this instanceof Edited
                || this instanceof Refused
                || this instanceof NotWritten
                || this instanceof Lost;
    }
}
