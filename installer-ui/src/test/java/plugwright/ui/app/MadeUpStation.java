package plugwright.ui.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javafx.util.Subscription;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.license.LicenceKey;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.session.Course;
import plugwright.session.WorkStep;
import plugwright.settings.Edit;
import plugwright.settings.KeyInstallation;
import plugwright.settings.SaveResult;
import plugwright.settings.WriteOutcome;
import plugwright.ui.station.LinkQuality;
import plugwright.ui.station.LinkView;
import plugwright.ui.station.StationAccess;

/** A station that exists in memory only, and does as the test says. */
public final class MadeUpStation implements StationAccess {

    /** The password it takes. */
    public static final String PASSWORD = "let-me-in";

    /** Lines of a page of its log. */
    private static final int LOG_PAGE = 16;

    private final Map<PropertyId, PropertyValue> values = new HashMap<>();
    private final Map<PropertyId, PropertyValue> before = new HashMap<>();
    private final List<Consumer<LinkView>> listeners = new CopyOnWriteArrayList<>();
    private final Map<PropertyId, WriteOutcome> answers = new HashMap<>();
    private LinkView link = new LinkView.Closed();
    private LinkView afterConnect = new LinkView.LoggedOut(Optional.empty());
    private Optional<CompletableFuture<?>> slow = Optional.empty();
    private Optional<Problem> keyProblem = Optional.empty();
    private int reboots;
    private final List<String> log = new ArrayList<>();
    private int polls;
    private int logPages;

    public MadeUpStation() {
        values.put(Known.SERIAL, PropertyValue.of("ACE0104711"));
        values.put(Known.MODEL, PropertyValue.of("NG910-60023"));
        values.put(Known.PLATFORM, PropertyValue.of("NG910"));
        values.put(Known.FIRMWARE, PropertyValue.of("7.0.0-4318"));
        values.put(Known.CHARGE_BOX_IDENTITY, PropertyValue.of("Garage left"));
        values.put(Known.SOCKET_COUNT, PropertyValue.of(2L));
        values.put(Known.BOOT_COUNT, PropertyValue.of(17L));
        values.put(Known.BOOT_REASON, PropertyValue.of("Software reset"));
        values.put(Known.STATION_MAX_CURRENT, PropertyValue.of(32.0));
        values.put(Known.CONNECTOR_1_MAX_CURRENT, PropertyValue.of(16.0));
        values.put(Known.CONNECTOR_2_MAX_CURRENT, PropertyValue.of(16.0));
        values.put(Known.PROBING_CURRENT, PropertyValue.of(14.0));
        values.put(Known.LOAD_BALANCING_MODE, PropertyValue.of(0L));
        values.put(Known.ALTERNATING_PERIOD, PropertyValue.of(900L));
        values.put(Known.LICENCE_FEATURES, PropertyValue.of(0L));
        values.put(Known.LICENCE_KEY, PropertyValue.of(""));
        values.put(Known.FEEDER_COUNT, PropertyValue.of(1L));
    }

    /** Changes what it holds. */
    public MadeUpStation with(PropertyId id, PropertyValue value) {
        values.put(id, value);
        return this;
    }

    /** As one of another firmware, without this property. */
    public MadeUpStation without(PropertyId id) {
        values.remove(id);
        return this;
    }

    /** Answers saves of its property so. */
    public void answer(WriteOutcome outcome) {
        answers.put(outcome.id(), outcome);
    }

    /** From now on a save takes until this happens. */
    public MadeUpStation slow(CompletableFuture<?> until) {
        slow = Optional.of(until);
        return this;
    }

    /** Where {@link #connect} leads. */
    public MadeUpStation thenLinkIs(LinkView state) {
        afterConnect = state;
        return this;
    }

    /** Moves the link. */
    public void linkIs(LinkView state) {
        link = state;
        listeners.forEach(l -> l.accept(state));
    }

    /** Whether one is logged in to it. */
    boolean isLoggedIn() {
        return link.isLoggedIn();
    }

    /** What it holds. */
    public Optional<PropertyValue> value(PropertyId id) {
        return Optional.ofNullable(values.get(id));
    }

    /** Writes into its log. */
    public MadeUpStation logs(String line) {
        log.add(line);
        return this;
    }

    /** Forgets its log. */
    public void clearLog() {
        log.clear();
    }

    /** How many pages of the log were asked for. */
    public int logPages() {
        return logPages;
    }

    /** How often live values were asked for. */
    public int polls() {
        return polls;
    }

    public int reboots() {
        return reboots;
    }

    @Override
    public void connect() {
        linkIs(afterConnect);
    }

    @Override
    public Subscription onLink(Consumer<LinkView> listener) {
        listeners.add(listener);
        listener.accept(link);
        return () -> listeners.remove(listener);
    }

    @Override
    public Subscription onQuality(Consumer<LinkQuality> listener) {
        listener.accept(new LinkQuality(Duration.ofMillis(8), Duration.ofMillis(3), 60, 0));
        return Subscription.EMPTY;
    }

    @Override
    public CompletableFuture<Outcome<LinkView>> logIn(String password) {
        linkIs(
                password.equals(PASSWORD)
                        ? new LinkView.LoggedIn(MadeUpSite.NOW)
                        : new LinkView.LoggedOut(Optional.of(Problem.of(ProblemCode.WRONG_PASSWORD))));
        return CompletableFuture.completedFuture(Outcome.ok(link));
    }

    @Override
    public void acceptCertificate(String fingerprint) {
        linkIs(new LinkView.LoggedOut(Optional.empty()));
    }

    @Override
    public void logOut() {
        linkIs(new LinkView.Closed());
    }

    @Override
    public CompletableFuture<Outcome<Map<PropertyId, PropertyValue>>> read(Collection<PropertyId> ids) {
        Map<PropertyId, PropertyValue> found = new LinkedHashMap<>();
        ids.forEach(id -> value(id).ifPresent(v -> found.put(id, v)));
        return CompletableFuture.completedFuture(Outcome.ok(found));
    }

    @Override
    public CompletableFuture<Outcome<Map<PropertyId, PropertyValue>>> poll(Collection<PropertyId> ids) {
        polls++;
        return read(ids);
    }

    @Override
    public CompletableFuture<Outcome<List<String>>> log(int offset) {
        logPages++;
        int to = Math.max(0, log.size() - offset);
        return CompletableFuture.completedFuture(Outcome.ok(List.copyOf(log.subList(Math.max(0, to - LOG_PAGE), to))));
    }

    @Override
    public CompletableFuture<Outcome<SaveResult>> save(List<Edit> edits, Course course) {
        List<WriteOutcome> outcomes = new ArrayList<>();
        List<PropertyId> reboot = new ArrayList<>();
        before.clear();
        for (Edit edit : edits) {
            PropertyValue held = Objects.requireNonNull(values.get(edit.id()));
            PropertyValue after = edit.appliedTo(held);
            WriteOutcome outcome = answers.getOrDefault(edit.id(), new WriteOutcome.Written(edit.id(), after));
            if (outcome instanceof WriteOutcome.Written) {
                before.put(edit.id(), held);
                values.put(edit.id(), after);
                if (edit.id().equals(Known.LOAD_BALANCING_MODE)) {
                    reboot.add(edit.id());
                }
            }
            outcomes.add(outcome);
        }
        Outcome<SaveResult> done = Outcome.ok(new SaveResult(outcomes, reboot));
        return slow.map(until -> until.thenApply(_ -> done)).orElseGet(() -> CompletableFuture.completedFuture(done));
    }

    @Override
    public CompletableFuture<Outcome<SaveResult>> undo(Course course) {
        List<Edit> edits = new ArrayList<>();
        before.forEach((id, value) -> edits.add(new Edit.Replace(id, value)));
        return save(edits, course);
    }

    /** Fails every key but GOOD so. */
    public MadeUpStation failsKeys(Problem why) {
        keyProblem = Optional.of(why);
        return this;
    }

    /** Refuses what is mistyped, unless it fails all; thinks for ever about what is not. */
    @Override
    public CompletableFuture<Outcome<KeyInstallation.Unlocked>> installKey(String key, Course course) {
        if (key.equals("GOOD")) {
            values.put(Known.LICENCE_FEATURES, PropertyValue.of(2L));
            values.put(Known.LICENCE_KEY, PropertyValue.of(key));
            linkIs(new LinkView.Rebooting(MadeUpSite.NOW, WorkStep.Lateness.IN_TIME));
            return CompletableFuture.completedFuture(Outcome.ok(new KeyInstallation.Unlocked(0, 2)));
        }
        Optional<Problem> mistyped = LicenceKey.parse(key) instanceof Outcome.Failed<LicenceKey>(var problem)
                ? Optional.of(problem)
                : Optional.empty();
        return keyProblem.or(() -> mistyped)
                .map(why -> CompletableFuture.completedFuture(Outcome.<KeyInstallation.Unlocked>failed(why)))
                .orElseGet(CompletableFuture::new);
    }

    /** Stays away until the test says otherwise. */
    @Override
    public CompletableFuture<Outcome<Long>> reboot(Course course) {
        reboots++;
        linkIs(new LinkView.Rebooting(MadeUpSite.NOW, WorkStep.Lateness.IN_TIME));
        return new CompletableFuture<>();
    }
}
