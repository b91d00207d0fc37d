package plugwright.ui.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.Problem;
import plugwright.settings.Edit;
import plugwright.settings.SaveResult;

/** The fields of one page. FX thread only. */
public final class FormModel {

    private final List<FieldModel> fields;
    private final ReadOnlyIntegerWrapper unsaved = new ReadOnlyIntegerWrapper(0);

    public FormModel(List<FieldModel> fields) {
        this.fields = List.copyOf(fields);
        this.fields.forEach(f -> f.state().addListener((property, old, now) -> count()));
    }

    private void count() {
        unsaved.set((int) fields.stream().filter(f -> f.state().get().isUnsaved()).count());
    }

    public List<FieldModel> fields() {
        return fields;
    }

    /** How many fields hold something that is not on the station. */
    public ReadOnlyIntegerProperty unsaved() {
        return unsaved.getReadOnlyProperty();
    }

    /** What the station holds, by property. What it does not have is marked so. */
    public void load(Map<PropertyId, PropertyValue> values) {
        for (FieldModel field : fields) {
            Optional.ofNullable(values.get(field.spec().property().id())).ifPresentOrElse(field::load, field::absent);
        }
    }

    /** The first field that cannot be saved. */
    public Optional<FieldModel> firstError() {
        return fields.stream()
                .filter(f -> f.state().get().isUnsaved() && f.validation().get().isInvalid())
                .findFirst();
    }

    /** What a Save would write. */
    public List<Edit> edits() {
        return fields.stream().flatMap(f -> f.edit().stream()).toList();
    }

    /** Marks what is on its way. */
    public void writing() {
        fields.stream().filter(f -> f.edit().isPresent()).forEach(FieldModel::writing);
    }

    /** Tells the fields what became of their properties; one that needed no write is as the station has it. */
    public void saved(SaveResult result) {
        for (FieldModel field : writingNow()) {
            result.outcomes().stream()
                    .filter(o -> o.id().equals(field.spec().property().id()))
                    .findFirst()
                    .ifPresentOrElse(field::saved, field::revert);
        }
    }

    /** The whole save did not begin: all edits are kept. */
    public void notSaved(Problem problem) {
        writingNow().forEach(f -> f.notSaved(problem));
    }

    private List<FieldModel> writingNow() {
        return fields.stream()
                .filter(f -> f.state().get() instanceof FieldState.Writing)
                .toList();
    }

    /** Back to what the station holds, everywhere. */
    public void revert() {
        fields.stream().filter(f -> f.state().get().isUnsaved()).forEach(FieldModel::revert);
    }
}
