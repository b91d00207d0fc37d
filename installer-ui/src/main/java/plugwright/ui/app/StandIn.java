package plugwright.ui.app;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.util.Subscription;
import plugwright.catalog.Catalogue;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyType;
import plugwright.catalog.PropertyValue;
import plugwright.model.HostPort;
import plugwright.model.LedPattern;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;
import plugwright.session.Course;
import plugwright.settings.Edit;
import plugwright.settings.KeyInstallation;
import plugwright.settings.SaveResult;
import plugwright.ui.nav.Stations;
import plugwright.ui.station.LinkQuality;
import plugwright.ui.station.LinkView;
import plugwright.ui.station.StationAccess;
import plugwright.ui.station.StationRow;

/**
 * A station that is nowhere, alone in its list, for {@link WarmUp}: every number is a 2, so that there are two sockets,
 * and every text a pattern of the LED, so that the front panel is drawn. Nobody sees it; all it is asked to do fails.
 */
final class StandIn implements Stations, StationAccess {

    static final StationId ID = new StationId("ACE0000000");

    private static final long ANY = 2;

    private static final List<String> LOG = List.of(
            "128_2026-01-01T00:00:00.000Z:INFO:main.c:1:Socket #1: main state: AVAILABLE",
            "256_2026-01-01T00:00:00.000Z:WARNING:main.c:1:Socket #2: main state: AVAILABLE");

    private final Catalogue catalogue;
    private Consumer<LinkView> link = state -> {};

    StandIn(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Moves the link. */
    void linkIs(LinkView state) {
        link.accept(state);
    }

    @Override
    public Subscription onChange(Consumer<List<StationRow>> listener) {
        listener.accept(List.of(new StationRow(
                ID,
                new HostPort("127.0.0.1", 1),
                "",
                "",
                new StationRow.Standing.Reachable(),
                OptionalDouble.of(ANY),
                OptionalInt.of((int) ANY),
                StationRow.Origin.SIMULATED)));
        return Subscription.EMPTY;
    }

    @Override
    public void refresh() {}

    @Override
    public CompletableFuture<Outcome<StationId>> add(HostPort address) {
        return nothing();
    }

    @Override
    public StationAccess access(StationId id) {
        return this;
    }

    @Override
    public void connect() {}

    @Override
    public Subscription onLink(Consumer<LinkView> listener) {
        link = listener;
        listener.accept(new LinkView.LoggedOut(Optional.empty()));
        return Subscription.EMPTY;
    }

    @Override
    public Subscription onQuality(Consumer<LinkQuality> listener) {
        return Subscription.EMPTY;
    }

    @Override
    public CompletableFuture<Outcome<LinkView>> logIn(String password) {
        return nothing();
    }

    @Override
    public void acceptCertificate(String fingerprint) {}

    @Override
    public void logOut() {}

    @Override
    public CompletableFuture<Outcome<Map<PropertyId, PropertyValue>>> read(Collection<PropertyId> ids) {
        Map<PropertyId, PropertyValue> values = new LinkedHashMap<>();
        ids.forEach(id -> values.put(id, any(catalogue.get(id).type())));
        return CompletableFuture.completedFuture(Outcome.ok(values));
    }

    private static PropertyValue any(PropertyType type) {
        if (type.isInteger()) {
            return PropertyValue.of(ANY);
        }
        return type.isReal() ? PropertyValue.of((double) ANY) : PropertyValue.of(LedPattern.DARK_BLUE.name());
    }

    @Override
    public CompletableFuture<Outcome<Map<PropertyId, PropertyValue>>> poll(Collection<PropertyId> ids) {
        return read(ids);
    }

    @Override
    public CompletableFuture<Outcome<List<String>>> log(int offset) {
        return CompletableFuture.completedFuture(Outcome.ok(LOG));
    }

    @Override
    public CompletableFuture<Outcome<SaveResult>> save(List<Edit> edits, Course course) {
        return nothing();
    }

    @Override
    public CompletableFuture<Outcome<SaveResult>> undo(Course course) {
        return nothing();
    }

    @Override
    public CompletableFuture<Outcome<KeyInstallation.Unlocked>> installKey(String key, Course course) {
        return nothing();
    }

    @Override
    public CompletableFuture<Outcome<Long>> reboot(Course course) {
        return nothing();
    }

    private static <T> CompletableFuture<Outcome<T>> nothing() {
        return CompletableFuture.completedFuture(Outcome.failed(ProblemCode.WAIT_CANCELLED));
    }
}
