package plugwright.ui.nav;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import plugwright.model.HostPort;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;
import plugwright.ui.fx.FxDoor;
import plugwright.ui.station.LinkView;
import plugwright.ui.station.StationRow;

/** Decides what the tree shows, and keeps what is selected in it. FX thread only. */
public final class NavViewModel {

    private final Stations stations;
    private final FxDoor door;
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<Optional<StationId>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Branch>> tree = new ReadOnlyObjectWrapper<>(List.of());
    private final Map<StationId, LinkView> links = new HashMap<>();
    private List<StationRow> rows = List.of();

    /** A heading with what is below it. */
    public record Branch(NavItem.Group group, List<NavItem.Station> stations) {
        public Branch {
            stations = List.copyOf(stations);
        }
    }

    public NavViewModel(Stations stations, FxDoor door) {
        this.stations = stations;
        this.door = door;
        search.addListener((property, old, now) -> rebuild());
        stations.onChange(door.latest(list -> {
            rows = list;
            rebuild();
        }));
    }

    /** Tells where the link to a station stands. */
    public void linkIs(StationId id, LinkView link) {
        links.put(id, link);
        rebuild();
    }

    private void rebuild() {
        List<NavItem.Station> usable = new ArrayList<>();
        List<NavItem.Station> unusable = new ArrayList<>();
        rows.stream().filter(this::found).sorted(Comparator.comparing(StationRow::id)).forEach(row -> {
            NavItem.Station item = new NavItem.Station(row, state(row));
            (row.standing() instanceof StationRow.Standing.Unusable ? unusable : usable).add(item);
        });
        List<Branch> branches = new ArrayList<>();
        if (!usable.isEmpty()) {
            branches.add(new Branch(new NavItem.Group("nav.single", usable.size()), usable));
        }
        if (!unusable.isEmpty()) {
            branches.add(new Branch(new NavItem.Group("nav.unusable", unusable.size()), unusable));
        }
        tree.set(List.copyOf(branches));
    }

    private boolean found(StationRow row) {
        String wanted = search.get().strip().toLowerCase(Locale.ROOT);
        return (row.id() + " " + row.address() + " " + row.model() + " " + row.firmware())
                .toLowerCase(Locale.ROOT)
                .contains(wanted);
    }

    private NavItem.State state(StationRow row) {
        return switch (row.standing()) {
            case StationRow.Standing.Gone ignored -> NavItem.State.GONE;
            case StationRow.Standing.Unusable ignored -> NavItem.State.UNUSABLE;
            case StationRow.Standing.Reachable ignored ->
                switch (links.getOrDefault(row.id(), new LinkView.Closed())) {
                    case LinkView.Closed c -> NavItem.State.READY;
                    case LinkView.NewCertificate c -> NavItem.State.READY;
                    case LinkView.LoggedOut c -> NavItem.State.READY;
                    case LinkView.Connecting c -> NavItem.State.CONNECTING;
                    case LinkView.ChangedCertificate c -> NavItem.State.CERTIFICATE_CHANGED;
                    case LinkView.HeldByOther c -> NavItem.State.IN_USE_ELSEWHERE;
                    case LinkView.LoggedIn c ->
                        row.charging().orElse(0) > 0 ? NavItem.State.CHARGING : NavItem.State.LOGGED_IN;
                    case LinkView.Lost c -> NavItem.State.LOST;
                    case LinkView.Rebooting c -> NavItem.State.REBOOTING;
                };
        };
    }

    /** Key of the word for a state; of a station that cannot be used it is the reason, where there is a short one. */
    static String wordKey(StationRow row, NavItem.State state, Predicate<String> isThere) {
        if (row.standing() instanceof StationRow.Standing.Unusable(var problem)) {
            String reason = state.textKey() + "." + problem.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return isThere.test(reason) ? reason : state.textKey();
        }
        return state.textKey();
    }

    /** What is known of a station. */
    public Optional<StationRow> row(StationId id) {
        return rows.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    public void refresh() {
        stations.refresh();
    }

    /**
     * Adds a station by what was typed; the found one is selected.
     *
     * @param whenDone gets the problem, or nothing when it worked; on the FX thread
     */
    public void add(String typed, java.util.function.Consumer<Outcome<StationId>> whenDone) {
        Optional<HostPort> address = HostPort.parse(typed, HostPort.STATION_API_PORT);
        if (address.isEmpty()) {
            whenDone.accept(Outcome.failed(ProblemCode.NOT_AN_ADDRESS, typed));
            return;
        }
        door.deliver(stations.add(address.get()), outcome -> {
            if (outcome instanceof Outcome.Ok<StationId>(StationId id)) {
                selected.set(Optional.of(id));
            }
            whenDone.accept(outcome);
        });
    }

    public StringProperty search() {
        return search;
    }

    public ReadOnlyObjectProperty<List<Branch>> tree() {
        return tree.getReadOnlyProperty();
    }

    public ObjectProperty<Optional<StationId>> selected() {
        return selected;
    }
}
