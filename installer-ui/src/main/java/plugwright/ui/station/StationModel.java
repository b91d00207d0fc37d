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
import plugwright.settings.Edit;
import plugwright.settings.KeyInstallation;
import plugwright.settings.SaveResult;
import plugwright.settings.WriteOutcome;
import plugwright.ui.form.FieldModel;
import plugwright.ui.form.FormModel;
import plugwright.ui.fx.FxDoor;
import plugwright.ui.fx.Job;
import plugwright.ui.text.Texts;

/** One station while it is open: its link, what it holds, and all edits of all its tabs. FX thread only. */
public final class StationModel implements AutoCloseable {

    private final StationId id;
    private final StationAccess access;
    private final FxDoor door;
    private final Texts texts;
    private final Catalogue catalogue;
    private final InstantSource clock;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<LinkView> link = new ReadOnlyObjectWrapper<>(new LinkView.Closed());
    private final ReadOnlyObjectWrapper<Optional<LinkQuality>> quality = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Map<PropertyId, PropertyValue>> values = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<LastDone> lastDone = new ReadOnlyObjectWrapper<>(new LastDone.Nothing());
    private final ReadOnlyIntegerWrapper unsaved = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(false);
    private final List<TabForm> forms = new ArrayList<>();
    private final Set<PropertyId> wanted = new LinkedHashSet<>();
    private final Subscription subscriptions;
    private final ReadOnlyBooleanWrapper usable = new ReadOnlyBooleanWrapper(false);
    private boolean reloading;
    private boolean saving;
    private boolean readAfterSave;

    /** The last work that a restart of the station belongs to. */
    private Optional<Job<?>> awaiting = Optional.empty();

    /** A field that keeps a Save from being made, and where it is. */
    public record FirstError(String tab, FieldModel field) {}

    /** Where work is seen that takes longer than a moment. */
    public interface Tasks {
        <T> Job<T> track(String title, Job.Tracked<T> work);
    }

    private record TabForm(String tab, FormModel form) {}

    /** A model whose work nobody lists. */
    public StationModel(
            StationId id,
            StationAccess access,
            FxDoor door,
            Texts texts,
            Catalogue catalogue,
            InstantSource clock) {
        this(id, access, door, texts, catalogue, clock, door::track);
    }

    /** @param tasks where the user sees work that takes longer than a moment */
    public StationModel(
            StationId id,
            StationAccess access,
            FxDoor door,
            Texts texts,
            Catalogue catalogue,
            InstantSource clock,
            Tasks tasks) {
        this.id = id;
        this.access = access;
        this.door = door;
        this.texts = texts;
        this.catalogue = catalogue;
        this.clock = clock;
        this.tasks = tasks;
        subscriptions = Subscription.combine(
                access.onLink(state -> door.run(() -> linkIs(state))), access.onQuality(door.latest(q -> quality.set(Optional.of(q)))));
    }

    private void linkIs(LinkView now) {
        boolean was = link.get().isLoggedIn();
        link.set(now);
        usable.set(now.isLoggedIn() && !saving);
        if (now.isLoggedIn() && !was) {
            reload();
        }
    }

    /** Reads again what the open tabs show; edits are kept. During a save, after it: its own values are older. */
    public void reload() {
        readAfterSave |= saving;
        if (saving) {
            return;
        }
        if (wanted.isEmpty() || !link.get().isLoggedIn()) {
            return;
        }
        begin("task.read", StationWork.reading(texts, access.read(List.copyOf(wanted))), outcome -> {
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

    private <T> Job<Outcome<T>> begin(String key, StationWork<T> work, Consumer<Outcome<T>> then) {
        Job<Outcome<T>> job = tasks.track(texts.get(key, id), work);
        door.deliver(job.result(), then);
        return job;
    }

    /** Has properties read, soon when logged in and again after each log-in; all that a tab wants is read together. */
    public void want(List<PropertyId> ids) {
        if (wanted.addAll(ids) && !reloading) {
            reloading = true;
            door.later(() -> {
                reloading = false;
                reload();
            });
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

    /** Writes and reads back; what else the station is asked to do waits until the outcome is known. */
    private void saving(String key, StationWork<SaveResult> work, Consumer<Outcome<SaveResult>> then) {
        saving = true;
        usable.set(false);
        begin(key, work, outcome -> {
            saving = false;
            usable.set(link.get().isLoggedIn());
            then.accept(outcome);
            if (readAfterSave) {
                readAfterSave = false;
                reload();
            }
        });
    }

    /**
     * Writes all edits of all tabs and reads them back; nothing while a save is under way.
     *
     * @return the first field that cannot be saved; then nothing was written
     */
    public Optional<FirstError> save() {
        if (saving) {
            return Optional.empty();
        }
        for (TabForm form : forms) {
            Optional<FieldModel> error = form.form.firstError();
            if (error.isPresent()) {
                error.get().left();
                return Optional.of(new FirstError(form.tab, error.get()));
            }
        }
        List<Edit> edits = forms.stream().flatMap(f -> f.form.edits().stream()).toList();
        if (edits.isEmpty()) {
            lastDone.set(new LastDone.NothingToSave());
            return Optional.empty();
        }
        forms.forEach(f -> f.form.writing());
        lastDone.set(new LastDone.Saving(edits.size()));
        saving("task.save", StationWork.save(texts, course -> access.save(edits, course)), outcome -> {
            saved(outcome, LastDone.Saved::new);
            undoable.set(undoable.get() || isSomethingSent(outcome));
        });
        return Optional.empty();
    }

    private interface Done {
        LastDone of(Instant at, int written, int adjusted, int refused, int needReboot);
    }

    private void saved(Outcome<SaveResult> outcome, Done done) {
        switch (outcome) {
            case Outcome.Failed<SaveResult>(var problem) -> {
                forms.forEach(f -> f.form.notSaved(problem));
                lastDone.set(new LastDone.Failed(problem));
            }
            case Outcome.Ok<SaveResult>(SaveResult result) -> {
                remember(result.outcomes());
                forms.forEach(f -> f.form.saved(result));
                SaveCounts counts = SaveCounts.of(result);
                int taken = counts.written() + counts.adjusted();
                lastDone.set(
                        counts.cancelled() > 0
                                ? new LastDone.SaveCancelled(
                                        clock.instant(), taken, counts.cancelled(), counts.needReboot())
                                : done.of(
                                        clock.instant(),
                                        counts.written(),
                                        counts.adjusted(),
                                        counts.refused(),
                                        counts.needReboot()));
            }
        }
    }

    /** What is not known may have been taken too. */
    private static boolean isSomethingSent(Outcome<SaveResult> outcome) {
        return outcome instanceof Outcome.Ok<SaveResult>(var result)
                && result.outcomes().stream()
                        .anyMatch(o -> !(o instanceof WriteOutcome.Refused || o instanceof WriteOutcome.NotWritten));
    }

    private void remember(List<WriteOutcome> outcomes) {
        Map<PropertyId, PropertyValue> all = new LinkedHashMap<>(values.get());
        for (WriteOutcome outcome : outcomes) {
            if (outcome instanceof WriteOutcome.Written(var property, var value)) {
                all.put(property, value);
            } else if (outcome instanceof WriteOutcome.Adjusted(var property, var asked, var held)) {
                all.put(property, held);
            }
        }
        values.set(Map.copyOf(all));
    }

    /** Writes back what the last save changed; can be tried again where that was not done whole. */
    public void undo() {
        if (saving) {
            return;
        }
        readAfterSave = true;
        saving("task.undo", StationWork.save(texts, access::undo), outcome -> {
            saved(outcome, LastDone.Undone::new);
            undoable.set(!(outcome instanceof Outcome.Ok<SaveResult>(var result) && result.isComplete()));
        });
    }

    /** Forgets all edits. */
    public void revert() {
        forms.forEach(f -> f.form.revert());
    }

    /** Reboots the station and tells when it is back. */
    public void reboot() {
        lastDone.set(new LastDone.Rebooting(clock.instant()));
        awaiting = Optional.of(begin("task.reboot", StationWork.of(texts, access::reboot), outcome -> lastDone.set(
                switch (outcome) {
                    case Outcome.Ok<Long> ignored -> new LastDone.Rebooted(clock.instant());
                    case Outcome.Failed<Long>(var problem) -> new LastDone.Failed(problem);
                })));
    }

    /** Stops waiting for a station that restarts; it comes back, or not, all the same. */
    public void stopWaiting() {
        awaiting.ifPresent(Job::cancel);
    }

    /**
     * Hands over a licence key; the outcome comes back on the FX thread, after the reboot if it was taken.
     *
     * @return what can be cancelled
     */
    public Job<?> installKey(String key, Consumer<Outcome<KeyInstallation.Unlocked>> outcome) {
        Job<?> job = begin("task.key", StationWork.of(texts, course -> access.installKey(key, course)), result -> {
            lastDone.set(
                    switch (result) {
                        case Outcome.Ok<KeyInstallation.Unlocked> ignored -> new LastDone.KeyInstalled(clock.instant());
                        case Outcome.Failed<KeyInstallation.Unlocked>(var problem) -> new LastDone.Failed(problem);
                    });
            reload();
            outcome.accept(result);
        });
        awaiting = Optional.of(job);
        return job;
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

    /** Whether the station can be told something: logged in, and no save under way. */
    public ReadOnlyBooleanProperty usable() {
        return usable.getReadOnlyProperty();
    }

    /** Whether a save, or its undoing, is under way. */
    public boolean isSaving() {
        return saving;
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
