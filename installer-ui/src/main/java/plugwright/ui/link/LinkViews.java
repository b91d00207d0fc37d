package plugwright.ui.link;

import java.time.Instant;
import java.util.Optional;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.session.Fingerprint;
import plugwright.session.LinkState;
import plugwright.ui.station.LinkView;

/** What a screen tells of a link's state: pure. */
final class LinkViews {

    private LinkViews() {}

    /**
     * The state, while no reboot is under way.
     *
     * @param shown the key that was shown last
     */
    static LinkView of(LinkState state, Optional<Fingerprint> shown) {
        return switch (state) {
            case LinkState.Connecting _ -> new LinkView.Connecting();
            case LinkState.LoggedIn(var since) -> new LinkView.LoggedIn(since);
            case LinkState.Interrupted(var why) when why.code() == ProblemCode.CERTIFICATE_CHANGED ->
                afterFailure(why, shown);
            case LinkState.Interrupted(var why) -> new LinkView.Lost(why);
            case LinkState.Closed _ -> new LinkView.Closed();
            case LinkState.LoggedOut(var why) -> why.map(w -> afterFailure(w, shown)).orElseGet(LinkView.Closed::new);
        };
    }

    /** Since when, where the station said so: see {@code ReplyRules.heldBy}. */
    private static Optional<Instant> since(Problem why) {
        return why.details().stream().skip(2).filter(s -> !s.isEmpty()).findFirst().map(Instant::parse);
    }

    /** What a failed log-in, or a session that ended, leaves to do. */
    static LinkView afterFailure(Problem why, Optional<Fingerprint> shown) {
        return switch (why.code()) {
            case CERTIFICATE_UNKNOWN -> shown.map(Fingerprint::shown)
                    .<LinkView>map(LinkView.NewCertificate::new)
                    .orElseGet(() -> new LinkView.Lost(why));
            case CERTIFICATE_CHANGED -> shown.map(Fingerprint::shown)
                    .<LinkView>map(key -> new LinkView.ChangedCertificate(key, why))
                    .orElseGet(() -> new LinkView.Lost(why));
            case WRONG_PASSWORD -> new LinkView.LoggedOut(Optional.of(why));
            case NOT_LOGGED_IN -> new LinkView.LoggedOut(Optional.empty());
            case OTHER_SESSION_OPEN -> new LinkView.HeldByOther(why, since(why));
            case OUR_EARLIER_SESSION_OPEN, SESSION_TAKEN -> new LinkView.HeldByOther(why, Optional.empty());
            default -> new LinkView.Lost(why);
        };
    }
}
