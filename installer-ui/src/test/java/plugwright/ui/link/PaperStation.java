package plugwright.ui.link;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import plugwright.api.ApiPath;
import plugwright.model.HostPort;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.session.Fingerprint;
import plugwright.session.Reply;
import plugwright.session.Request;
import plugwright.session.Transport;

/** A station that exists as answers only; each way to it is a connection of its own, at most one of them logged in. */
final class PaperStation {

    private static final String NOTHING = "{\"version\":2,\"properties\":[],\"offset\":0,\"total\":0}";
    private static final String MAX_CURRENT =
            """
            {"version":2,"properties":[{"id":"2062_0","access":0,"type":8,"len":0,"cat":"generic","value":32}],\
            "offset":0,"total":1}""";

    private final String serial;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Fingerprint key;
    private volatile Optional<ProblemCode> broken = Optional.empty();
    private volatile Function<Request, Optional<Outcome<Reply>>> first = request -> Optional.empty();
    private volatile Optional<Way> session = Optional.empty();

    PaperStation(String serial, Fingerprint key) {
        this.serial = serial;
        this.key = key;
    }

    /** Its board is replaced: another key, and nobody is logged in. */
    void shows(Fingerprint another) {
        key = another;
        session = Optional.empty();
    }

    /** Every request fails so from now on, and nobody is logged in. */
    void breaks(ProblemCode code) {
        broken = Optional.of(code);
        session = Optional.empty();
    }

    /** Answers some requests otherwise. */
    void answersFirst(Function<Request, Optional<Outcome<Reply>>> otherwise) {
        first = otherwise;
    }

    /** Somebody else logs in, which ends our session. */
    void takeSession() {
        session = Optional.empty();
    }

    long logIns() {
        return asked.stream().filter(ApiPath.LOGIN::equals).count();
    }

    Transport way(HostPort at) {
        return new Way(at);
    }

    private final class Way implements Transport {
        private final HostPort at;
        private volatile Optional<Fingerprint> required = Optional.empty();
        private volatile Optional<Fingerprint> seen = Optional.empty();

        Way(HostPort at) {
            this.at = at;
        }

        @Override
        public Outcome<Reply> exchange(Request request) {
            if (broken.isPresent()) {
                return Outcome.failed(broken.get(), at.toString(), "10");
            }
            seen = Optional.of(key);
            if (required.filter(r -> !r.equals(key)).isPresent()) {
                return Outcome.failed(ProblemCode.CERTIFICATE_CHANGED, at.toString());
            }
            asked.add(request.target());
            return first.apply(request).orElseGet(() -> answer(request));
        }

        private Outcome<Reply> answer(Request request) {
            return switch (request.target()) {
                case ApiPath.INFO -> reply(
                        Reply.OK,
                        "{\"Identity\":\"\",\"ObjectId\":\"" + serial
                                + "\",\"Model\":\"NG910-60023\",\"FWVersion\":\"7.0.0\",\"Type\":\"2.1.1\"}");
                case ApiPath.LOGIN -> {
                    session = Optional.of(this);
                    yield reply(Reply.OK, "");
                }
                default ->
                    session.filter(this::equals).isPresent()
                            ? reply(Reply.OK, request.target().contains("2062_0") ? MAX_CURRENT : NOTHING)
                            : reply(Reply.UNAUTHORIZED, "");
            };
        }

        private Outcome<Reply> reply(int status, String body) {
            return Outcome.ok(new Reply(status, body.getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public Optional<Fingerprint> peerKey() {
            return seen;
        }

        @Override
        public void require(Fingerprint only) {
            required = Optional.of(only);
        }

        @Override
        public void drop() {}

        @Override
        public void close() {}
    }
}
