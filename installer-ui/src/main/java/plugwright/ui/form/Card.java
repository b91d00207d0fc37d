package plugwright.ui.form;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A panel with a title, a word of state beside it and a line that says what it is about. */
public final class Card extends VBox {

    private final Pill pill = new Pill("", Pill.Tone.NEUTRAL);

    /** @param intro one line, empty for none */
    public Card(String title, String intro, Node... content) {
        getStyleClass().add("card");
        Label heading = new Label(title);
        heading.getStyleClass().add("card-title");
        pill.show("", Pill.Tone.NEUTRAL);
        HBox top = new HBox(heading, pill);
        top.getStyleClass().add("card-top");
        top.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(top);
        if (!intro.isEmpty()) {
            Label line = new Label(intro);
            line.getStyleClass().addAll("small", "muted", "card-intro");
            Wrapping.apply(line);
            getChildren().add(line);
        }
        getChildren().addAll(content);
    }

    /** The word beside the title; hidden while empty. */
    public Pill pill() {
        return pill;
    }
}
