package plugwright.ui.form;

import plugwright.model.Problem;

/** What may be said about what a field holds. */
public sealed interface Validation {

    /** Nothing. */
    record Valid() implements Validation {}

    /** It can be saved, but read this. */
    record Warning(String textKey) implements Validation {}

    /** It cannot be saved. */
    record Invalid(Problem problem) implements Validation {}

    default boolean isInvalid() {
        return this instanceof Invalid;
    }
}
