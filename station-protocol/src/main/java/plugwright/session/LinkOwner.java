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
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.model.WireTime;

/** Owns a connection and the thread that uses it: takes jobs by urgency, one at a time. */
final class LinkOwner {

    private static final Logger LOG = LoggerFactory.getLogger(LinkOwner.class);

    /** A screen asks for a handful of things at a time; more means somebody asks without listening. */
    private static final int MAX_WAITING = 256;

    /** Closing waits this long for the log-out to get through. */
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(3);

    private final Transport transport;
    private final LinkEnvironment environment;
    private final ApiCodec codec;
    private final PriorityBlockingQueue<Job> waiting = new PriorityBlockingQueue<>();
    private final AtomicLong sequence = new AtomicLong();
    private final List<LinkListener> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private final QualityWindow window = new QualityWindow();

    private volatile LinkState state = new LinkState.LoggedOut(Optional.empty());
    private volatile LinkQuality quality = LinkQuality.UNKNOWN;
    private volatile boolean closing;

    // Only the owner's thread touches these.
    private @Nullable Credentials credentials;
    private @Nullable WireTime oursLostAt;

    LinkOwner(Transport transport, LinkEnvironment environment, ApiCodec codec) {
        this.transport = transport;
        this.environment = environment;
        this.codec = codec;
        this.thread = environment.threads().newThread(this::run);
        thread.start();
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

    Runnable onState(LinkListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    CompletableFuture<Outcome<Reply>> send(RequestClass urgency, Request request) {
        return enqueue(urgency, new Job.Work.Send(request));
    }

    CompletableFuture<Outcome<Reply>> logIn(Credentials with, Fingerprint accepted) {
        transport.require(accepted);
        return enqueue(RequestClass.USER, new Job.Work.LogIn(with));
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
            case Job.Work.LogIn(var with) -> {
                credentials = with;
                state(new LinkState.Connecting());
                yield logInWithPatience(with);
            }
            case Job.Work.LogOut() -> logOutNow();
            case Job.Work.Stop() -> Outcome.failed(ProblemCode.NOT_LOGGED_IN);
        };
    }

    private Outcome<Reply> logOutNow() {
        Outcome<Reply> reply = state instanceof LinkState.LoggedIn
                ? exchange(Request.post(ApiPath.LOGOUT, new byte[0]))
                : Outcome.ok(new Reply(Reply.OK, new byte[0]));
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
                    if (problem.code() == ProblemCode.NOT_LOGGED_IN) {
                        state(new LinkState.LoggedOut(Optional.of(problem)));
                    }
                    return Outcome.failed(problem);
                }
                case ReplyRules.Next.Repeat(var after) -> environment.pause().sleep(after);
                case ReplyRules.Next.LogInAgain() -> {
                    mayLogIn = false;
                    Credentials known = credentials;
                    if (known != null && logInWithPatience(known) instanceof Outcome.Failed<Reply> failed) {
                        return failed;
                    }
                }
            }
        }
    }

    private Outcome<Reply> logInWithPatience(Credentials with) throws InterruptedException {
        Request request = Request.post(
                ApiPath.LOGIN,
                codec.login(new LoginRequest(with.username(), with.password(), environment.displayName())));
        for (int attempt = 1; ; attempt++) {
            Outcome<Reply> outcome = exchange(request);
            if (outcome instanceof Outcome.Failed<Reply>(var problem)) {
                loggedOut(problem);
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
                if (state instanceof LinkState.LoggedIn) {
                    oursLostAt = now;
                    state(new LinkState.Interrupted(problem));
                }
            }
        }
        quality = window.quality(now);
        return outcome;
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
