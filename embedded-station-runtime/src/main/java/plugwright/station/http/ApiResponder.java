package plugwright.station.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import plugwright.api.ApiCodec;
import plugwright.api.ApiPath;
import plugwright.api.LoginRequest;
import plugwright.api.SessionHolder;
import plugwright.api.Unreadable;
import plugwright.catalog.PropertyId;
import plugwright.model.WireTime;

/**
 * Requests → replies of one station. Keeps who is logged in; everything else is asked of the {@link StationFront}.
 * Safe for use by several connections at once.
 */
public final class ApiResponder {

    private static final String GET = "GET";
    private static final String POST = "POST";

    /** What a station without transactions answers. */
    static final String NO_TRANSACTIONS = "0_Empty transaction database\n";

    /** Offsets above this are as good as it: no list is as long. */
    private static final int MAX_OFFSET = 1_000_000;

    /**
     * How long a log-in that another session stands against waits for that one's end: a client that ends its connection
     * and comes back at once may be heard on the new one first.
     */
    private static final Duration END_MAY_BE_ON_ITS_WAY = Duration.ofMillis(500);

    private final StationFront station;
    private final ApiCodec codec = new ApiCodec();
    private SessionRules sessions = SessionRules.NOBODY;

    public ApiResponder(StationFront station) {
        this.station = station;
    }

    /** Answers one request. */
    public ApiReply answer(ApiRequest request, ConnectionId from, WireTime now) {
        return switch (request.body()) {
            case ApiRequest.Body.Chunked chunked ->
                ApiReply.empty(ApiReply.BAD_REQUEST).then(new ApiReply.Afterwards.Close());
            case ApiRequest.Body.TooLong tooLong ->
                ApiReply.empty(ApiReply.TOO_LARGE).then(new ApiReply.Afterwards.Close());
            case ApiRequest.Body.Whole whole -> whole(request, whole.bytes(), from, now);
        };
    }

    private ApiReply whole(ApiRequest request, byte[] body, ConnectionId from, WireTime now) {
        try {
            return switch (request.path()) {
                case ApiPath.INFO -> only(GET, request, () -> ApiReply.ok(codec.info(station.info())));
                case ApiPath.LOGIN -> only(POST, request, () -> login(body, from, now));
                case ApiPath.LOGOUT -> only(POST, request, () -> logout(from, now));
                case ApiPath.CATEGORIES ->
                    guarded(GET, request, from, now, () -> ApiReply.ok(codec.categories(station.categories())));
                case ApiPath.PROPERTIES -> properties(request, body, from, now);
                case ApiPath.COMMAND ->
                    guarded(POST, request, from, now, () -> then(station.command(codec.parseCommand(body))));
                case ApiPath.LOG -> guarded(GET, request, from, now, () -> log(request));
                case ApiPath.TRANSACTIONS ->
                    guarded(GET, request, from, now, () -> ApiReply.ok(NO_TRANSACTIONS));
                default -> ApiReply.empty(ApiReply.NOT_FOUND);
            };
        } catch (Unreadable noSuchMessage) {
            return ApiReply.empty(ApiReply.BAD_REQUEST);
        }
    }

    /** The end of a connection is the end of its session. */
    public synchronized void closed(ConnectionId connection) {
        SessionRules before = sessions;
        sessions = sessions.ended(connection);
        notifyAll();
        if (sessions != before) {
            before.session().ifPresent(s -> station.tell(StationFront.SessionEvent.LOGGED_OUT, s.displayName()));
        }
    }

    @FunctionalInterface
    private interface Answer {
        ApiReply get() throws Unreadable;
    }

    private static ApiReply only(String method, ApiRequest request, Answer answer) throws Unreadable {
        return request.method().equals(method) ? answer.get() : ApiReply.empty(ApiReply.METHOD_NOT_ALLOWED);
    }

    private ApiReply guarded(String method, ApiRequest request, ConnectionId from, WireTime now, Answer answer)
            throws Unreadable {
        if (!request.method().equals(method)) {
            return ApiReply.empty(ApiReply.METHOD_NOT_ALLOWED);
        }
        return isLoggedIn(from, now) ? answer.get() : ApiReply.empty(ApiReply.UNAUTHORIZED);
    }

    private synchronized boolean isLoggedIn(ConnectionId from, WireTime now) {
        SessionRules.Ruling ruling = sessions.request(from, station.sessionSettings(), now);
        sessions = ruling.next();
        return ruling.verdict() instanceof SessionRules.Verdict.Allowed;
    }

    private ApiReply login(byte[] body, ConnectionId from, WireTime now) throws Unreadable {
        LoginRequest request = codec.parseLogin(body);
        SessionRules.Password password = station.check(request.username(), request.password());
        return switch (rule(request.displayName(), password, from, now)) {
            case SessionRules.Verdict.LoggedIn in -> {
                station.tell(StationFront.SessionEvent.LOGGED_IN, request.displayName());
                yield in.thrownOut().map(this::throwOut).orElseGet(() -> ApiReply.empty(ApiReply.OK));
            }
            case SessionRules.Verdict.OtherSession other -> {
                station.tell(StationFront.SessionEvent.REFUSED_OTHER_OPEN, request.displayName());
                yield new ApiReply(
                        ApiReply.FORBIDDEN, codec.holder(holder(other.holder(), now)), new ApiReply.Afterwards.KeepOpen());
            }
            case SessionRules.Verdict wrong -> {
                station.tell(StationFront.SessionEvent.WRONG_PASSWORD, request.displayName());
                yield ApiReply.empty(ApiReply.UNAUTHORIZED);
            }
        };
    }

    private SessionHolder holder(SessionRules.Session session, WireTime now) {
        return new SessionHolder(
                session.displayName(),
                now.since(session.since()).toSeconds(),
                station.sessionSettings().idleLimit().toSeconds());
    }

    private synchronized SessionRules.Verdict rule(
            String displayName, SessionRules.Password password, ConnectionId from, WireTime now) {
        SessionRules.Ruling ruling = sessions.login(from, displayName, password, station.sessionSettings(), now);
        if (ruling.verdict() instanceof SessionRules.Verdict.OtherSession(var holder) && ends(holder.connection())) {
            ruling = sessions.login(from, displayName, password, station.sessionSettings(), now);
        }
        sessions = ruling.next();
        return ruling.verdict();
    }

    /** Waits a moment for the end of a connection's session. */
    private synchronized boolean ends(ConnectionId holder) {
        long until = System.nanoTime() + END_MAY_BE_ON_ITS_WAY.toNanos();
        try {
            for (long left = until - System.nanoTime(); holds(holder) && left > 0; left = until - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException goingDown) {
            Thread.currentThread().interrupt();
        }
        return !holds(holder);
    }

    private synchronized boolean holds(ConnectionId connection) {
        return sessions.session().filter(s -> s.connection().equals(connection)).isPresent();
    }

    private ApiReply throwOut(SessionRules.Session other) {
        station.tell(StationFront.SessionEvent.THROWN_OUT, other.displayName());
        return ApiReply.empty(ApiReply.OK).then(new ApiReply.Afterwards.CloseOther(other.connection()));
    }

    /** Logging out without a log-in does no harm; clients do it to be sure. */
    private ApiReply logout(ConnectionId from, WireTime now) {
        if (!isLoggedIn(from, now)) {
            return ApiReply.empty(ApiReply.UNAUTHORIZED);
        }
        closed(from);
        return ApiReply.empty(ApiReply.OK);
    }

    private ApiReply properties(ApiRequest request, byte[] body, ConnectionId from, WireTime now) throws Unreadable {
        return request.method().equals(POST)
                ? guarded(POST, request, from, now, () -> then(station.write(codec.parseWrites(body))))
                : guarded(GET, request, from, now, () -> read(request));
    }

    private ApiReply read(ApiRequest request) throws Unreadable {
        int offset = offset(request);
        Optional<String> ids = request.parameter("ids").or(() -> request.parameter("id"));
        if (ids.isPresent()) {
            return ApiReply.ok(codec.page(station.byIds(identifiers(ids.get()), offset)));
        }
        return request.parameter("cat")
                .map(category -> ApiReply.ok(codec.page(station.page(category, offset))))
                .orElseGet(() -> ApiReply.empty(ApiReply.BAD_REQUEST));
    }

    private static List<PropertyId> identifiers(String commaJoined) {
        List<PropertyId> ids = new ArrayList<>();
        for (String one : commaJoined.split(",", -1)) {
            PropertyId.parse(one.strip()).ifPresent(ids::add);
        }
        return ids;
    }

    private ApiReply log(ApiRequest request) throws Unreadable {
        StringBuilder text = new StringBuilder();
        station.log(offset(request)).forEach(line -> text.append(line).append('\n'));
        return ApiReply.ok(text.toString());
    }

    private static int offset(ApiRequest request) throws Unreadable {
        String text = request.parameter("offset").orElse("0");
        try {
            return Math.clamp(Long.parseLong(text), 0, MAX_OFFSET);
        } catch (NumberFormatException noNumber) {
            throw new Unreadable("offset " + text, noNumber);
        }
    }

    private static ApiReply then(StationFront.Afterwards afterwards) {
        return switch (afterwards) {
            case GO_ON -> ApiReply.empty(ApiReply.OK);
            case REBOOT -> ApiReply.empty(ApiReply.OK).then(new ApiReply.Afterwards.Reboot());
        };
    }
}
