package plugwright.ui.form;

import java.util.List;
import plugwright.catalog.Property;

/**
 * What a field is, before it has any value.
 *
 * @param name stem of its text keys: {@code <name>.label}, {@code <name>.help}
 * @param property what it edits: range, unit, whether a change needs a reboot, back-office key
 * @param editor with what
 * @param cautions what may be entered, but deserves a word
 */
public record FieldSpec(String name, Property property, Editor editor, List<Caution> cautions) {

    public FieldSpec {
        cautions = List.copyOf(cautions);
    }

    /** A current or another number with one decimal. */
    public static FieldSpec ampere(String name, Property property, Caution... cautions) {
        return new FieldSpec(name, property, new Editor.Numeric(1), List.of(cautions));
    }

    /** A whole number. */
    public static FieldSpec whole(String name, Property property, Caution... cautions) {
        return new FieldSpec(name, property, new Editor.Numeric(0), List.of(cautions));
    }

    /** A box for one bit. */
    public static FieldSpec box(String name, Property property, long mask, Caution... cautions) {
        return new FieldSpec(name, property, new Editor.Box(mask), List.of(cautions));
    }

    /** Free text. */
    public static FieldSpec text(String name, Property property, Caution... cautions) {
        return new FieldSpec(name, property, new Editor.Text(), List.of(cautions));
    }

    /** Its name as an id of a node: selectors take no dots. */
    public String id() {
        return name.replace('.', '-');
    }

    public String labelKey() {
        return name + ".label";
    }

    public String helpKey() {
        return name + ".help";
    }

    public boolean needsReboot() {
        return property.reboot() == Property.Reboot.NEEDED;
    }
}
