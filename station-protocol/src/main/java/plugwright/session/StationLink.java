package plugwright.session;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import plugwright.api.ApiCodec;
import plugwright.api.ApiPath;
import plugwright.api.PropertyPage;
import plugwright.api.PropertyRow;
import plugwright.api.PropertyWrite;
import plugwright.api.StationInfo;
import plugwright.api.Unreadable;
import plugwright.catalog.PropertyId;
import plugwright.model.HostPort;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;

/**
 * The one connection of this process to a station, as everything above sees it: typed requests, answered later.
 * Futures complete on the link's own thread and never exceptionally; whoever waits must not block that thread.
 */
public final class StationLink implements AutoCloseable {

    /** A category of 4096 properties is far beyond any station: a total above it is a broken reply. */
    static final int MAX_PROPERTIES = 4096;

    private final Pins pins;
    private final ApiCodec codec = new ApiCodec();
    private final LinkOwner owner;

    /**
     * @param address where the station answers at first
     * @param transport the connection, handed over: closed with this link
     * @param pins which keys the user has accepted
     * @param environment clocks and threads
     */
    public StationLink(HostPort address, Transport transport, Pins pins, LinkEnvironment environment) {
        this.pins = pins;
        this.owner = new LinkOwner(address, transport, environment, codec);
    }

    public HostPort address() {
        return owner.address();
    }

    public LinkState state() {
        return owner.state();
    }

    /** Tells every change of state from now on, on the link's thread. The returned runnable ends that. */
    public Runnable onState(LinkListener listener) {
        return owner.onState(listener);
    }

    public LinkQuality quality() {
        return owner.quality();
    }

    /** What the station says of itself; needs no log-in and trusts nothing but the key that was accepted for one. */
    public CompletableFuture<Outcome<StationInfo>> info() {
        return owner.send(RequestClass.USER, Request.get(ApiPath.INFO))
                .thenApply(reply -> reply.flatMap(r -> WhoAnswers.read(r, codec, address())));
    }

    /** The same of one station only: OTHER_STATION_ANSWERS where another one has its address now. */
    public CompletableFuture<Outcome<StationInfo>> info(StationId whom) {
        return info(Optional.of(whom));
    }

    private CompletableFuture<Outcome<StationInfo>> info(Optional<StationId> whom) {
        return info().thenApply(info -> info.flatMap(
                who -> whom.map(meant -> WhoAnswers.only(meant, who, address())).orElse(info)));
    }

    /**
     * Logs in to whatever station answers, if the key that it shows is the one the user accepted. No password is sent
     * before.
     *
     * @return who is there, or CERTIFICATE_UNKNOWN (ask the user, then {@link #accept}), CERTIFICATE_CHANGED,
     *     WRONG_PASSWORD, OTHER_SESSION_OPEN, OUR_EARLIER_SESSION_OPEN, or what kept the station from answering
     */
    public CompletableFuture<Outcome<StationInfo>> logIn(Credentials credentials) {
        return logIn(Optional.empty(), credentials);
    }

    /** The same to one station only: where another one answers, OTHER_STATION_ANSWERS, and no password is sent. */
    public CompletableFuture<Outcome<StationInfo>> logIn(StationId whom, Credentials credentials) {
        return logIn(Optional.of(whom), credentials);
    }

    private CompletableFuture<Outcome<StationInfo>> logIn(Optional<StationId> whom, Credentials credentials) {
        return info(whom).thenCompose(info -> switch (info) {
            case Outcome.Failed<StationInfo> failed -> CompletableFuture.completedFuture(failed);
            case Outcome.Ok<StationInfo>(var who) -> switch (checkKey(who)) {
                case Outcome.Failed<Fingerprint>(var problem) ->
                    CompletableFuture.completedFuture(Outcome.<StationInfo>failed(problem));
                case Outcome.Ok<Fingerprint>(var key) ->
                    owner.logIn(new Job.Work.LogIn(credentials, key, whom)).thenApply(done -> done.map(_ -> who));
            };
        });
    }

    private Outcome<Fingerprint> checkKey(StationInfo who) {
        Optional<Fingerprint> shown = owner.peerKey();
        if (shown.isEmpty()) {
            return Outcome.failed(ProblemCode.CONNECTION_LOST, address().toString());
        }
        Optional<Fingerprint> accepted = pins.find(new StationId(who.objectId()), address().host());
        if (accepted.isEmpty()) {
            return Outcome.failed(ProblemCode.CERTIFICATE_UNKNOWN, shown.get().shown());
        }
        return accepted.get().equals(shown.get())
                ? Outcome.ok(shown.get())
                : Outcome.failed(ProblemCode.CERTIFICATE_CHANGED, address().toString());
    }

    /**
     * Remembers that the user accepts the key the station shows now, also in place of another: "station was
     * replaced". A log-in to the one before is forgotten.
     *
     * @param expected the key the user was shown; another one is not accepted
     * @return whether it was the key that is shown
     */
    public CompletableFuture<Outcome<StationInfo>> accept(Optional<Fingerprint> expected) {
        return accept(Optional.empty(), expected);
    }

    /** The same of one station only: where another one answers, OTHER_STATION_ANSWERS, and nothing is accepted. */
    public CompletableFuture<Outcome<StationInfo>> accept(StationId whom, Optional<Fingerprint> expected) {
        return accept(Optional.of(whom), expected);
    }

    private CompletableFuture<Outcome<StationInfo>> accept(Optional<StationId> whom, Optional<Fingerprint> expected) {
        Optional<Fingerprint> before = owner.required();
        expected.ifPresent(this::trust);
        return info(whom).thenApply(info -> {
            Outcome<StationInfo> accepted = info.flatMap(who -> acceptShown(who, expected));
            if (accepted instanceof Outcome.Failed) {
                before.ifPresent(this::trust);
            }
            return accepted;
        });
    }

    private void trust(Fingerprint key) {
        var _ = owner.trust(key);
    }

    private Outcome<StationInfo> acceptShown(StationInfo who, Optional<Fingerprint> expected) {
        Optional<Fingerprint> shown = owner.peerKey();
        if (shown.isEmpty() || (expected.isPresent() && !expected.equals(shown))) {
            return Outcome.failed(ProblemCode.CERTIFICATE_CHANGED, address().toString());
        }
        pins.accept(new StationId(who.objectId()), address().host(), shown.get());
        return Outcome.ok(who);
    }

    /**
     * Goes on at another address, where the station was found: logs in there by itself if it was logged in before. The
     * key that was accepted for it counts there too. A link that is logged in stays.
     *
     * @param whom which station
     * @param where it answers now
     * @param way there, handed over
     * @return whether it went there
     */
    public CompletableFuture<Boolean> moveTo(StationId whom, HostPort where, Transport way) {
        String before = address().host();
        return owner.move(where, way).thenApply(moved -> {
            if (moved instanceof Outcome.Failed) {
                way.close();
                return false;
            }
            if (pins.find(whom, where.host()).isEmpty()) {
                pins.find(whom, before).ifPresent(key -> pins.accept(whom, where.host(), key));
            }
            return true;
        });
    }

    /** The key that the station showed on the newest connection. */
    public Optional<Fingerprint> shownKey() {
        return owner.peerKey();
    }

    /** Logs out and ends the connection; the link can log in again. */
    public CompletableFuture<Outcome<Reply>> logOut() {
        return owner.logOut();
    }

    public CompletableFuture<Outcome<List<String>>> categories() {
        return owner.send(RequestClass.USER, Request.get(ApiPath.CATEGORIES))
                .thenApply(reply -> reply.flatMap(r -> parse(r, codec::parseCategories)));
    }

    /** Reads a whole category, ⌈n/32⌉ requests; less than all of it is a failure. */
    public CompletableFuture<Outcome<List<PropertyRow>>> readCategory(RequestClass urgency, String category) {
        return nextPage(urgency, category, new ArrayList<>());
    }

    /** Reads every property the station lists: its categories, then each of them whole. */
    public CompletableFuture<Outcome<List<PropertyRow>>> readAll(RequestClass urgency) {
        return categories().thenCompose(known -> switch (known) {
            case Outcome.Failed<List<String>>(var problem) ->
                CompletableFuture.completedFuture(Outcome.failed(problem));
            case Outcome.Ok<List<String>>(var categories) -> readCategories(urgency, categories);
        });
    }

    private CompletableFuture<Outcome<List<PropertyRow>>> readCategories(
            RequestClass urgency, List<String> categories) {
        CompletableFuture<Outcome<List<PropertyRow>>> all = CompletableFuture.completedFuture(Outcome.ok(List.of()));
        for (String category : categories) {
            all = all.thenCompose(sofar -> switch (sofar) {
                case Outcome.Failed<List<PropertyRow>> failed -> CompletableFuture.completedFuture(failed);
                case Outcome.Ok<List<PropertyRow>>(var rows) ->
                    readCategory(urgency, category).thenApply(read -> read.map(more -> join(rows, more)));
            });
        }
        return all;
    }

    private CompletableFuture<Outcome<List<PropertyRow>>> nextPage(
            RequestClass urgency, String category, List<PropertyRow> sofar) {
        String target = ApiPath.PROPERTIES + "?cat=" + URLEncoder.encode(category, StandardCharsets.UTF_8) + "&offset="
                + sofar.size();
        return owner.send(urgency, Request.get(target)).thenCompose(reply -> switch (reply.flatMap(this::parsePage)) {
            case Outcome.Failed<PropertyPage>(var problem) ->
                CompletableFuture.completedFuture(Outcome.failed(problem));
            case Outcome.Ok<PropertyPage>(var page) when page.total() > MAX_PROPERTIES ->
                CompletableFuture.completedFuture(Outcome.failed(ProblemCode.REPLY_UNREADABLE, "total " + page.total()));
            case Outcome.Ok<PropertyPage>(var page) when page.rows().isEmpty() && sofar.size() < page.total() ->
                CompletableFuture.completedFuture(Outcome.failed(ProblemCode.REPLY_CUT_SHORT));
            case Outcome.Ok<PropertyPage>(var page) -> {
                sofar.addAll(page.rows());
                yield sofar.size() < page.total()
                        ? nextPage(urgency, category, sofar)
                        : CompletableFuture.completedFuture(Outcome.ok(List.copyOf(sofar)));
            }
        });
    }

    /** Reads single properties, at most 32 a request. Those the station does not know are missing in the answer. */
    public CompletableFuture<Outcome<List<PropertyRow>>> read(RequestClass urgency, List<PropertyId> ids) {
        CompletableFuture<Outcome<List<PropertyRow>>> all = CompletableFuture.completedFuture(Outcome.ok(List.of()));
        for (int from = 0; from < ids.size(); from += ApiPath.PROPERTIES_PER_PAGE) {
            List<PropertyId> some = ids.subList(from, Math.min(ids.size(), from + ApiPath.PROPERTIES_PER_PAGE));
            all = all.thenCompose(sofar -> switch (sofar) {
                case Outcome.Failed<List<PropertyRow>> failed -> CompletableFuture.completedFuture(failed);
                case Outcome.Ok<List<PropertyRow>>(var rows) ->
                    readSome(urgency, some).thenApply(read -> read.map(more -> join(rows, more)));
            });
        }
        return all;
    }

    private CompletableFuture<Outcome<List<PropertyRow>>> readSome(RequestClass urgency, List<PropertyId> ids) {
        String list = ids.stream().map(PropertyId::toString).collect(Collectors.joining(","));
        return owner.send(urgency, Request.get(ApiPath.PROPERTIES + "?ids=" + list))
                .thenApply(reply -> reply.flatMap(this::parsePage).map(PropertyPage::rows));
    }

    private static List<PropertyRow> join(List<PropertyRow> one, List<PropertyRow> other) {
        List<PropertyRow> joined = new ArrayList<>(one);
        joined.addAll(other);
        return List.copyOf(joined);
    }

    /** Sends values. A reply says nothing about whether the station took them: read back. */
    public CompletableFuture<Outcome<Reply>> write(RequestClass urgency, List<PropertyWrite> writes) {
        return owner.send(urgency, Request.post(ApiPath.PROPERTIES, codec.writes(writes)));
    }

    /** Sends a command such as {@code reboot}; what came of it is in the station's log. */
    public CompletableFuture<Outcome<Reply>> command(String command) {
        return owner.send(RequestClass.USER, Request.post(ApiPath.COMMAND, codec.command(command)));
    }

    /**
     * Reads a page of the log.
     *
     * @param offset lines back from the newest
     * @return lines, oldest first
     */
    public CompletableFuture<Outcome<List<String>>> log(int offset) {
        return owner.send(RequestClass.LOG, Request.get(ApiPath.LOG + "?offset=" + offset))
                .thenApply(reply -> reply.map(r -> new String(r.body(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList()));
    }

    private Outcome<PropertyPage> parsePage(Reply reply) {
        return parse(reply, codec::parsePage);
    }

    private interface Parser<T> {
        T parse(byte[] body) throws Unreadable;
    }

    private static <T> Outcome<T> parse(Reply reply, Parser<T> parser) {
        try {
            return Outcome.ok(parser.parse(reply.body()));
        } catch (Unreadable unreadable) {
            return Outcome.failed(ProblemCode.REPLY_UNREADABLE, String.valueOf(unreadable.getMessage()));
        }
    }

    /** Logs out, if logged in, and ends the connection; waits for that a bounded time. Never throws. */
    @Override
    public void close() {
        owner.close();
    }
}
