package plugwright.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyValue;
import plugwright.license.Feature;
import plugwright.station.site.StationModel;

/** Steps in quotes are those of the guide. */
class CommissioningJourneyTest {

    @TempDir
    Path directory;

    private Bench bench;

    private void open(StationModel model) throws Exception {
        bench = new Bench(model, directory);
    }

    @AfterEach
    void close() {
        if (bench != null) {
            bench.close();
        }
    }

    @Test
    @Tag("INS-1")
    @Tag("LIC-4")
    @Tag("LIC-2")
    void unlocksAFeatureWithATypedKey() throws Exception {
        open(StationModel.smallDouble());
        bench.logIn();
        // LIC-2: locked, with how to unlock it
        bench.click("Load balancing").see("locked").seeText("Device → Install feature(s)");
        assertThat(bench.node("#balancing-slb-editor", CheckBox.class).isDisabled()).isTrue();
        // §2.2.1 "Go to Device in the menu", "Select Install feature(s)"
        bench.click("Device").click("Install feature(s)…");
        // "Fill in the license key and click Ok"
        bench.typeKey("#install-key", bench.licenceKey(Feature.STANDARD_LOAD_BALANCING)).click("Ok");
        // "The charging station will reboot after the update of the license key"
        bench.seeIn("#header-state", "rebooting").seeIn("#header-state", "logged in");
        bench.seeIn("#status", "key installed").see("unlocked");
        // §2.2: "after unlocking a feature, this feature will still need to be configured"
        CheckBox box = bench.node("#balancing-slb-editor", CheckBox.class);
        bench.until("box is open", () -> !box.isDisabled());
        assertThat(box.isSelected()).isFalse();
        bench.click("General").click("License key").see("Standard Load Balancing").see("unlocked");
        assertThat(bench.node("#update-license-key", Button.class).isDisabled()).isTrue();
    }

    @Test
    @Tag("INS-1")
    @Tag("LIC-4")
    void unlocksAFeatureWithAPastedKey() throws Exception {
        open(StationModel.smallDouble());
        bench.logIn();
        String key = bench.licenceKey(Feature.STANDARD_LOAD_BALANCING);
        bench.click("Device").click("Install feature(s)…").paste("#install-key", key);
        assertThat(bench.node("#install-key", TextArea.class).getText()).isEqualTo(key);
        bench.click("Ok").seeIn("#status", "key installed");
        bench.click("General").click("License key").see("Standard Load Balancing").see("unlocked");
    }

    @Test
    @Tag("LIC-4")
    @Tag("LIC-6")
    void aMistypedKeySaysWhichGroupAndChangesNothing() throws Exception {
        open(StationModel.smallDouble());
        bench.logIn();
        String key = bench.licenceKey(Feature.STANDARD_LOAD_BALANCING);
        char first = key.charAt(0);
        bench.click("Device").click("Install feature(s)…");
        bench.typeKey("#install-key", (first == 'A' ? 'B' : 'A') + key.substring(1)).click("Ok");
        bench.seeText("The key was not taken. Nothing has changed.").seeText("group 1").click("Cancel");
        bench.logOut();
        assertThat(bench.held(Known.LICENCE_FEATURES)).isEqualTo(PropertyValue.of(0L));
    }

    @Test
    @Tag("INS-2")
    void setsTheProbingCurrent() throws Exception {
        open(StationModel.smallDouble());
        bench.logIn();
        // §2.5.1 "Go to the Power settings tab and select Car specific"
        bench.click("Power settings").click("Car specific");
        // "Configure the required value (>6A) at Chameleon min current (A)"
        bench.see("Chameleon min current (A)").type("#power-chameleon-editor", "16");
        bench.see("will change").seeIn("#status", "nothing written yet").seeIn("#header-unsaved", "1 unsaved change");
        bench.click("#header-save").seeIn("#status", "read back and equal").see("✓ written");
        bench.logOut();
        assertThat(bench.held(Known.PROBING_CURRENT)).isEqualTo(PropertyValue.of(16.0));
    }

    @Test
    @Tag("INS-3")
    void configuresStandardLoadBalancing() throws Exception {
        open(StationModel.smallDouble());
        bench.logIn();
        bench.click("Device").click("Install feature(s)…");
        bench.paste("#install-key", bench.licenceKey(Feature.STANDARD_LOAD_BALANCING)).click("Ok");
        bench.seeIn("#status", "key installed");
        // §4.3.3 "Select Static balancing … and select the box next to Standard Load Balancing"
        bench.click("Load balancing").click("Static balancing").click("#balancing-slb-editor").see("will change");
        // "Go to the Power settings tab and select Installation. Fill in the Station maximum current."
        bench.click("Power settings").click("Installation").type("#power-station-max-editor", "25");
        // "select Connector 1. Fill in the correct Socket 1 maximum current. Repeat this step for connector 2."
        bench.click("Connector 1").type("#power-connector-1-max-editor", "20");
        bench.click("Connector 2").type("#power-connector-2-max-editor", "20");
        bench.seeIn("#header-unsaved", "4 unsaved changes");
        bench.click("#header-save").seeIn("#status", "read back and equal");
        bench.click("#notice-reboot").seeText("Vehicles stop charging").click("#confirm-go");
        bench.seeIn("#header-state", "rebooting").seeIn("#status", "rebooted, back and logged in");
        bench.logOut();
        assertThat(bench.held(Known.LOAD_BALANCING_MODE)).isEqualTo(PropertyValue.of(1L));
        assertThat(bench.held(Known.STATION_MAX_CURRENT)).isEqualTo(PropertyValue.of(25.0));
        assertThat(bench.held(Known.CONNECTOR_1_MAX_CURRENT)).isEqualTo(PropertyValue.of(20.0));
        assertThat(bench.held(Known.CONNECTOR_2_MAX_CURRENT)).isEqualTo(PropertyValue.of(20.0));
    }

    @Test
    void undoesTheLastSave() throws Exception {
        open(StationModel.smallDouble());
        bench.logIn();
        bench.click("Power settings").click("Installation").type("#power-station-max-editor", "25");
        bench.click("#header-save").seeIn("#status", "read back and equal");
        bench.click("Device").click("Undo last save").seeIn("#status", "last save undone");
        assertThat(bench.node("#power-station-max-editor", TextField.class).getText()).isEqualTo("32.0");
        bench.logOut();
        assertThat(bench.held(Known.STATION_MAX_CURRENT)).isEqualTo(PropertyValue.of(32.0));
    }

    @Test
    @Tag("STA-11")
    void warnsBeforeBalancingIsTurnedOffWhereOneFeederCarriesTwoFullSockets() throws Exception {
        open(StationModel.fullDouble());
        bench.logIn();
        bench.click("Load balancing").see("unlocked");
        CheckBox box = bench.node("#balancing-slb-editor", CheckBox.class);
        bench.until("box is on", box::isSelected);
        bench.click("#balancing-slb-editor").seeText("may draw more than the one feeder");
        bench.click("#balancing-slb-editor");
        bench.until("box is on again", box::isSelected);
    }

    @Test
    void logsInAgainAfterLoggingOutAndFindsItsEditsKept() throws Exception {
        open(StationModel.smallDouble());
        bench.logIn();
        bench.click("Power settings").click("Installation").type("#power-station-max-editor", "25");
        // who thinks better of it stays logged in
        bench.click("Device").click("Log out").seeText("One change is not saved").click("Cancel");
        bench.until("the question is gone", () -> !bench.isThere("#confirm-go"));
        bench.seeIn("#header-state", "logged in").seeIn("#header-unsaved", "1 unsaved change");
        bench.click("Device").click("Log out").click("#confirm-go");
        bench.seeIn("#header-state", "not logged in").seeText("One unsaved change is kept here");
        assertThat(bench.held(Known.STATION_MAX_CURRENT)).isEqualTo(PropertyValue.of(32.0));
        Button again = bench.node("#login-open", Button.class);
        assertThat(again.isDefaultButton()).isTrue();
        bench.until("Log in has the focus", again::isFocused);
        bench.press(KeyCode.ENTER);
        Node password = bench.node("#login-password", Node.class);
        bench.until("the password has the focus", password::isFocused);
        bench.type("#login-password", bench.password()).press(KeyCode.ENTER).see("will change");
        bench.click("#header-save").seeIn("#status", "read back and equal").logOut();
        assertThat(bench.held(Known.STATION_MAX_CURRENT)).isEqualTo(PropertyValue.of(25.0));
    }

    @Test
    void stationWhoseCertificateWasTurnedDownCanBeOpenedAgain() throws Exception {
        open(StationModel.single());
        bench.choose().click("#login-cancel").click("#login-open").see("First time at this station.").click("#login-accept");
        bench.type("#login-password", bench.password()).click("#login-go").seeIn("#header-state", "logged in");
    }

    @Test
    void stationThatIsGoneWhenOneLogsInAgainIsSaidAndTriedAgain() throws Exception {
        open(StationModel.single());
        bench.logIn().logOut();
        bench.pullNetworkCable();
        bench.click("#login-open").see("The station does not answer.");
        bench.plugNetworkCable();
        bench.click("Try again").type("#login-password", bench.password()).click("#login-go").seeIn("#header-state", "logged in");
    }

    @Test
    void valueOutOfRangeIsSaidAndNothingIsWritten() throws Exception {
        open(StationModel.smallDouble());
        bench.logIn();
        bench.click("Power settings").click("Connector 1").type("#power-connector-1-max-editor", "20");
        bench.click("Installation").type("#power-station-max-editor", "99");
        bench.click("General").click("#header-save");
        // Save jumps to the first error
        bench.seeText("99 is out of range: 0 to 64 A").seeText("PW-201");
        Node field = bench.node("#power-station-max-editor", TextField.class);
        bench.until("field has the focus", field::isFocused);
        bench.seeIn("#header-unsaved", "2 unsaved changes").click("Device").click("Log out").click("#confirm-go");
        bench.seeIn("#header-state", "not logged in");
        assertThat(bench.held(Known.CONNECTOR_1_MAX_CURRENT)).isEqualTo(PropertyValue.of(16.0));
    }

    @Test
    void wrongPasswordIsSaidAndCanBeCorrected() throws Exception {
        open(StationModel.single());
        bench.choose().click("#login-accept").type("#login-password", "wrong").click("#login-go");
        bench.seeText("does not accept this password").seeText("PW-101");
        bench.type("#login-password", bench.password()).click("#login-go").seeIn("#header-state", "logged in");
    }

    @Test
    void sessionOfSomebodyElseIsSaidAndTriedAgain() throws Exception {
        open(StationModel.single());
        var other = bench.loggedInElsewhere();
        bench.choose().click("#login-accept").type("#login-password", bench.password()).click("#login-go");
        bench.seeText("Somebody else is logged in to this station since").seeText("(Somebody else)");
        bench.seeText("silent for 60 seconds").seeText("PW-102");
        other.close();
        bench.click("Try again").type("#login-password", bench.password()).click("#login-go").seeIn("#header-state", "logged in");
    }

    @Test
    void changedCertificateIsRefusedUntilTheUserSaysThatTheStationWasReplaced() throws Exception {
        open(StationModel.single());
        bench.acceptedAnotherCertificateBefore();
        bench.choose().see("This is not the certificate that was accepted before.").seeText("PW-103");
        assertThat(bench.node("#login-replaced", Button.class).isDisabled()).isTrue();
        bench.click("#login-replaced-sure").click("Station was replaced");
        bench.type("#login-password", bench.password()).click("#login-go").seeIn("#header-state", "logged in");
    }
}
