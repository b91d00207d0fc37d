package plugwright.ui.shell;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import plugwright.catalog.Catalogue;
import plugwright.model.StationId;
import plugwright.ui.fx.FxDoor;
import plugwright.ui.nav.NavViewModel;
import plugwright.ui.nav.Stations;
import plugwright.ui.station.LinkView;
import plugwright.ui.station.StationModel;
import plugwright.ui.station.StationRow;
import plugwright.ui.text.Texts;

/** Decides what the window shows: the selection, and the stations that are open. FX thread only. */
public final class ShellViewModel implements AutoCloseable {

    private final Stations stations;
    private final FxDoor door;
    private final Texts texts;
    private final Catalogue catalogue;
    private final InstantSource clock;
    private final NavViewModel nav;
    private final TaskCentre tasks;
    private final ObjectProperty<Selection> selection;
    private final ReadOnlyObjectWrapper<Optional<StationModel>> current = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<StationRow>> row = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<StationId, StationModel> open = new LinkedHashMap<>();

    /** @param firstTab the tab that is shown at first */
    public ShellViewModel(
            Stations stations, FxDoor door, Texts texts, Catalogue catalogue, InstantSource clock, String firstTab) {
        this.stations = stations;
        this.door = door;
        this.texts = texts;
        this.catalogue = catalogue;
        this.clock = clock;
        nav = new NavViewModel(stations, door);
        tasks = new TaskCentre(door);
        selection = new SimpleObjectProperty<>(new Selection(Optional.empty(), firstTab));
        nav.selected().addListener((property, old, now) -> now.ifPresent(id -> selection.set(selection.get().withStation(id))));
        nav.tree().addListener((property, old, now) -> rowOfSelected());
        selection.addListener((property, old, now) -> selected(now));
    }

    private void selected(Selection now) {
        nav.selected().set(now.station());
        rowOfSelected();
    }

    /** A station that cannot be used is not opened; as soon as it can be, it is. */
    private void rowOfSelected() {
        Optional<StationId> selected = selection.get().station();
        Optional<StationRow> now = selected.flatMap(nav::row);
        boolean unusable = now.filter(r -> r.standing() instanceof StationRow.Standing.Unusable)
                .isPresent();
        row.set(now);
        current.set(selected.filter(id -> !unusable || open.containsKey(id))
                .map(this::opened));
    }

    private StationModel opened(StationId id) {
        StationModel known = open.get(id);
        if (known != null) {
            return known;
        }
        StationModel fresh = new StationModel(id, stations.access(id), door, texts, catalogue, clock, tasks::track);
        open.put(id, fresh);
        fresh.link().addListener((property, old, now) -> nav.linkIs(id, now));
        // Last, since its news come back here at once.
        fresh.access().connect();
        return fresh;
    }

    /** Selects no station. */
    public void leaveStation() {
        selection.set(new Selection(Optional.empty(), selection.get().tab()));
    }

    /** Selects a tab; it is the tab of every station selected later too. */
    public void showTab(String id) {
        selection.set(selection.get().withTab(id));
    }

    /** What the window shows. */
    public ObjectProperty<Selection> selection() {
        return selection;
    }

    /** The open station that is selected. */
    public ReadOnlyObjectProperty<Optional<StationModel>> current() {
        return current.getReadOnlyProperty();
    }

    /** What the network tells of the selected station. */
    public ReadOnlyObjectProperty<Optional<StationRow>> row() {
        return row.getReadOnlyProperty();
    }

    /** Whether the selected station's settings can be used now. */
    public boolean isLoggedIn() {
        return current.get().map(m -> m.link().get()).filter(LinkView::isLoggedIn).isPresent();
    }

    /** How many edits of all open stations are not saved; asked before the window closes. */
    public int unsavedEverywhere() {
        return open.values().stream().mapToInt(m -> m.unsaved().get()).sum();
    }

    /** Whether a save is under way at any open station. */
    public boolean isSavingSomewhere() {
        return open.values().stream().anyMatch(StationModel::isSaving);
    }

    public NavViewModel nav() {
        return nav;
    }

    public TaskCentre tasks() {
        return tasks;
    }

    public Texts texts() {
        return texts;
    }

    /** Logs out of every station. */
    @Override
    public void close() {
        open.values().forEach(m -> {
            m.access().logOut();
            m.close();
        });
        open.clear();
    }
}
