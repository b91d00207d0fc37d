package plugwright.ui.form;

import java.util.List;
import javafx.scene.layout.VBox;
import plugwright.ui.text.Texts;

/** A card with the rows of a form. */
public final class FormPage extends VBox {

    private final List<FieldRow> rows;
    private final Card card;

    public FormPage(String title, String intro, FormModel form, Texts texts) {
        rows = form.fields().stream().map(f -> new FieldRow(f, texts)).toList();
        VBox list = new VBox();
        list.getStyleClass().add("form-rows");
        list.getChildren().addAll(rows);
        card = new Card(title, intro, list);
        getStyleClass().add("form-page");
        getChildren().add(card);
    }

    public Card card() {
        return card;
    }

    /** Whether a field is on this page. */
    public boolean holds(FieldModel field) {
        return rows.stream().anyMatch(r -> r.model() == field);
    }

    /** Puts the focus into a field of this page. */
    public void focus(FieldModel field) {
        rows.stream().filter(r -> r.model() == field).findFirst().ifPresent(r -> r.editor().requestFocus());
    }
}
