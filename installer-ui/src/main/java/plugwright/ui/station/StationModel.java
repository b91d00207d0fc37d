package plugwright.ui.station;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import plugwright.catalog.Catalogue;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.Outcome;
import plugwright.model.StationId;
import plugwright.ui.form.FieldModel;
import plugwright.ui.form.FormModel;
import plugwright.ui.form.SaveResult;
import plugwright.ui.fx.FxDoor;
import plugwright.ui.text.Texts;

/** One station while it is open: its link, what it holds, and all edits of all its tabs. FX thread only. */
public final class StationModel implements AutoCloseable {

    private final StationId id;
    private final StationAccess access;
    private final FxDoor door;
    private final Texts texts;
    private final Catalogue catalogue;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<LinkView> link = new ReadOnlyObjectWrapper<>(new LinkView.Closed());
    private final ReadOnlyObjectWrapper<Optional<LinkQuality>> quality = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Map<PropertyId, PropertyValue>> values = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<LastDone> lastDone = new ReadOnlyObjectWrapper<>(new LastDone.Nothing());
    private final ReadOnlyIntegerWrapper unsaved = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(false);
    private final List<TabForm> forms = new ArrayList<>();
    private final Set<PropertyId> wanted = new LinkedHashSet<>();
    private final Subscription subscriptions;

    /** A field that keeps a Save from being made, and where it is. */
    public record FirstError(String tab, FieldModel field) {}

    private record TabForm(String tab, FormModel form) {}

    public StationModel(
            StationId id,
            StationAccess access,
            FxDoor door,
            Texts texts,
            Catalogue catalogue,
            InstantSource clock) {
        this.id = id;
        this.access = access;
        this.door = door;
        this.texts = texts;
        this.catalogue = catalogue;
        this.clock = clock;
        subscriptions = Subscription.combine(
                access.onLink(state -> door.run(() -> linkIs(state))), access.onQuality(door.latest(q -> quality.set(Optional.of(q)))));
    }

    private void linkIs(LinkView now) {
        boolean was = link.get().isLoggedIn();
        link.set(now);
        if (now.isLoggedIn() && !was) {
            reload();
        }
    }

    /** Reads again what the open tabs show; edits are kept. */
    public void reload() {
        if (wanted.isEmpty() || !link.get().isLoggedIn()) {
            return;
        }
        door.deliver(access.read(List.copyOf(wanted)), outcome -> {
            switch (outcome) {
                case Outcome.Ok<Map<PropertyId, PropertyValue>>(var read) -> {
                    Map<PropertyId, PropertyValue> all = new LinkedHashMap<>(values.get());
                    all.putAll(read);
                    values.set(Map.copyOf(all));
                    forms.forEach(f -> f.form.load(all));
                }
                case Outcome.Failed<Map<PropertyId, PropertyValue>>(var problem) ->
                    lastDone.set(new LastDone.Failed(problem));
            }
        });
    }

    /** Has properties read, at once when logged in and again after each log-in. */
    public void want(List<PropertyId> ids) {
        if (wanted.addAll(ids)) {
            reload();
        }
    }

    /** Makes a form of a tab part of Save. */
    public void add(String tab, FormModel form) {
        forms.add(new TabForm(tab, form));
        form.unsaved().addListener((property, old, now) -> count());
        want(form.fields().stream().map(f -> f.spec().property().id()).toList());
    }

    private void count() {
        unsaved.set(forms.stream().mapToInt(f -> f.form.unsaved().get()).sum());
    }

    /**
     * Writes all edits of all tabs and reads them back.
     *
     * @return the first field that cannot be saved; then nothing was written
     */
    public Optional<FirstError> save() {
        for (TabForm form : forms) {
            Optional<FieldModel> error = form.form.firstError();
            if (error.isPresent()) {
                error.get().left();
                return Optional.of(new FirstError(form.tab, error.get()));
            }
        }
        Map<PropertyId, PropertyValue> edits = new LinkedHashMap<>();
        forms.forEach(f -> edits.putAll(f.form.edits()));
        if (edits.isEmpty()) {
            lastDone.set(new LastDone.NothingToSave());
            return Optional.empty();
        }
        forms.forEach(f -> f.form.writing());
        lastDone.set(new LastDone.Saving(edits.size()));
        door.deliver(access.save(edits), results -> saved(results, LastDone.Saved::new));
        return Optional.empty();
    }

    private interface Done {
        LastDone of(Instant at, int written, int adjusted, int refused);
    }

    private void saved(Map<PropertyId, SaveResult> results, Done done) {
        Map<PropertyId, PropertyValue> all = new LinkedHashMap<>(values.get());
        results.forEach((property, result) -> {
            switch (result) {
                case SaveResult.Written(var value) -> all.put(property, value);
                case SaveResult.Adjusted(var asked, var held) -> all.put(property, held);
                case SaveResult.Refused ignored -> {}
                case SaveResult.Lost ignored -> {}
            }
        });
        values.set(Map.copyOf(all));
        forms.forEach(f -> f.form.saved(results));
        int written = count(results, SaveResult.Written.class);
        int adjusted = count(results, SaveResult.Adjusted.class);
        undoable.set(written + adjusted > 0);
        lastDone.set(done.of(clock.instant(), written, adjusted, results.size() - written - adjusted));
    }

    private static int count(Map<PropertyId, SaveResult> results, Class<? extends SaveResult> kind) {
        return (int) results.values().stream().filter(kind::isInstance).count();
    }

    /** Writes back what the last save changed. */
    public void undo() {
        undoable.set(false);
        door.deliver(access.undo(), results -> {
            saved(results, LastDone.Undone::new);
            undoable.set(false);
            reload();
        });
    }

    /** Forgets all edits. */
    public void revert() {
        forms.forEach(f -> f.form.revert());
    }

    /** Reboots the station; what came of it is in the status line and the link's state. */
    public void reboot() {
        door.deliver(access.reboot(), outcome -> lastDone.set(
                switch (outcome) {
                    case Outcome.Ok<Boolean> ignored -> new LastDone.RebootAsked(clock.instant());
                    case Outcome.Failed<Boolean>(var problem) -> new LastDone.Failed(problem);
                }));
    }

    /** Hands over a licence key; the outcome comes back on the FX thread. */
    public void installKey(String key, Consumer<Outcome<String>> outcome) {
        door.deliver(access.installKey(key), result -> {
            lastDone.set(
                    switch (result) {
                        case Outcome.Ok<String> ignored -> new LastDone.KeyInstalled(clock.instant());
                        case Outcome.Failed<String>(var problem) -> new LastDone.Failed(problem);
                    });
            outcome.accept(result);
        });
    }

    public StationId id() {
        return id;
    }

    public StationAccess access() {
        return access;
    }

    public FxDoor door() {
        return door;
    }

    public Texts texts() {
        return texts;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public InstantSource clock() {
        return clock;
    }

    public ReadOnlyObjectProperty<LinkView> link() {
        return link.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<LinkQuality>> quality() {
        return quality.getReadOnlyProperty();
    }

    /** All that was read so far. */
    public ReadOnlyObjectProperty<Map<PropertyId, PropertyValue>> values() {
        return values.getReadOnlyProperty();
    }

    /** What was last done, for the status line. */
    public ReadOnlyObjectProperty<LastDone> lastDone() {
        return lastDone.getReadOnlyProperty();
    }

    /** How many fields hold something that is not on the station. */
    public ReadOnlyIntegerProperty unsaved() {
        return unsaved.getReadOnlyProperty();
    }

    /** Whether there is a save to undo. */
    public ReadOnlyBooleanProperty undoable() {
        return undoable.getReadOnlyProperty();
    }

    /** Lets go of the link's news; the link itself belongs to who opened it. */
    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
