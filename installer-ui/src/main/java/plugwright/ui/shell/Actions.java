package plugwright.ui.shell;

import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import plugwright.ui.form.Wrapping;
import plugwright.ui.station.StationModel;
import plugwright.ui.text.Texts;
import plugwright.ui.theme.Theme;

/** What menus and buttons do; asks first where it matters, with the verb on the button. */
public final class Actions {

    private final ShellViewModel shell;
    private final Theme theme;
    private final Texts texts;
    private final Dialogs dialogs;

    /** Brings a field into view that keeps a Save from being made. */
    interface Reveal {
        void show(StationModel.FirstError error);
    }

    private Reveal reveal = error -> {};

    Actions(ShellViewModel shell, Theme theme, Dialogs dialogs) {
        this.shell = shell;
        this.theme = theme;
        this.texts = shell.texts();
        this.dialogs = dialogs;
    }

    void revealBy(Reveal how) {
        reveal = how;
    }

    void save() {
        shell.current().get().flatMap(StationModel::save).ifPresent(reveal::show);
    }

    void undo() {
        shell.current().get().ifPresent(StationModel::undo);
    }

    void read() {
        shell.current().get().ifPresent(StationModel::reload);
    }

    void reboot() {
        shell.current().get().ifPresent(station -> {
            int unsaved = station.unsaved().get();
            if (dialogs.confirm(
                    texts.get("reboot.title", station.id()),
                    unsaved == 0 ? texts.get("reboot.text") : texts.get("reboot.text.unsaved", unsaved),
                    texts.get("reboot.go"))) {
                station.reboot();
            }
        });
    }

    void installFeatures() {
        shell.current().get().ifPresent(station -> dialogs.show(new InstallFeatures(station).dialog()));
    }

    /** Asks where edits are not saved; they are kept either way. */
    void logOut() {
        shell.current().get().ifPresent(station -> {
            int unsaved = station.unsaved().get();
            if (unsaved == 0
                    || dialogs.confirm(
                            texts.get("log-out.title", station.id()),
                            texts.get("log-out.text", unsaved),
                            texts.get("log-out.go"))) {
                station.access().logOut();
            }
        });
    }

    void addAddress() {
        dialogs.show(new AddAddress(shell.nav(), texts).dialog());
    }

    void about() {
        dialogs.tell(texts.get("about.title"), texts.get("about.text"));
    }

    /** Asks where edits would be lost, or a save would be left half done. */
    public boolean mayClose() {
        if (shell.isSavingSomewhere()
                && !dialogs.confirm(
                        texts.get("quit.saving.title"), texts.get("quit.saving.text"), texts.get("quit.saving.go"))) {
            return false;
        }
        int unsaved = shell.unsavedEverywhere();
        return unsaved == 0
                || dialogs.confirm(texts.get("quit.title"), texts.get("quit.text", unsaved), texts.get("quit.go"));
    }

    void look(plugwright.ui.theme.Look look) {
        theme.settings().set(theme.settings().get().withLook(look));
    }

    void textBy(int percent) {
        var now = theme.settings().get();
        theme.settings().set(now.withTextPercent(now.textPercent() + percent));
    }

    void textNormal() {
        theme.settings().set(theme.settings().get().withTextPercent(plugwright.ui.theme.UiSettings.DEFAULT.textPercent()));
    }

    Theme theme() {
        return theme;
    }

    /** The window's questions, dressed like the window. */
    public static final class Dialogs {

        private final Theme theme;
        private final Texts texts;
        private final Opening opening;
        private Optional<Window> owner = Optional.empty();

        /** Brings a dialog up. */
        public interface Opening {
            /** @return what was answered, where that is waited for */
            <T> Optional<T> open(Dialog<T> dialog);
        }

        /** Each waits for its answer. */
        public Dialogs(Theme theme, Texts texts) {
            this(theme, texts, Dialog::showAndWait);
        }

        public Dialogs(Theme theme, Texts texts, Opening opening) {
            this.theme = theme;
            this.texts = texts;
            this.opening = opening;
        }

        /** Over which window they appear. */
        public void over(Window window) {
            owner = Optional.of(window);
        }

        <T> Optional<T> show(Dialog<T> dialog) {
            owner.ifPresent(dialog::initOwner);
            theme.apply(dialog.getDialogPane().getScene());
            // As wide as what it says: of buttons made alike the longest would be cut in a longer language.
            dialog.getDialogPane().getButtonTypes().stream()
                    .map(dialog.getDialogPane()::lookupButton)
                    .forEach(button -> ButtonBar.setButtonUniformSize(button, false));
            keepHighEnough(dialog);
            return opening.open(dialog);
        }

        /** JavaFX reckons a dialog's height without its padding, and before styles of what comes into view hold. */
        private static void keepHighEnough(Dialog<?> dialog) {
            DialogPane pane = dialog.getDialogPane();
            pane.getScene().addPostLayoutPulseListener(() -> {
                if (dialog.isShowing() && pane.getContent() instanceof Region content) {
                    double lacking = content.prefHeight(content.getWidth()) - content.getHeight();
                    if (lacking > 1) {
                        dialog.setHeight(dialog.getHeight() + lacking);
                    }
                }
            });
        }

        boolean confirm(String title, String text, String verb) {
            ButtonType go = new ButtonType(verb, ButtonBar.ButtonData.OK_DONE);
            ButtonType cancel = new ButtonType(texts.get("dialog.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
            Alert alert = alert(title, text, go, cancel);
            alert.getDialogPane().lookupButton(go).setId("confirm-go");
            return show(alert).filter(go::equals).isPresent();
        }

        void tell(String title, String text) {
            show(alert(title, text, new ButtonType(texts.get("dialog.ok"), ButtonBar.ButtonData.OK_DONE)));
        }

        private static Alert alert(String title, String text, ButtonType... buttons) {
            Label words = new Label(text);
            Wrapping.apply(words);
            VBox content = new VBox(words);
            content.getStyleClass().add("dialog-entry");
            Alert alert = new Alert(Alert.AlertType.NONE, "", buttons);
            alert.getDialogPane().setContent(content);
            alert.setTitle(title);
            alert.setHeaderText(title);
            alert.getDialogPane().getStyleClass().add("question");
            return alert;
        }
    }
}
