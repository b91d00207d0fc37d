package plugwright.ui.station.general;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import plugwright.ui.form.Card;
import plugwright.ui.form.FieldModel;
import plugwright.ui.form.FormPage;
import plugwright.ui.form.Pill;
import plugwright.ui.form.Sections;
import plugwright.ui.form.Wrapping;
import plugwright.ui.station.StationTab;
import plugwright.ui.text.Texts;

/** Draws the general tab: identification, licence key. */
final class GeneralView implements StationTab.View {

    private static final String IDENTIFICATION = "identification";
    private static final String LICENCE = "license-key";

    /** A key of our runtime, at the width of a small screen and normal text; with larger text it scrolls. */
    private static final int KEY_LINES = 3;

    private final GeneralViewModel model;
    private final Texts texts;
    private final FormPage identity;
    private final Sections sections;

    GeneralView(GeneralViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        identity = new FormPage(texts.get("general.identification"), "", model.identity(), texts);
        identity.card().getChildren().add(facts());
        sections = new Sections(
                texts.get("general.tab"),
                List.of(
                        new Sections.Section(IDENTIFICATION, texts.get("general.identification"), () -> identity),
                        new Sections.Section(LICENCE, texts.get("general.licence"), this::licence)));
    }

    private Node facts() {
        VBox box = new VBox();
        box.getStyleClass().add("facts");
        model.facts().subscribe(facts -> box.getChildren()
                .setAll(facts.stream().map(f -> fact(texts.get(f.labelKey()), f.value())).toList()));
        return box;
    }

    private static HBox fact(String label, String value) {
        Label name = new Label(label);
        name.getStyleClass().addAll("field-label", "muted");
        Wrapping.apply(name);
        Label data = new Label(value.isEmpty() ? "\u2013" : value);
        data.getStyleClass().addAll("data", "fact-value");
        // As wide as what stands beside an editor, so that values begin where editors do, whatever the room.
        Region rest = new Region();
        rest.getStyleClass().add("fact-rest");
        HBox.setHgrow(rest, Priority.ALWAYS);
        HBox line = new HBox(name, data, rest);
        line.getStyleClass().add("fact");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node licence() {
        VBox features = new VBox();
        features.getStyleClass().add("facts");
        model.features().subscribe(list -> features.getChildren()
                .setAll(list.stream().map(this::feature).toList()));

        TextArea key = new TextArea();
        key.setId("license-key-field");
        key.setEditable(false);
        key.setWrapText(true);
        key.setPrefRowCount(KEY_LINES);
        key.setAccessibleText(texts.get("general.key"));
        key.getStyleClass().add("key-field");
        model.key().subscribe(now -> key.setText(now.orElse("")));
        key.setPromptText(texts.get("general.key.none"));
        Label label = new Label(texts.get("general.key"));
        label.setLabelFor(key);

        Button update = new Button(texts.get("general.update"));
        update.setId("update-license-key");
        update.setDisable(true);
        // A disabled control gets no mouse: the tooltip sits on what is around it.
        StackPane around = new StackPane(update);
        around.setMaxWidth(Region.USE_PREF_SIZE);
        Tooltip.install(around, new Tooltip(texts.get("general.update.why")));
        Label why = new Label(texts.get("general.update.why"));
        why.getStyleClass().addAll("small", "muted");
        Wrapping.apply(why);
        VBox entry = new VBox(label, key);
        entry.getStyleClass().add("key-entry");
        Card card = new Card(
                texts.get("general.licence"), texts.get("general.licence.intro"), features, entry, around, why);
        return card;
    }

    private HBox feature(GeneralViewModel.Feature feature) {
        Label name = new Label(texts.get(feature.textKey()));
        name.getStyleClass().add("field-label");
        Wrapping.apply(name);
        Pill pill =
                switch (feature.unlock()) {
                    case NOT_KNOWN -> new Pill(texts.get("form.state.not-read"), Pill.Tone.NEUTRAL);
                    case LOCKED -> new Pill(texts.get("balancing.pill.locked"), Pill.Tone.NEUTRAL);
                    case UNLOCKED -> new Pill(texts.get("balancing.pill.unlocked"), Pill.Tone.GOOD);
                };
        HBox line = new HBox(name, pill);
        line.getStyleClass().add("fact");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    @Override
    public Node node() {
        return sections;
    }

    @Override
    public void reveal(FieldModel field) {
        sections.show(IDENTIFICATION);
        identity.focus(field);
    }
}
