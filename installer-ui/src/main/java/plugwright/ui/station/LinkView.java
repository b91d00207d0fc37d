package plugwright.ui.station;

import java.time.Instant;
import java.util.Optional;
import plugwright.model.Problem;
import plugwright.session.WorkStep;

/** Where the one connection to a station stands, as far as a screen has to tell. */
public sealed interface LinkView {

    /** Nobody asked for it yet. */
    record Closed() implements LinkView {}

    /** On its way. */
    record Connecting() implements LinkView {}

    /** A station never seen before shows this certificate: accept it once, then it counts. */
    record NewCertificate(String fingerprint) implements LinkView {}

    /** Not the certificate that was accepted before. */
    record ChangedCertificate(String fingerprint, Problem problem) implements LinkView {}

    /** Reached; a password is wanted. */
    record LoggedOut(Optional<Problem> problem) implements LinkView {}

    /** Somebody else is logged in; the station takes one at a time. */
    record HeldByOther(Problem problem, Optional<Instant> since) implements LinkView {}

    /** Settings can be read and written. */
    record LoggedIn(Instant since) implements LinkView {}

    /** It was there and broke; it is tried again. */
    record Lost(Problem problem) implements LinkView {}

    /** The station was told to reboot; it is away for a while. */
    record Rebooting(Instant since, WorkStep.Lateness late) implements LinkView {}

    default boolean isLoggedIn() {
        return this instanceof LoggedIn;
    }
}
