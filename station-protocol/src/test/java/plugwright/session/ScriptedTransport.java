package plugwright.session;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;

/** Answers requests by a script and remembers what it was asked; nothing where another key is required than it shows. */
public final class ScriptedTransport implements Transport {

    static final Fingerprint KEY = new Fingerprint("ab".repeat(32));
    static final String INFO =
            """
            {"Identity":"box","ObjectId":"ACE0104711","Model":"NG910-60023","FWVersion":"7.0.0","Type":"2.1.1"}""";

    final List<Request> asked = new ArrayList<>();
    final Deque<Function<Request, Outcome<Reply>>> script = new ArrayDeque<>();
    Fingerprint shows = KEY;
    Fingerprint required;
    boolean closed;

    /** Whether /api/info is answered truly, past the script. */
    private boolean infoStands;

    private boolean connected;

    /** From now on the script is for all but /api/info. */
    public ScriptedTransport infoStands() {
        infoStands = true;
        return this;
    }

    /** Answers the next request so. */
    public ScriptedTransport then(int status, String body) {
        script.add(_ -> Outcome.ok(new Reply(status, body.getBytes(StandardCharsets.UTF_8))));
        return this;
    }

    /** Fails the next request so. */
    public ScriptedTransport thenFails(ProblemCode code) {
        script.add(_ -> Outcome.failed(code, "10.0.3.21:443", "10"));
        return this;
    }

    @Override
    public synchronized Outcome<Reply> exchange(Request request) {
        connected = true;
        if (required != null && !required.equals(shows)) {
            return Outcome.failed(ProblemCode.CERTIFICATE_CHANGED, "10.0.3.21:443");
        }
        asked.add(request);
        boolean isInfo = request.target().equals("/api/info");
        Function<Request, Outcome<Reply>> next = isInfo && infoStands ? null : script.poll();
        if (next != null) {
            return next.apply(request);
        }
        return Outcome.ok(new Reply(
                200, isInfo ? INFO.getBytes(StandardCharsets.UTF_8) : new byte[0]));
    }

    /** Method and target of each request so far. */
    public List<String> targets() {
        return asked.stream().map(r -> r.method() + " " + r.target()).toList();
    }

    @Override
    public Optional<Fingerprint> peerKey() {
        return connected ? Optional.of(shows) : Optional.empty();
    }

    @Override
    public void require(Fingerprint key) {
        required = key;
    }

    @Override
    public void drop() {}

    @Override
    public void close() {
        closed = true;
    }
}
