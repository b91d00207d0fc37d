package plugwright.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plugwright.api.ApiCodec;
import plugwright.api.ApiPath;
import plugwright.api.LoginRequest;
import plugwright.api.StationInfo;
import plugwright.model.HostPort;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;
import plugwright.model.WireTime;

/** Owns a connection and the thread that uses it: takes jobs by urgency, one at a time. */
final class LinkOwner {

    private static final Logger LOG = LoggerFactory.getLogger(LinkOwner.class);

    /** A screen asks for a handful of things at a time; more means somebody asks without listening. */
    private static final int MAX_WAITING = 256;

    /** Closing waits this long for the log-out to get through. */
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(3);

    /** The answer of work for which nothing is asked of the station. */
    private static final Outcome<Reply> DONE = Outcome.ok(new Reply(Reply.OK, new byte[0]));

    private final LinkEnvironment environment;
    private final ApiCodec codec;
    private final PriorityBlockingQueue<Job> waiting = new PriorityBlockingQueue<>();
    private final AtomicLong sequence = new AtomicLong();
    private final List<LinkListener> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private final QualityWindow window = new QualityWindow();

    private final Renewals renewals = new Renewals();

    // Changed by the owner's thread alone.
    private volatile HostPort address;
    private volatile Transport transport;
    private volatile @Nullable Fingerprint required;
    private volatile LinkState state = new LinkState.LoggedOut(Optional.empty());
    private volatile LinkQuality quality = LinkQuality.UNKNOWN;
    private volatile boolean closing;

    // Only the owner's thread touches these.
    private @Nullable Credentials credentials;
    private Optional<StationId> whom = Optional.empty();
    private @Nullable WireTime oursLostAt;

    LinkOwner(HostPort address, Transport transport, LinkEnvironment environment, ApiCodec codec) {
        this.address = address;
        this.transport = transport;
        this.environment = environment;
        this.codec = codec;
        this.thread = environment.threads().newThread(this::run);
        thread.start();
    }

    HostPort address() {
        return address;
    }

    LinkState state() {
        return state;
    }

    LinkQuality quality() {
        return quality;
    }

    Optional<Fingerprint> peerKey() {
        return transport.peerKey();
    }

    /** The only key that is let through now; empty until the first log-in. */
    Optional<Fingerprint> required() {
        return Optional.ofNullable(required);
    }

    Runnable onState(LinkListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    CompletableFuture<Outcome<Reply>> send(RequestClass urgency, Request request) {
        return enqueue(urgency, new Job.Work.Send(request));
    }

    CompletableFuture<Outcome<Reply>> logIn(Job.Work.LogIn with) {
        return enqueue(RequestClass.USER, with);
    }

    CompletableFuture<Outcome<Reply>> trust(Fingerprint key) {
        return enqueue(RequestClass.USER, new Job.Work.Trust(key));
    }

    CompletableFuture<Outcome<Reply>> move(HostPort where, Transport way) {
        return enqueue(RequestClass.USER, new Job.Work.Move(where, way));
    }

    CompletableFuture<Outcome<Reply>> logOut() {
        return enqueue(RequestClass.USER, new Job.Work.LogOut());
    }

    private CompletableFuture<Outcome<Reply>> enqueue(RequestClass urgency, Job.Work work) {
        CompletableFuture<Outcome<Reply>> answer = new CompletableFuture<>();
        if (closing) {
            answer.complete(Outcome.failed(ProblemCode.NOT_LOGGED_IN));
        } else if (waiting.size() >= MAX_WAITING) {
            answer.complete(Outcome.failed(ProblemCode.STATION_BUSY, "1"));
        } else {
            waiting.add(new Job(urgency, sequence.getAndIncrement(), work, answer));
        }
        return answer;
    }

    private void run() {
        try {
            for (Job job = waiting.take(); !(job.request() instanceof Job.Work.Stop); job = waiting.take()) {
                job.answer().complete(performSafely(job.request()));
            }
        } catch (InterruptedException ended) {
            LOG.debug("link ended");
        } finally {
            state(new LinkState.Closed());
            transport.close();
            for (Job job = waiting.poll(); job != null; job = waiting.poll()) {
                job.answer().complete(Outcome.failed(ProblemCode.NOT_LOGGED_IN));
            }
        }
    }

    /** Whoever waits gets an answer, also where a library breaks its word. */
    private Outcome<Reply> performSafely(Job.Work work) throws InterruptedException {
        try {
            return perform(work);
        } catch (RuntimeException broken) {
            LOG.error("a request broke", broken);
            transport.drop();
            return Outcome.failed(ProblemCode.CONNECTION_LOST, "?");
        }
    }

    private Outcome<Reply> perform(Job.Work work) throws InterruptedException {
        return switch (work) {
            case Job.Work.Send(var request) -> sendWithPatience(request);
            case Job.Work.LogIn(var with, var accepted, var station) -> {
                require(accepted);
                credentials = with;
                whom = station;
                renewals.forget();
                state(new LinkState.Connecting());
                yield logInWithPatience(with);
            }
            case Job.Work.Trust(var key) -> trustNow(key);
            case Job.Work.Move move -> moveNow(move);
            case Job.Work.LogOut() -> logOutNow();
            case Job.Work.Stop() -> Outcome.failed(ProblemCode.NOT_LOGGED_IN);
        };
    }

    private void require(Fingerprint key) {
        required = key;
        transport.require(key);
    }

    /** What was typed for the one is no business of the other. */
    private Outcome<Reply> trustNow(Fingerprint key) {
        if (required != null && !key.equals(required)) {
            credentials = null;
            require(key);
            if (state instanceof LinkState.LoggedIn || state instanceof LinkState.Interrupted) {
                state(new LinkState.Connecting());
            }
        }
        return DONE;
    }

    private Outcome<Reply> moveNow(Job.Work.Move move) {
        if (state instanceof LinkState.LoggedIn || move.where().equals(address)) {
            return Outcome.failed(ProblemCode.STATION_BUSY, "1");
        }
        Problem gone = Problem.of(ProblemCode.CONNECTION_LOST, address.toString());
        transport.close();
        transport = move.way();
        address = move.where();
        Fingerprint only = required;
        if (only != null) {
            transport.require(only);
        }
        if (state instanceof LinkState.Interrupted) {
            state(new LinkState.Interrupted(gone));
        }
        return DONE;
    }

    private Outcome<Reply> logOutNow() {
        Outcome<Reply> reply = state instanceof LinkState.LoggedIn
                ? exchange(Request.post(ApiPath.LOGOUT, new byte[0]))
                : DONE;
        credentials = null;
        transport.drop();
        state(new LinkState.LoggedOut(Optional.empty()));
        return reply;
    }

    private Outcome<Reply> sendWithPatience(Request request) throws InterruptedException {
        boolean mayLogIn = credentials != null;
        for (int attempt = 1; ; attempt++) {
            Outcome<Reply> outcome = exchange(request);
            if (!(outcome instanceof Outcome.Ok<Reply>(var reply))) {
                return outcome;
            }
            ReplyRules.ReLogin reLogin = mayLogIn ? ReplyRules.ReLogin.POSSIBLE : ReplyRules.ReLogin.IMPOSSIBLE;
            switch (ReplyRules.afterReply(reply.status(), attempt, reLogin)) {
                case ReplyRules.Next.Done() -> {
                    return outcome;
                }
                case ReplyRules.Next.Fail(var problem) -> {
                    // Why it ended is known already where it ended before.
                    if (problem.code() == ProblemCode.NOT_LOGGED_IN && !(state instanceof LinkState.LoggedOut)) {
                        state(new LinkState.LoggedOut(Optional.of(problem)));
                    }
                    return Outcome.failed(problem);
                }
                case ReplyRules.Next.Repeat(var after) -> environment.pause().sleep(after);
                case ReplyRules.Next.LogInAgain() -> {
                    mayLogIn = false;
                    if (logInAgain() instanceof Outcome.Failed<Reply> failed) {
                        return failed;
                    }
                }
            }
        }
    }

    private Outcome<Reply> logInAgain() throws InterruptedException {
        Credentials known = credentials;
        if (known == null) {
            return DONE;
        }
        if (renewals.areInVain(oursLostAt == null ? environment.wireClock().get() : oursLostAt)) {
            Problem taken = Problem.of(ProblemCode.SESSION_TAKEN);
            credentials = null;
            state(new LinkState.LoggedOut(Optional.of(taken)));
            return Outcome.failed(taken);
        }
        if (whom.isPresent() && whoIsThere(whom.get()) instanceof Outcome.Failed<StationInfo>(var problem)) {
            state(new LinkState.Interrupted(problem));
            return Outcome.failed(problem);
        }
        Outcome<Reply> done = logInWithPatience(known);
        if (done instanceof Outcome.Ok) {
            renewals.renewed(environment.wireClock().get());
        }
        return done;
    }

    /** Also a station that shows the same key may be another one: some makers put one into all. */
    private Outcome<StationInfo> whoIsThere(StationId meant) {
        return exchange(Request.get(ApiPath.INFO))
                .flatMap(reply -> reply.status() == Reply.OK
                        ? WhoAnswers.read(reply, codec, address)
                        : Outcome.failed(ProblemCode.REPLY_UNEXPECTED, Integer.toString(reply.status())))
                .flatMap(who -> WhoAnswers.only(meant, who, address));
    }

    private Outcome<Reply> logInWithPatience(Credentials with) throws InterruptedException {
        Request request = Request.post(
                ApiPath.LOGIN,
                codec.login(new LoginRequest(with.username(), with.password(), environment.displayName())));
        for (int attempt = 1; ; attempt++) {
            Outcome<Reply> outcome = exchange(request);
            if (outcome instanceof Outcome.Failed<Reply>(var problem)) {
                // One that is renewed is tried again with the next request.
                state(
                        state instanceof LinkState.Connecting
                                ? new LinkState.LoggedOut(Optional.of(problem))
                                : new LinkState.Interrupted(problem));
                return outcome;
            }
            Reply reply = ((Outcome.Ok<Reply>) outcome).value();
            switch (ReplyRules.afterLogin(reply.status(), attempt, sinceOursWasLost(), heldBy(reply))) {
                case ReplyRules.Next.Done() -> {
                    oursLostAt = null;
                    state(new LinkState.LoggedIn(environment.wallClock().instant()));
                    return outcome;
                }
                case ReplyRules.Next.Fail(var problem) -> {
                    loggedOut(problem);
                    return Outcome.failed(problem);
                }
                case ReplyRules.Next.Repeat(var after) -> environment.pause().sleep(after);
                case ReplyRules.Next.LogInAgain() -> throw new IllegalStateException("a log-in needs no log-in");
            }
        }
    }

    private Problem heldBy(Reply reply) {
        return ReplyRules.heldBy(
                codec.parseHolder(reply.body()), environment.wallClock().instant());
    }

    /** A refused password is forgotten: a station must not be asked with it again by itself. */
    private void loggedOut(Problem why) {
        if (why.code() == ProblemCode.WRONG_PASSWORD) {
            credentials = null;
        }
        state(new LinkState.LoggedOut(Optional.of(why)));
    }

    private Duration sinceOursWasLost() {
        WireTime lost = oursLostAt;
        return lost == null
                ? ReplyRules.SILENT_SESSION_ENDS
                : environment.wireClock().get().since(lost);
    }

    private Outcome<Reply> exchange(Request request) {
        WireTime sent = environment.wireClock().get();
        Outcome<Reply> outcome = transport.exchange(request);
        WireTime now = environment.wireClock().get();
        switch (outcome) {
            case Outcome.Ok<Reply> _ -> window.answered(now, now.since(sent));
            case Outcome.Failed<Reply>(var problem) -> {
                window.lost(now);
                if (isAway(problem.code())) {
                    renewals.forget();
                }
                if (state instanceof LinkState.LoggedIn) {
                    oursLostAt = now;
                    state(new LinkState.Interrupted(problem));
                }
            }
        }
        quality = window.quality(now);
        return outcome;
    }

    /** Nobody takes a session from a station that is off or out of reach. */
    private static boolean isAway(ProblemCode code) {
        return code == ProblemCode.CONNECTION_REFUSED || code == ProblemCode.NO_ANSWER || code == ProblemCode.NO_ROUTE;
    }

    /** The one place where the state changes. */
    private void state(LinkState next) {
        if (!next.equals(state)) {
            state = next;
            listeners.forEach(listener -> listener.stateChanged(next));
        }
    }

    void close() {
        if (!closing) {
            var _ = logOut();
            var _ = enqueue(RequestClass.USER, new Job.Work.Stop());
            closing = true;
        }
        try {
            if (!thread.join(CLOSE_PATIENCE)) {
                thread.interrupt();
                transport.close();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            transport.close();
        }
    }
}
