package plugwright.ui.gallery;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import plugwright.catalog.Catalogue;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.settings.WriteOutcome;
import plugwright.ui.form.Card;
import plugwright.ui.form.Editor;
import plugwright.ui.form.FieldModel;
import plugwright.ui.form.FieldRow;
import plugwright.ui.form.FieldSpec;
import plugwright.ui.form.Note;
import plugwright.ui.form.Pill;
import plugwright.ui.text.Texts;

/** All controls of ours in all their states on one page. */
public final class Gallery {

    private static final Catalogue CATALOGUE = Catalogue.shipped();

    private static final PropertyId ID = Known.STATION_MAX_CURRENT;

    private Gallery() {}

    /** The page. */
    public static Parent page(Texts texts) {
        Card fields = new Card(texts.get("power.installation"), texts.get("power.installation.intro"));
        fields.pill().show(texts.get("form.state.written"), Pill.Tone.GOOD);
        FieldModel notRead = ampere(texts);
        FieldModel unchanged = read(ampere(texts));
        FieldModel edited = read(ampere(texts));
        edited.input().set("25");
        FieldModel wrong = read(ampere(texts));
        wrong.input().set("99");
        wrong.left();
        FieldModel refused = read(ampere(texts));
        refused.input().set("40");
        refused.saved(new WriteOutcome.Refused(ID, PropertyValue.of(40.0), Problem.of(ProblemCode.REFUSED_BY_STATION, "2062_0", "40", "32")));
        FieldModel lost = read(ampere(texts));
        lost.input().set("24");
        lost.saved(new WriteOutcome.Lost(ID, PropertyValue.of(24.0), Problem.of(ProblemCode.WRITE_LOST, "2062_0")));
        FieldModel adjusted = read(ampere(texts));
        adjusted.saved(new WriteOutcome.Adjusted(ID, PropertyValue.of(40.0), PropertyValue.of(32.0)));
        FieldModel written = read(ampere(texts));
        written.saved(new WriteOutcome.Written(ID, PropertyValue.of(25.0)));
        FieldModel writing = read(ampere(texts));
        writing.writing();
        VBox left = new VBox(12, fields);
        for (FieldModel m : List.of(notRead, unchanged, edited, wrong, refused, lost, adjusted, written, writing)) {
            fields.getChildren().add(new FieldRow(m, texts));
        }

        Card others = new Card(texts.get("balancing.static"), "");
        FieldModel box = new FieldModel(
                FieldSpec.box("balancing.slb", CATALOGUE.get(Known.LOAD_BALANCING_MODE), 1), texts.formats());
        box.load(PropertyValue.of(2L));
        box.input().set(Editor.Box.ON);
        FieldModel locked = new FieldModel(
                FieldSpec.box("balancing.slb", CATALOGUE.get(Known.LOAD_BALANCING_MODE), 1), texts.formats());
        locked.load(PropertyValue.of(0L));
        locked.lock("balancing.locked");
        FieldModel text = new FieldModel(
                FieldSpec.text("general.identity", CATALOGUE.get(Known.CHARGE_BOX_IDENTITY)), texts.formats());
        text.load(PropertyValue.of("Garage left"));
        FieldModel caution = new FieldModel(
                FieldSpec.ampere("power.chameleon", CATALOGUE.get(Known.PROBING_CURRENT),
                        (value, station) -> Optional.of("power.chameleon.low")),
                texts.formats());
        caution.load(PropertyValue.of(14.0));
        caution.input().set("10");
        FieldModel choice = new FieldModel(
                new FieldSpec(
                        "balancing.slb",
                        CATALOGUE.get(Known.LOAD_BALANCING_MODE),
                        new Editor.Choice(List.of(
                                new Editor.Option(PropertyValue.of(0L), "form.box.off"),
                                new Editor.Option(PropertyValue.of(1L), "form.box.on"))),
                        List.of()),
                texts.formats());
        choice.load(PropertyValue.of(0L));
        choice.input().set("1");
        for (FieldModel m : List.of(box, locked, text, caution, choice)) {
            others.getChildren().add(new FieldRow(m, texts));
        }
        FlowPane pills = new FlowPane(8, 8);
        for (Pill.Tone tone : Pill.Tone.values()) {
            pills.getChildren().add(new Pill(texts.get("form.needs-reboot"), tone));
        }
        VBox notes = new VBox(8);
        for (Pill.Tone tone : Pill.Tone.values()) {
            Note note = new Note(tone);
            note.say(texts.get("balancing.static"), texts.get("balancing.off-single-feeder"));
            notes.getChildren().add(note);
        }
        VBox right = new VBox(12, others, controls(texts), pills, notes);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        left.setPrefWidth(600);
        right.setPrefWidth(600);
        HBox page = new HBox(14, left, right);
        page.setPadding(new Insets(14));
        return page;
    }

    private static FlowPane controls(Texts texts) {
        Button plain = new Button(texts.get("form.box.off"));
        Button accent = new Button(texts.get("form.box.on"));
        accent.getStyleClass().add("accent");
        Button off = new Button(texts.get("form.box.off"));
        off.setDisable(true);
        CheckBox box = new CheckBox(texts.get("form.box.on"));
        box.setSelected(true);
        TextField field = new TextField();
        field.setPromptText(texts.get("form.state.edited"));
        PasswordField password = new PasswordField();
        password.setText("secret");
        ComboBox<String> combo = new ComboBox<>();
        combo.getItems().add(texts.get("form.box.on"));
        combo.getSelectionModel().select(0);
        ProgressBar bar = new ProgressBar(0.4);
        for (javafx.scene.Node n : List.of(field, password, combo, bar)) {
            n.setAccessibleText(texts.get("form.state.edited"));
        }
        return new FlowPane(8, 8, plain, accent, off, box, field, password, combo, bar);
    }

    private static FieldModel ampere(Texts texts) {
        return new FieldModel(
                FieldSpec.ampere("power.station-max", CATALOGUE.get(Known.STATION_MAX_CURRENT)), texts.formats());
    }

    private static FieldModel read(FieldModel model) {
        model.load(PropertyValue.of(32.0));
        return model;
    }
}
