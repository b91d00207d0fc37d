package plugwright.ui.link;

import java.time.Instant;
import java.util.Optional;
import plugwright.model.Problem;
import plugwright.session.LinkState;
import plugwright.ui.station.LinkView;

/** What a screen tells of a link's state: pure. */
final class LinkViews {

    private LinkViews() {}

    /** The state, while no reboot is under way. */
    static LinkView of(LinkState state) {
        return switch (state) {
            case LinkState.Connecting _ -> new LinkView.Connecting();
            case LinkState.LoggedIn(var since) -> new LinkView.LoggedIn(since);
            case LinkState.Interrupted(var why) -> new LinkView.Lost(why);
            case LinkState.Closed _ -> new LinkView.Closed();
            case LinkState.LoggedOut(var why) -> why.map(LinkViews::afterFailure).orElseGet(LinkView.Closed::new);
        };
    }

    /** Since when, where the station said so: see {@code ReplyRules.heldBy}. */
    private static Optional<Instant> since(Problem why) {
        return why.details().stream().skip(2).filter(s -> !s.isEmpty()).findFirst().map(Instant::parse);
    }

    /** What a failed log-in, or a session that ended, leaves to do. */
    static LinkView afterFailure(Problem why) {
        return switch (why.code()) {
            case WRONG_PASSWORD -> new LinkView.LoggedOut(Optional.of(why));
            case NOT_LOGGED_IN -> new LinkView.LoggedOut(Optional.empty());
            case OTHER_SESSION_OPEN -> new LinkView.HeldByOther(why, since(why));
            case OUR_EARLIER_SESSION_OPEN -> new LinkView.HeldByOther(why, Optional.empty());
            default -> new LinkView.Lost(why);
        };
    }
}
