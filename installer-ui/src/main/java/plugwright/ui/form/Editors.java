package plugwright.ui.form;

import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import plugwright.ui.text.Texts;

/** The control for each kind of editor, bound to its field. */
final class Editors {

    private Editors() {}

    static Control build(FieldModel model, Texts texts) {
        Control control =
                switch (model.spec().editor()) {
                    case Editor.Numeric ignored -> {
                        TextField field = text(model);
                        field.setAlignment(Pos.CENTER_RIGHT);
                        yield field;
                    }
                    case Editor.Text ignored -> words(model);
                    case Editor.Box ignored -> box(model, texts);
                    case Editor.Choice choice -> choice(model, choice, texts);
                };
        control.getStyleClass().add("field-editor");
        control.setId(model.spec().id() + "-editor");
        return control;
    }

    private static TextField text(FieldModel model) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(model.input());
        field.setOnAction(event -> model.left());
        return field;
    }

    /** Names are longer than numbers. */
    private static TextField words(FieldModel model) {
        TextField field = text(model);
        field.getStyleClass().add("words-editor");
        return field;
    }

    private static CheckBox box(FieldModel model, Texts texts) {
        CheckBox box = new CheckBox();
        Runnable show = () -> {
            boolean on = model.input().get().equals(Editor.Box.ON);
            box.setSelected(on);
            box.setText(texts.get(on ? "form.box.on" : "form.box.off"));
        };
        model.input().addListener((property, old, now) -> show.run());
        box.selectedProperty().addListener((property, was, is) -> {
            model.input().set(is ? Editor.Box.ON : Editor.Box.OFF);
            model.left();
        });
        show.run();
        return box;
    }

    private static ComboBox<Editor.Option> choice(FieldModel model, Editor.Choice choice, Texts texts) {
        ComboBox<Editor.Option> combo = new ComboBox<>();
        combo.getItems().setAll(choice.options());
        combo.setConverter(new StringConverter<>() {
            @Override
            public String toString(Editor.Option option) {
                return option == null ? "" : texts.get(option.textKey());
            }

            @Override
            public Editor.Option fromString(String text) {
                throw new UnsupportedOperationException("not editable");
            }
        });
        Runnable show = () -> choice.options().stream()
                .filter(o -> o.value().text().equals(model.input().get()))
                .findFirst()
                .ifPresentOrElse(
                        combo.getSelectionModel()::select, combo.getSelectionModel()::clearSelection);
        model.input().addListener((property, old, now) -> show.run());
        combo.valueProperty().addListener((property, old, now) -> {
            if (now != null && !Objects.equals(now.value().text(), model.input().get())) {
                model.input().set(now.value().text());
                model.left();
            }
        });
        show.run();
        return combo;
    }
}
