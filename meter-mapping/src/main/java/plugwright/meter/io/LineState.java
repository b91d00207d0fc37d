package plugwright.meter.io;

import plugwright.model.Problem;

/** How it stands with the line to a meter. */
public sealed interface LineState {

    /** It is open; whether anything comes is another matter. */
    record Open() implements LineState {}

    /** It is not, and is tried again. */
    record Lost(Problem problem) implements LineState {}
}
