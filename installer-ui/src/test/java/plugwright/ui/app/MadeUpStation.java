package plugwright.ui.app;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javafx.util.Subscription;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.ui.form.SaveResult;
import plugwright.ui.station.LinkQuality;
import plugwright.ui.station.LinkView;
import plugwright.ui.station.StationAccess;

/** A station that exists in memory only, and does as the test says. */
public final class MadeUpStation implements StationAccess {

    /** The password it takes. */
    public static final String PASSWORD = "let-me-in";

    private final Map<PropertyId, PropertyValue> values = new HashMap<>();
    private final Map<PropertyId, PropertyValue> before = new HashMap<>();
    private final List<Consumer<LinkView>> listeners = new CopyOnWriteArrayList<>();
    private final Map<PropertyId, SaveResult> answers = new HashMap<>();
    private LinkView link = new LinkView.Closed();
    private LinkView afterConnect = new LinkView.LoggedOut(Optional.empty());
    private int reboots;

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

    /** Answers the next saves of a property so. */
    public void answer(PropertyId id, SaveResult result) {
        answers.put(id, result);
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

    /** What it holds. */
    public Optional<PropertyValue> value(PropertyId id) {
        return Optional.ofNullable(values.get(id));
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
    public CompletableFuture<Map<PropertyId, SaveResult>> save(Map<PropertyId, PropertyValue> edits) {
        Map<PropertyId, SaveResult> results = new LinkedHashMap<>();
        before.clear();
        edits.forEach((id, value) -> {
            SaveResult result = answers.getOrDefault(id, new SaveResult.Written(value));
            if (result instanceof SaveResult.Written) {
                value(id).ifPresent(old -> before.put(id, old));
                values.put(id, value);
            }
            results.put(id, result);
        });
        return CompletableFuture.completedFuture(results);
    }

    @Override
    public CompletableFuture<Map<PropertyId, SaveResult>> undo() {
        return save(Map.copyOf(before));
    }

    @Override
    public CompletableFuture<Outcome<String>> installKey(String key) {
        if (!key.equals("GOOD")) {
            return CompletableFuture.completedFuture(Outcome.failed(ProblemCode.KEY_MISTYPED, "2", key));
        }
        values.put(Known.LICENCE_FEATURES, PropertyValue.of(2L));
        values.put(Known.LICENCE_KEY, PropertyValue.of(key));
        linkIs(new LinkView.Rebooting(MadeUpSite.NOW));
        return CompletableFuture.completedFuture(Outcome.ok(key));
    }

    @Override
    public CompletableFuture<Outcome<Boolean>> reboot() {
        reboots++;
        linkIs(new LinkView.Rebooting(MadeUpSite.NOW));
        return CompletableFuture.completedFuture(Outcome.ok(true));
    }
}
