package plugwright.ui.form;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import plugwright.catalog.PropertyValue;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.settings.Edit;
import plugwright.settings.WriteOutcome;
import plugwright.ui.text.Formats;

/** One field: what was entered, what the station holds, and where the two stand. FX thread only. */
public final class FieldModel {

    private final FieldSpec spec;
    private final Formats formats;
    private final StringProperty input = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<PropertyValue>> station =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<FieldState> state = new ReadOnlyObjectWrapper<>(new FieldState.NotRead());
    private final ReadOnlyObjectWrapper<Validation> validation = new ReadOnlyObjectWrapper<>(new Validation.Valid());
    private final ReadOnlyBooleanWrapper messageShown = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper lockKey = new ReadOnlyStringWrapper("");
    private boolean loading;
    private boolean editedBeforeAbsent;

    public FieldModel(FieldSpec spec, Formats formats) {
        this.spec = spec;
        this.formats = formats;
        input.addListener((property, old, now) -> entered());
    }

    private void entered() {
        if (loading) {
            return;
        }
        validation.set(FieldRules.validate(spec, input.get(), station.get(), formats));
        messageShown.set(messageShown.get() && validation.get().isInvalid());
        station.get().ifPresent(held -> state.set(
                FieldRules.same(spec, input.get(), held, formats) ? new FieldState.Unchanged() : new FieldState.Edited()));
    }

    /** The station's value as read; an edit that is not saved is kept, and one on its way awaits its own outcome. */
    public void load(PropertyValue held) {
        if (state.get() instanceof FieldState.Writing) {
            station.set(Optional.of(held));
            return;
        }
        boolean keep = state.get().isUnsaved() || editedBeforeAbsent;
        editedBeforeAbsent = false;
        station.set(Optional.of(held));
        if (keep) {
            entered();
        } else {
            showStation();
            state.set(new FieldState.Unchanged());
        }
    }

    /** The station was read and does not have it; an edit comes back with the property. */
    public void absent() {
        if (state.get() instanceof FieldState.Writing) {
            return;
        }
        editedBeforeAbsent |= state.get().isUnsaved();
        state.set(new FieldState.Absent());
    }

    /** Back to what the station holds. */
    public void revert() {
        editedBeforeAbsent = false;
        if (station.get().isPresent()) {
            showStation();
            state.set(new FieldState.Unchanged());
        }
    }

    private void showStation() {
        loading = true;
        input.set(station.get().map(v -> FieldRules.show(spec, v, formats)).orElse(""));
        loading = false;
        validation.set(new Validation.Valid());
        messageShown.set(false);
    }

    /** The user left the field: now is the time to say what is wrong with it. */
    public void left() {
        messageShown.set(state.get().isUnsaved());
    }

    /** What a Save would write; empty if nothing changed or it cannot be written. */
    public Optional<Edit> edit() {
        if (!state.get().isUnsaved()
                || !(FieldRules.read(spec, input.get(), station.get(), formats)
                        instanceof Outcome.Ok<PropertyValue>(var value))) {
            return Optional.empty();
        }
        return Optional.of(
                spec.editor() instanceof Editor.Box(long mask)
                        ? new Edit.ReplaceBits(spec.property().id(), mask, (long) value.number())
                        : new Edit.Replace(spec.property().id(), value));
    }

    /** The edit is on its way. */
    public void writing() {
        state.set(new FieldState.Writing());
    }

    /** The whole save did not begin; the edit is kept. */
    public void notSaved(Problem problem) {
        state.set(new FieldState.NotWritten(problem));
    }

    /** What became of it. */
    public void saved(WriteOutcome outcome) {
        switch (outcome) {
            case WriteOutcome.Written(var id, PropertyValue value) -> {
                station.set(Optional.of(value));
                showStation();
                state.set(new FieldState.Written());
            }
            case WriteOutcome.Adjusted(var id, PropertyValue asked, PropertyValue held) -> {
                station.set(Optional.of(held));
                showStation();
                state.set(new FieldState.Adjusted(asked));
            }
            case WriteOutcome.SentUnseen sent -> {
                showStation();
                state.set(new FieldState.Written());
            }
            case WriteOutcome.Refused(var id, var asked, var problem) -> state.set(new FieldState.Refused(problem));
            case WriteOutcome.NotWritten(var id, var asked, var problem) -> state.set(
                    problem.code() == ProblemCode.WRITE_CANCELLED
                            ? new FieldState.Edited()
                            : new FieldState.NotWritten(problem));
            case WriteOutcome.Lost(var id, var asked, var problem) -> state.set(new FieldState.Lost(problem));
        }
    }

    /**
     * Locks or unlocks the field.
     *
     * @param reasonKey key of the text that says why it is locked, empty for open
     */
    public void lock(String reasonKey) {
        lockKey.set(reasonKey);
    }

    public FieldSpec spec() {
        return spec;
    }

    /** As it stands in the editor. */
    public StringProperty input() {
        return input;
    }

    /** What the station holds; empty until read. */
    public ReadOnlyObjectProperty<Optional<PropertyValue>> station() {
        return station.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<FieldState> state() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Validation> validation() {
        return validation.getReadOnlyProperty();
    }

    /** Whether the message about the input is due. */
    public ReadOnlyBooleanProperty messageShown() {
        return messageShown.getReadOnlyProperty();
    }

    /** Why it is locked; empty if it is not. */
    public ReadOnlyStringProperty lockKey() {
        return lockKey.getReadOnlyProperty();
    }
}
