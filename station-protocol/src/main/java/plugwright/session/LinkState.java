package plugwright.session;

import java.time.Instant;
import java.util.Optional;
import plugwright.model.Problem;

/** Where a link stands. */
public sealed interface LinkState {

    /** Not logged in; why the last session ended or the last attempt failed, if there was one. */
    record LoggedOut(Optional<Problem> why) implements LinkState {}

    /** Logging in, or finding out who is there. */
    record Connecting() implements LinkState {}

    /** Logged in since then, on the connection that is open. */
    record LoggedIn(Instant since) implements LinkState {}

    /** The connection broke; it is opened and logged in again at the next request. */
    record Interrupted(Problem why) implements LinkState {}

    /** Ended for good. */
    record Closed() implements LinkState {}
}
