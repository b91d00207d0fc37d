package plugwright.ui.form;

import javafx.scene.control.Label;

/** A word on a ground of its colour: a state that is seen at a glance and still read as a word. */
public final class Pill extends Label {

    /** What the word is about. */
    public enum Tone {
        GOOD,
        ATTENTION,
        BAD,
        ACCENT,
        NEUTRAL
    }

    public Pill(String text, Tone tone) {
        super(text);
        getStyleClass().add("pill");
        setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        tone(tone);
    }

    /** Changes the colour. */
    public void tone(Tone tone) {
        getStyleClass().removeIf(c -> c.startsWith("pill-"));
        getStyleClass().add("pill-" + tone.name().toLowerCase(java.util.Locale.ROOT));
    }

    /** Shows a word; an empty one hides the pill and takes no room. */
    public void show(String text, Tone tone) {
        setText(text);
        tone(tone);
        setVisible(!text.isEmpty());
        setManaged(!text.isEmpty());
    }
}
