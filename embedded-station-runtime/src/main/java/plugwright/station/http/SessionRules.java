package plugwright.station.http;

import java.util.Optional;
import plugwright.model.WireTime;

/**
 * Who is logged in to a station: one session at a time, bound to its TCP connection. Immutable; every event gives
 * the next state and a verdict.
 */
public final class SessionRules {

    /** Nobody is logged in: how a station starts. */
    public static final SessionRules NOBODY = new SessionRules(Optional.empty());

    private final Optional<Session> session;

    private SessionRules(Optional<Session> session) {
        this.session = session;
    }

    /**
     * An open session.
     *
     * @param connection it lives and dies with this
     * @param displayName who it is, may be empty
     * @param since when it logged in
     * @param lastHeard when the last request came in
     */
    public record Session(ConnectionId connection, String displayName, WireTime since, WireTime lastHeard) {}

    /** A password that was given, compared already. */
    public enum Password {
        RIGHT,
        WRONG
    }

    /** What came of an event. */
    public sealed interface Verdict {
        /** Logged in; where another session had to go, its connection is to be closed. */
        record LoggedIn(Optional<Session> thrownOut) implements Verdict {}

        /** 401: name or password is wrong. */
        record WrongPassword() implements Verdict {}

        /** 403: this one is logged in. */
        record OtherSession(Session holder) implements Verdict {}

        /** The request comes from whoever is logged in. */
        record Allowed() implements Verdict {}

        /** 401: the request comes from someone else. */
        record NotLoggedIn() implements Verdict {}
    }

    /** The state after an event and what is to be done. */
    public record Ruling(SessionRules next, Verdict verdict) {}

    /** Who is logged in, as far as is known: a silent link is noticed at the next event. */
    public Optional<Session> session() {
        return session;
    }

    /** A log-in was asked for. */
    public Ruling login(
            ConnectionId from, String displayName, Password password, SessionSettings settings, WireTime now) {
        if (password == Password.WRONG) {
            return new Ruling(this, new Verdict.WrongPassword());
        }
        Optional<Session> other = session.filter(s -> !s.connection().equals(from));
        boolean otherLives = other.filter(s -> !isSilent(s, settings, now)).isPresent();
        if (otherLives && settings.secondLogin() == SessionSettings.SecondLogin.REFUSED) {
            return new Ruling(this, new Verdict.OtherSession(other.orElseThrow()));
        }
        return new Ruling(
                new SessionRules(Optional.of(new Session(from, displayName, now, now))), new Verdict.LoggedIn(other));
    }

    /** A request that needs a log-in came in. */
    public Ruling request(ConnectionId from, SessionSettings settings, WireTime now) {
        Optional<Session> own = session.filter(s -> s.connection().equals(from));
        if (own.isEmpty()) {
            return new Ruling(this, new Verdict.NotLoggedIn());
        }
        if (isSilent(own.get(), settings, now)) {
            return new Ruling(NOBODY, new Verdict.NotLoggedIn());
        }
        return new Ruling(
                new SessionRules(own.map(s -> new Session(from, s.displayName(), s.since(), now))), new Verdict.Allowed());
    }

    /** A connection asked to be logged out, or ended. */
    public SessionRules ended(ConnectionId connection) {
        return session.filter(s -> s.connection().equals(connection)).isPresent() ? NOBODY : this;
    }

    private static boolean isSilent(Session session, SessionSettings settings, WireTime now) {
        return now.since(session.lastHeard()).compareTo(settings.idleLimit()) > 0;
    }
}
