package plugwright.ui.link;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import plugwright.api.PropertyRow;
import plugwright.api.StationInfo;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.HostPort;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;
import plugwright.session.Course;
import plugwright.session.Credentials;
import plugwright.session.Fingerprint;
import plugwright.session.LinkState;
import plugwright.session.Pins;
import plugwright.session.RebootWatch;
import plugwright.session.RequestClass;
import plugwright.session.StationLink;
import plugwright.session.Transport;
import plugwright.session.WorkStep;
import plugwright.settings.Edit;
import plugwright.settings.KeyInstallation;
import plugwright.settings.SaveResult;
import plugwright.settings.SettingsPort;
import plugwright.settings.SettingsWriter;
import plugwright.ui.fx.FxDoor;
import plugwright.ui.station.LinkQuality;
import plugwright.ui.station.LinkView;
import plugwright.ui.station.StationAccess;
import plugwright.ui.station.monitor.LiveNow;

/** A station over its link. Safe for several threads at once. */
final class LinkedStation implements StationAccess, AutoCloseable {

    /**
     * Often enough to notice a pulled cable, to come back after it and to see in the list that a vehicle began to charge;
     * gentle to a station that does nothing else. A log-in that an earlier session of ours still keeps out is tried again
     * as often.
     */
    private static final Duration HEARTBEAT = Duration.ofSeconds(3);

    private static final Duration QUALITY_SHOWN = Duration.ofSeconds(1);

    private final StationId id;
    private final StationLink link;
    private final Function<HostPort, Transport> way;
    private final Pins pins;
    private final RebootWatch reboots;
    private final SettingsWriter writer;
    private final Supplier<Optional<String>> knownPassword;
    private final Supplier<Instant> clock;
    private final List<Consumer<LinkView>> viewers = new CopyOnWriteArrayList<>();
    private final List<Consumer<LinkQuality>> qualityViewers = new CopyOnWriteArrayList<>();
    private final Consumer<LiveNow> live;
    private final FxDoor door;
    private final Subscription ticking;

    private volatile LinkView view = new LinkView.Closed();
    private volatile Optional<Instant> reboot = Optional.empty();
    private volatile WorkStep.Lateness late = WorkStep.Lateness.IN_TIME;
    private volatile boolean beating;
    /** The user logged out, until he comes back. */
    private volatile boolean left;

    /** Where the station was found last. */
    private volatile HostPort found;

    /**
     * @param parts the link and what belongs to it
     * @param knownPassword one that needs no typing, as for stations of our own test bench
     * @param door for the heartbeat on the FX thread, and what has to wait for files off it
     */
    LinkedStation(StationId id, Parts parts, Supplier<Optional<String>> knownPassword, FxDoor door) {
        this.id = id;
        this.link = parts.link();
        this.way = parts.way();
        this.found = link.address();
        this.pins = parts.pins();
        this.reboots = parts.reboots();
        this.writer = parts.writer();
        this.clock = parts.clock();
        this.live = parts.live();
        this.knownPassword = knownPassword;
        this.door = door;
        link.onState(this::linkIs);
        ticking = Subscription.combine(
                door.every(HEARTBEAT, this::beat), door.every(QUALITY_SHOWN, this::showQuality));
    }

    /**
     * What a station's access is made of.
     *
     * @param link handed over: closed with the access
     * @param way opens the way to another address, nothing is sent yet
     * @param pins which keys the user accepted
     * @param reboots waits for this link's station
     * @param writer saves
     * @param clock for "since when"
     * @param live hears what the station draws, on any thread; that nothing is known while it is not logged in
     */
    record Parts(
            StationLink link,
            Function<HostPort, Transport> way,
            Pins pins,
            RebootWatch reboots,
            SettingsWriter writer,
            Supplier<Instant> clock,
            Consumer<LiveNow> live) {}

    private void linkIs(LinkState state) {
        if (left && !(state instanceof LinkState.LoggedIn)) {
            // What was still asked behind the log-out finds nobody logged in.
            return;
        }
        Optional<Instant> away = reboot;
        show(away.isPresent() && !(state instanceof LinkState.Closed)
                ? new LinkView.Rebooting(away.get(), late)
                : LinkViews.of(state, link.shownKey()));
        if (!(state instanceof LinkState.LoggedIn)) {
            follow();
        }
    }

    /** Tells where the station answers now: a link that does not work where it is goes there. */
    void isAt(HostPort where) {
        found = where;
        follow();
    }

    private void follow() {
        HostPort where = found;
        LinkState state = link.state();
        if (where.equals(link.address()) || state instanceof LinkState.LoggedIn || state instanceof LinkState.Closed) {
            return;
        }
        var _ = link.moveTo(id, where, way.apply(where)).thenAccept(moved -> {
            boolean byItself = link.state() instanceof LinkState.Interrupted || reboot.isPresent();
            if (moved && !byItself && isWanted(view)) {
                connect();
            }
        });
    }

    /** Whether the user waits for something that only the station itself can tell. */
    private static boolean isWanted(LinkView view) {
        return switch (view) {
            case LinkView.Lost _,
                    LinkView.LoggedOut _,
                    LinkView.NewCertificate _,
                    LinkView.ChangedCertificate _ -> true;
            case LinkView.Closed _,
                    LinkView.Connecting _,
                    LinkView.HeldByOther _,
                    LinkView.LoggedIn _,
                    LinkView.Rebooting _ -> false;
        };
    }

    private void show(LinkView now) {
        view = now;
        if (!now.isLoggedIn()) {
            live.accept(LiveNow.UNKNOWN);
        }
        viewers.forEach(v -> v.accept(now));
        if (now.isLoggedIn()) {
            beat();
        }
    }

    /** Reads a few live values: a broken link notices, and opens and logs in again by itself. */
    private void beat() {
        boolean worth = view instanceof LinkView.LoggedIn || view instanceof LinkView.Lost;
        boolean ours = link.state() instanceof LinkState.LoggedIn || link.state() instanceof LinkState.Interrupted;
        boolean earlier = view instanceof LinkView.HeldByOther(var problem, var since)
                && problem.code() == ProblemCode.OUR_EARLIER_SESSION_OPEN;
        if (((worth && ours) || earlier) && !beating) {
            beating = true;
            var _ = link.read(RequestClass.MONITOR, LiveNow.asked()).whenComplete((read, failure) -> {
                beating = false;
                if (read instanceof Outcome.Ok<List<PropertyRow>>(var rows) && view.isLoggedIn()) {
                    live.accept(LiveNow.of(values(rows)));
                }
            });
        }
    }

    private void showQuality() {
        plugwright.session.LinkQuality now = link.quality();
        LinkQuality shown = new LinkQuality(
                Duration.ofMillis(now.medianMillis()),
                Duration.ofMillis(now.jitterMillis()),
                now.requests(),
                now.lost());
        qualityViewers.forEach(v -> v.accept(shown));
    }

    @Override
    public void connect() {
        left = false;
        if (view.isLoggedIn() || view instanceof LinkView.Connecting) {
            return;
        }
        show(new LinkView.Connecting());
        ask();
    }

    private void ask() {
        HostPort asked = link.address();
        var _ = link.info(id).thenAccept(outcome -> {
            switch (outcome) {
                case Outcome.Failed<StationInfo> _ when !asked.equals(link.address()) -> ask();
                case Outcome.Failed<StationInfo>(var problem) ->
                    show(LinkViews.afterFailure(problem, link.shownKey()));
                case Outcome.Ok<StationInfo>(var who) -> reached(who);
            }
        });
    }

    /** Trust comes before the password: none is sent to a stranger. */
    private void reached(StationInfo who) {
        Optional<Fingerprint> shown = link.shownKey();
        Optional<Fingerprint> accepted = pins.find(new StationId(who.objectId()), link.address().host());
        if (shown.isEmpty()) {
            show(new LinkView.Closed());
        } else if (accepted.isEmpty()) {
            show(new LinkView.NewCertificate(shown.get().shown()));
        } else if (!accepted.equals(shown)) {
            Problem changed = Problem.of(ProblemCode.CERTIFICATE_CHANGED, link.address().toString());
            show(LinkViews.afterFailure(changed, shown));
        } else {
            knownPassword.get().ifPresentOrElse(this::logInKnown, () -> show(new LinkView.LoggedOut(Optional.empty())));
        }
    }

    private void logInKnown(String password) {
        var _ = logIn(password);
    }

    @Override
    public Subscription onLink(Consumer<LinkView> listener) {
        viewers.add(listener);
        listener.accept(view);
        return () -> viewers.remove(listener);
    }

    @Override
    public Subscription onQuality(Consumer<LinkQuality> listener) {
        qualityViewers.add(listener);
        return () -> qualityViewers.remove(listener);
    }

    @Override
    public CompletableFuture<Outcome<LinkView>> logIn(String password) {
        left = false;
        return link.logIn(id, Credentials.admin(password)).thenApply(outcome -> {
            if (outcome instanceof Outcome.Failed<StationInfo>(var problem)) {
                show(LinkViews.afterFailure(problem, link.shownKey()));
                return Outcome.<LinkView>failed(problem);
            }
            return Outcome.ok(view);
        });
    }

    @Override
    public void acceptCertificate(String fingerprint) {
        left = false;
        Optional<Fingerprint> shown = link.shownKey();
        if (shown.map(Fingerprint::shown).filter(fingerprint::equals).isEmpty()) {
            connect();
            return;
        }
        show(new LinkView.Connecting());
        var _ = link.accept(id, shown).thenAccept(outcome -> {
            switch (outcome) {
                case Outcome.Failed<StationInfo>(var problem) ->
                    show(LinkViews.afterFailure(problem, link.shownKey()));
                case Outcome.Ok<StationInfo>(var who) -> reached(who);
            }
        });
    }

    @Override
    public void logOut() {
        left = true;
        var _ = link.logOut().thenAccept(reply -> show(new LinkView.Closed()));
    }

    @Override
    public CompletableFuture<Outcome<Map<PropertyId, PropertyValue>>> read(Collection<PropertyId> ids) {
        return link.read(RequestClass.USER, new ArrayList<>(ids)).thenApply(LinkedStation::values);
    }

    @Override
    public CompletableFuture<Outcome<Map<PropertyId, PropertyValue>>> poll(Collection<PropertyId> ids) {
        return link.read(RequestClass.MONITOR, new ArrayList<>(ids)).thenApply(LinkedStation::values);
    }

    private static Outcome<Map<PropertyId, PropertyValue>> values(Outcome<List<PropertyRow>> read) {
        return read.map(LinkedStation::values);
    }

    private static Map<PropertyId, PropertyValue> values(List<PropertyRow> rows) {
        Map<PropertyId, PropertyValue> values = new LinkedHashMap<>();
        rows.forEach(row -> values.put(row.id(), row.value()));
        return values;
    }

    @Override
    public CompletableFuture<Outcome<List<String>>> log(int offset) {
        return link.log(offset);
    }

    @Override
    public CompletableFuture<Outcome<SaveResult>> save(List<Edit> edits, Course course) {
        return writer.save(id, edits, SettingsPort.of(link), course);
    }

    @Override
    public CompletableFuture<Outcome<SaveResult>> undo(Course course) {
        // The journal is a file.
        return door.aside(() -> writer.undo(id, SettingsPort.of(link), course));
    }

    @Override
    public CompletableFuture<Outcome<KeyInstallation.Unlocked>> installKey(String key, Course course) {
        course.onStep(this::awaits);
        return new KeyInstallation(link, reboots).install(key, course).whenComplete(this::back);
    }

    @Override
    public CompletableFuture<Outcome<Long>> reboot(Course course) {
        Instant since = clock.get();
        reboot = Optional.of(since);
        course.onStep(this::awaits);
        show(new LinkView.Rebooting(since, WorkStep.Lateness.IN_TIME));
        return reboots.reboot(course).whenComplete(this::back);
    }

    /** From the moment on at which a restart is waited for; until then a broken link is no more than that. */
    private void awaits(WorkStep step) {
        if (step instanceof WorkStep.AwaitingReturn(var usual, var lateness)) {
            if (lateness == WorkStep.Lateness.IN_TIME && reboot.isEmpty()) {
                reboot = Optional.of(clock.get());
            }
            late = lateness;
            linkIs(link.state());
        }
    }

    private void back(@Nullable Object outcome, @Nullable Throwable failure) {
        late = WorkStep.Lateness.IN_TIME;
        reboot = Optional.empty();
        linkIs(link.state());
    }

    /** Logs out and ends; waits for that a bounded time. */
    @Override
    public void close() {
        ticking.unsubscribe();
        link.close();
    }
}
