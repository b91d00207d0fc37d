package plugwright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import plugwright.catalog.Catalogue;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.ui.app.MadeUpSite;
import plugwright.ui.app.MadeUpStation;
import plugwright.ui.fx.FxDoor;
import plugwright.ui.station.StationModel;
import plugwright.ui.text.Texts;

/** What the dialog says of a key that was not installed, and that it keeps it. */
@Tag("LIC-6")
class InstallFeaturesTest {

    private static final long PATIENCE_MILLIS = 20_000;

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    /** Presses Ok on a key that is none. */
    private static Dialog<Boolean> pressed(MadeUpStation station, String key) {
        Dialog<Boolean> dialog = WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, () -> {
            StationModel model = new StationModel(
                    MadeUpSite.FIRST,
                    station,
                    FxDoor.real(),
                    Texts.in(Locale.ENGLISH),
                    Catalogue.shipped(),
                    InstantSource.fixed(MadeUpSite.NOW));
            Dialog<Boolean> shown = new InstallFeatures(model).dialog();
            shown.show();
            DialogPane pane = shown.getDialogPane();
            ((TextArea) pane.lookup("#install-key")).setText(key);
            ((Button) pane.lookup("#install-ok")).fire();
            return shown;
        });
        WaitForAsyncUtils.waitForFxEvents();
        return dialog;
    }

    private static void hide(Dialog<Boolean> dialog) {
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, dialog::hide);
    }

    @ParameterizedTest
    @CsvSource({
        "KEY_MISTYPED, The key was not taken. Nothing has changed.",
        "REFUSED_BY_STATION, The key was not taken. Nothing has changed.",
        "CONNECTION_LOST, The key did not get to the station. Nothing has changed.",
        "NO_ANSWER, The key did not get to the station. Nothing has changed.",
        "NOT_BACK_AFTER_REBOOT, It is not known whether the station took the key.",
        "WAIT_CANCELLED, It is not known whether the station took the key."
    })
    void saysWhatIsKnownOfTheKeyAndKeepsItWhenItIsNotInstalled(ProblemCode code, String said) {
        Dialog<Boolean> dialog =
                pressed(new MadeUpStation().failsKeys(Problem.of(code, "1", "2", "3")), "ABCD-EF01");
        DialogPane pane = dialog.getDialogPane();
        boolean shown = dialog.isShowing();
        boolean says = pane.lookup("#install-note").lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Label label && label.getText().contains(said));
        String kept = ((TextArea) pane.lookup("#install-key")).getText();
        hide(dialog);
        assertThat(shown).isTrue();
        assertThat(says).isTrue();
        assertThat(kept).isEqualTo("ABCD-EF01");
    }

    @Test
    void closesWhenTheStationRestartsWithTheKey() {
        Dialog<Boolean> dialog = pressed(new MadeUpStation(), "GOOD");
        assertThat(dialog.isShowing()).isFalse();
    }
}
