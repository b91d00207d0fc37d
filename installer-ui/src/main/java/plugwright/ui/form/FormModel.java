package plugwright.ui.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;

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

    /** What a Save would write; of one property edited in two boxes, both bits. */
    public Map<PropertyId, PropertyValue> edits() {
        Map<PropertyId, PropertyValue> edits = new LinkedHashMap<>();
        for (FieldModel field : fields) {
            field.edit().ifPresent(value -> edits.merge(field.spec().property().id(), value, (before, more) -> {
                if (!(field.spec().editor() instanceof Editor.Box box)) {
                    return more;
                }
                long kept = (long) before.number() & ~box.mask();
                return PropertyValue.of(kept | ((long) more.number() & box.mask()));
            }));
        }
        return edits;
    }

    /** Marks what is on its way. */
    public void writing() {
        fields.stream().filter(f -> f.edit().isPresent()).forEach(FieldModel::writing);
    }

    /** Tells the fields what became of their properties. */
    public void saved(Map<PropertyId, SaveResult> results) {
        for (FieldModel field : fields) {
            SaveResult result = results.get(field.spec().property().id());
            if (result != null && field.state().get() instanceof FieldState.Writing) {
                field.saved(result);
            }
        }
    }

    /** Back to what the station holds, everywhere. */
    public void revert() {
        fields.stream().filter(f -> f.state().get().isUnsaved()).forEach(FieldModel::revert);
    }
}
