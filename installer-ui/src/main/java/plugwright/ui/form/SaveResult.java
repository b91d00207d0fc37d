package plugwright.ui.form;

import plugwright.catalog.PropertyValue;
import plugwright.model.Problem;

/** What became of one property when it was saved. */
public sealed interface SaveResult {

    /** Read back and equal. */
    record Written(PropertyValue value) implements SaveResult {}

    /** Read back and different. */
    record Adjusted(PropertyValue asked, PropertyValue held) implements SaveResult {}

    /** Not taken, or never tried because something before it failed. */
    record Refused(Problem problem) implements SaveResult {}

    /** Not known. */
    record Lost(Problem problem) implements SaveResult {}
}
