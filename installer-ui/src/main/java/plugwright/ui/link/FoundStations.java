package plugwright.ui.link;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import plugwright.discovery.Found;
import plugwright.discovery.StationFinder;
import plugwright.discovery.StationState;
import plugwright.model.HostPort;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;
import plugwright.session.LinkEnvironment;
import plugwright.session.Pins;
import plugwright.session.RebootWatch;
import plugwright.session.StationLink;
import plugwright.session.Transport;
import plugwright.settings.SettingsWriter;
import plugwright.ui.fx.FxDoor;
import plugwright.ui.nav.Stations;
import plugwright.ui.station.StationAccess;
import plugwright.ui.station.StationRow;
import plugwright.ui.station.monitor.LiveNow;

/** The finder's list, and one link for each station that was opened. Safe for several threads at once. */
public final class FoundStations implements Stations, AutoCloseable {

    /** The finder asks a new address at once; a slow station takes seconds for its handshake. */
    private static final Duration ADDING_PATIENCE = Duration.ofSeconds(15);

    /** Stations of the test bench live on addresses of this machine itself. */
    private static final String THIS_MACHINE = "127.";

    private final Connections connections;
    private final FxDoor door;
    private final StationFinder finder;
    private final List<Consumer<List<StationRow>>> listeners = new CopyOnWriteArrayList<>();
    private final Map<StationId, LinkedStation> open = new HashMap<>();
    private final Map<StationId, LiveNow> live = new HashMap<>();
    private final Map<HostPort, CompletableFuture<Outcome<StationId>>> adding = new HashMap<>();
    private List<Found> found = List.of();
    private @Nullable List<StationRow> rows;

    /**
     * How links are made.
     *
     * @param way opens the way to an address, nothing is sent yet
     * @param environment clocks of the links
     * @param pins which keys the user accepted
     * @param writer saves for all stations
     * @param passwords those that need no typing, as for stations of our own test bench
     */
    public record Connections(
            Function<HostPort, Transport> way,
            LinkEnvironment environment,
            Pins pins,
            SettingsWriter writer,
            Function<StationId, Optional<String>> passwords) {}

    /** @param finder starts to look and tells each new list */
    public FoundStations(
            Connections connections, FxDoor door, Function<Consumer<List<Found>>, StationFinder> finder) {
        this.connections = connections;
        this.door = door;
        this.finder = finder.apply(this::heard);
    }

    private void heard(List<Found> now) {
        List<StationRow> fresh;
        synchronized (this) {
            found = now;
            fresh = rowsNow();
            now.forEach(this::settle);
        }
        listeners.forEach(l -> l.accept(fresh));
        now.forEach(this::followed);
    }

    /** A link goes after its station; only to where it answered by its own name. */
    private void followed(Found station) {
        if (station.state() instanceof StationState.Reachable) {
            station.serial().flatMap(this::opened).ifPresent(linked -> linked.isAt(station.at()));
        }
    }

    private synchronized Optional<LinkedStation> opened(StationId id) {
        return Optional.ofNullable(open.get(id));
    }

    private void draws(StationId id, LiveNow now) {
        List<StationRow> fresh;
        synchronized (this) {
            LiveNow before = now.equals(LiveNow.UNKNOWN) ? live.remove(id) : live.put(id, now);
            if (now.equals(before) || (before == null && now.equals(LiveNow.UNKNOWN))) {
                return;
            }
            fresh = rowsNow();
        }
        listeners.forEach(l -> l.accept(fresh));
    }

    private synchronized List<StationRow> rowsNow() {
        List<StationRow> fresh = found.stream().flatMap(f -> row(f).stream()).toList();
        rows = fresh;
        return fresh;
    }

    /** Whether the station at a typed-in address is there is known now. */
    private void settle(Found station) {
        CompletableFuture<Outcome<StationId>> waiting = adding.get(station.at());
        if (waiting == null) {
            return;
        }
        switch (station.state()) {
            case StationState.Asking _, StationState.Gone _ -> {}
            case StationState.Reachable _ ->
                station.serial().ifPresent(id -> waiting.complete(Outcome.ok(id)));
            case StationState.InOtherSubnet _ ->
                station.problem().ifPresent(problem -> waiting.complete(Outcome.failed(problem)));
            case StationState.FoundNotAnswering(_, Problem cause) -> waiting.complete(Outcome.failed(cause));
        }
    }

    private Optional<StationRow> row(Found station) {
        return station.serial().map(id -> {
            LiveNow now = live.getOrDefault(id, LiveNow.UNKNOWN);
            return new StationRow(
                    id,
                    station.at(),
                    station.facts().model().orElse(""),
                    station.facts().firmware().orElse(""),
                    standing(station),
                    now.ampere(),
                    now.charging(),
                    station.at().host().startsWith(THIS_MACHINE)
                            ? StationRow.Origin.SIMULATED
                            : StationRow.Origin.REAL);
        });
    }

    private StationRow.Standing standing(Found station) {
        if (station.state() instanceof StationState.Gone(var lastSeen)) {
            Duration ago = connections.environment().wireClock().get().since(lastSeen);
            return new StationRow.Standing.Gone(
                    connections.environment().wallClock().instant().minus(ago));
        }
        return station.problem()
                .<StationRow.Standing>map(StationRow.Standing.Unusable::new)
                .orElseGet(StationRow.Standing.Reachable::new);
    }

    @Override
    public Subscription onChange(Consumer<List<StationRow>> listener) {
        listeners.add(listener);
        List<StationRow> now;
        synchronized (this) {
            now = rows == null ? List.of() : rows;
        }
        listener.accept(now);
        return () -> listeners.remove(listener);
    }

    @Override
    public void refresh() {
        finder.refresh();
    }

    @Override
    public CompletableFuture<Outcome<StationId>> add(HostPort address) {
        CompletableFuture<Outcome<StationId>> waiting = new CompletableFuture<Outcome<StationId>>()
                .completeOnTimeout(
                        Outcome.failed(
                                ProblemCode.NO_ANSWER, address.toString(), Long.toString(ADDING_PATIENCE.toSeconds())),
                        ADDING_PATIENCE.toMillis(),
                        TimeUnit.MILLISECONDS);
        synchronized (this) {
            adding.put(address, waiting);
            found.stream().filter(f -> f.at().equals(address)).forEach(this::settle);
        }
        finder.typedIn(address);
        return waiting.whenComplete((outcome, failure) -> {
            synchronized (this) {
                adding.remove(address);
            }
        });
    }

    @Override
    public synchronized StationAccess access(StationId id) {
        return open.computeIfAbsent(id, this::open);
    }

    private LinkedStation open(StationId id) {
        HostPort address = found.stream()
                .filter(f -> f.serial().filter(id::equals).isPresent())
                .map(Found::at)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not in the list: " + id));
        StationLink link = new StationLink(
                address, connections.way().apply(address), connections.pins(), connections.environment());
        InstantSource clock = connections.environment().wallClock();
        return new LinkedStation(
                id,
                new LinkedStation.Parts(
                        link,
                        connections.way(),
                        connections.pins(),
                        RebootWatch.real(link, connections.environment()),
                        connections.writer(),
                        clock::instant,
                        now -> draws(id, now)),
                () -> connections.passwords().apply(id),
                door);
    }

    /** Ends the search and logs out of every station. */
    @Override
    public void close() {
        finder.close();
        List<LinkedStation> all;
        synchronized (this) {
            all = new ArrayList<>(open.values());
            open.clear();
        }
        all.forEach(LinkedStation::close);
    }
}
