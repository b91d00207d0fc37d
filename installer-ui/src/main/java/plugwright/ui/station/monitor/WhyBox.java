package plugwright.ui.station.monitor;

import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The question and its answer in one run of text, on a ground of its own. */
final class WhyBox extends TextFlow {
    private final Text question = new Text();
    private final Text answer = new Text();

    WhyBox() {
        getStyleClass().add("why");
        question.getStyleClass().add("why-question");
        answer.getStyleClass().add("why-answer");
        getChildren().addAll(question, answer);
        say("", "");
    }

    /** Shows it; with no answer it hides and takes no room. */
    void say(String asked, String answered) {
        question.setText(asked.isEmpty() ? "" : asked + " ");
        answer.setText(answered);
        setAccessibleText(question.getText() + answered);
        setVisible(!answered.isEmpty());
        setManaged(!answered.isEmpty());
    }
}
