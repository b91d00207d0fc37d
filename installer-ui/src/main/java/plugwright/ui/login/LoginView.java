package plugwright.ui.login;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plugwright.ui.form.Card;
import plugwright.ui.form.Note;
import plugwright.ui.form.Pill;
import plugwright.ui.form.Wrapping;
import plugwright.ui.text.Texts;

/** Draws the log-in in the place of a station's tabs. */
public final class LoginView extends StackPane {

    private final LoginViewModel model;
    private final Texts texts;
    private final StackPane page = new StackPane();

    public LoginView(LoginViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        page.getStyleClass().add("login");
        // With large text what is said may be longer than the window is high.
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("page-scroll");
        getChildren().add(scroll);
        model.stage().addListener((property, old, now) -> show(now));
        show(model.stage().get());
    }

    private void show(LoginViewModel.Stage stage) {
        List<Node> content =
                switch (stage) {
                    case LoginViewModel.Stage.Closed(int unsaved) -> closed(unsaved);
                    case LoginViewModel.Stage.Wait(String key, var problem) -> waiting(texts.get(key));
                    case LoginViewModel.Stage.Password(var problem) -> password(problem.orElse(""));
                    case LoginViewModel.Stage.Trust(String fingerprint) -> trust(fingerprint);
                    case LoginViewModel.Stage.Changed(String fingerprint, String problem) ->
                        changed(fingerprint, problem);
                    case LoginViewModel.Stage.Held(String problem, var holder, var since) -> List.of(
                            note(Pill.Tone.ATTENTION, held(holder, since), problem),
                            small(since.isEmpty() && holder == LoginViewModel.Holder.SOMEBODY_ELSE
                                    ? texts.get("login.held.unknown")
                                    : ""),
                            row(button("login-again", "login.again", model::again, true)));
                    case LoginViewModel.Stage.Failed(String problem) -> List.of(
                            note(Pill.Tone.ATTENTION, texts.get("login.lost"), problem),
                            row(button("login-again", "login.again", model::again, true)));
                };
        Card card = new Card(texts.get("login.title", model.serial()), "", content.toArray(Node[]::new));
        card.getStyleClass().add("login-card");
        boolean hadFocus = getScene() != null && isInside(getScene().getFocusOwner());
        page.getChildren().setAll(card);
        // Focus is not taken from the list: whoever walks it with the arrow keys stays there.
        if (hadFocus) {
            takeFocus();
        }
    }

    /** Puts the focus where one goes on: to the password, else to the button, else to what tells of the waiting. */
    public void takeFocus() {
        Stream.of("#login-password", ".accent", ".progress-bar")
                .flatMap(wanted -> Optional.ofNullable(page.lookup(wanted)).stream())
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    private List<Node> closed(int unsaved) {
        Button open = button("login-open", "login.go", model::again, true);
        open.setDefaultButton(true);
        return List.of(
                words(texts.get("login.closed")),
                words(unsaved == 0 ? "" : texts.get("login.closed.kept", unsaved)),
                row(open));
    }

    private String held(LoginViewModel.Holder holder, Optional<String> since) {
        return switch (holder) {
            case OURSELVES -> texts.get("login.held.ours");
            case SOMEBODY_ELSE ->
                since.map(s -> texts.get("login.held.since", s)).orElse(texts.get("login.held"));
        };
    }

    private Label small(String text) {
        Label label = words(text);
        label.getStyleClass().addAll("small", "muted");
        return label;
    }

    private boolean isInside(@Nullable Node focused) {
        for (Node node = focused; node != null; node = node.getParent()) {
            if (node.equals(this)) {
                return true;
            }
        }
        return false;
    }

    private List<Node> waiting(String text) {
        Label words = words(text);
        ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setAccessibleText(text);
        bar.setMaxWidth(Double.MAX_VALUE);
        // Who was in here stays in here while there is nothing to do but wait.
        bar.setFocusTraversable(true);
        return List.of(words, bar);
    }

    private List<Node> password(String problem) {
        PasswordField field = new PasswordField();
        field.setId("login-password");
        field.textProperty().bindBidirectional(model.password());
        field.setOnAction(event -> model.logIn());
        Label label = new Label(texts.get("login.password"));
        label.setLabelFor(field);
        field.setAccessibleText(texts.get("login.password"));
        Label help = small(texts.get("login.password.help"));
        VBox entry = new VBox(label, field, help);
        entry.getStyleClass().add("login-entry");
        Button go = button("login-go", "login.go", model::logIn, true);
        go.disableProperty().bind(model.password().isEmpty());
        Node said = note(Pill.Tone.BAD, problem.isEmpty() ? "" : texts.get("login.refused"), problem);
        return List.of(said, entry, row(go));
    }

    private List<Node> trust(String fingerprint) {
        return List.of(
                note(Pill.Tone.ACCENT, texts.get("login.trust"), texts.get("login.trust.help")),
                fingerprint(fingerprint),
                row(
                        button("login-accept", "login.accept", model::accept, true),
                        button("login-cancel", "login.cancel", model::cancel, false)));
    }

    private List<Node> changed(String fingerprint, String problem) {
        CheckBox sure = new CheckBox(texts.get("login.changed.sure"));
        sure.setId("login-replaced-sure");
        sure.setWrapText(true);
        sure.setMinHeight(USE_PREF_SIZE);
        Button replaced = button("login-replaced", "login.replaced", model::accept, false);
        replaced.disableProperty().bind(sure.selectedProperty().not());
        return List.of(
                note(Pill.Tone.BAD, texts.get("login.changed"), problem),
                fingerprint(fingerprint),
                sure,
                row(button("login-cancel", "login.cancel", model::cancel, true), replaced));
    }

    private Node fingerprint(String fingerprint) {
        Label heading = new Label(texts.get("login.fingerprint"));
        heading.getStyleClass().addAll("small", "muted");
        Label value = words(fingerprint);
        value.getStyleClass().addAll("data", "fingerprint");
        return new VBox(heading, value);
    }

    /** Takes no room without a text. */
    private Label words(String text) {
        Label label = new Label(text);
        Wrapping.apply(label);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
        return label;
    }

    private Note note(Pill.Tone tone, String lead, String rest) {
        Note note = new Note(tone);
        note.setId("login-note");
        note.say(lead, rest);
        return note;
    }

    private Button button(String id, String key, Runnable action, boolean accent) {
        Button button = new Button(texts.get(key));
        button.setId(id);
        button.setOnAction(event -> action.run());
        if (accent) {
            button.getStyleClass().add("accent");
        }
        return button;
    }

    private static HBox row(Node... buttons) {
        HBox row = new HBox(buttons);
        row.getStyleClass().add("button-row");
        return row;
    }
}
