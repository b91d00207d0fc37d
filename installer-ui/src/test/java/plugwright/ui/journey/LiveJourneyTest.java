package plugwright.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyValue;
import plugwright.discovery.Source;
import plugwright.model.Outcome;
import plugwright.session.Request;
import plugwright.session.Transport;
import plugwright.station.site.StationModel;

/** What the list tells, and what happens when the station is not what the window expects. */
class LiveJourneyTest {

    @TempDir
    Path directory;

    private final AtomicReference<Bench> opened = new AtomicReference<>();

    private Bench open(StationModel model, UnaryOperator<Transport> around) throws Exception {
        return open(model, around, Set.of());
    }

    private Bench open(StationModel model, UnaryOperator<Transport> around, Set<Source> found) throws Exception {
        opened.set(new Bench(model, directory, around, found));
        return opened.get();
    }

    @AfterEach
    void close() {
        if (opened.get() != null) {
            opened.get().close();
        }
    }

    @Test
    @Tag("DSC-1")
    void stationThatIsSeenByUdpAloneIsInTheListByItselfAndCanBeSetUp() throws Exception {
        Bench bench = open(StationModel.smallDouble(), wire -> wire, Set.of(Source.UDP));
        // others of this machine may be in the list too: all stations are asked on one port
        bench.type("#nav-search", bench.address().toString()).see(bench.serial()).click(bench.serial());
        bench.seeIn("#header-title", bench.serial()).seeIn("#header-facts", bench.address().toString());
        bench.click("#login-accept").type("#login-password", bench.password()).click("#login-go");
        bench.click("Power settings").click("Installation").see("Station maximum current (A)");
        bench.type("#power-station-max-editor", "25").click("#header-save").seeIn("#status", "read back and equal");
        bench.logOut();
        assertThat(bench.held(Known.STATION_MAX_CURRENT)).isEqualTo(PropertyValue.of(25.0));
    }

    @Test
    void theListTellsWhatAStationDrawsWhenAVehicleCharges() throws Exception {
        Bench bench = open(StationModel.single(), wire -> wire);
        bench.logIn().see("0.0 A");
        bench.plugIn();
        bench.see("1 charging").seeIn("#header-state", "1 charging");
        bench.until("a current in the list", () -> !bench.isThere("0.0 A"));
        // one socket: there is no second connector to set
        bench.click("Power settings").see("Connector 1");
        bench.until("no second connector", () -> !bench.isThere("Connector 2"));
        // the search leaves it out, and Esc brings it back
        bench.type("#nav-search", "no such station").see("No station fits this search.");
        bench.press(KeyCode.ESCAPE).see("1 charging");
        assertThat(bench.node("#nav-search", TextField.class).getText()).isEmpty();
        bench.logOut();
        bench.until("nothing is told of a station that is not asked", () -> !bench.isThere("1 charging"));
    }

    @Test
    void propertyThatThisFirmwareDoesNotKnowIsSaidAndOtherEditsAreSaved() throws Exception {
        Bench bench = open(StationModel.smallDouble(), wire -> new BetweenTransport(wire) {
            @Override
            Request onItsWay(Request request) {
                String target = request.target();
                return target.contains("?ids=")
                        ? Request.get(target.replace(",206A_0", "").replace("206A_0,", ""))
                        : request;
            }
        });
        bench.logIn().click("Power settings").click("Installation").type("#power-station-max-editor", "25");
        bench.click("Car specific").see("not on this station").seeText("firmware does not know Chameleon min current (A)");
        assertThat(bench.node("#power-chameleon-editor", TextField.class).isDisabled()).isTrue();
        bench.seeIn("#header-unsaved", "1 unsaved change");
        bench.click("#header-save").seeIn("#status", "read back and equal");
        bench.logOut();
        assertThat(bench.held(Known.STATION_MAX_CURRENT)).isEqualTo(PropertyValue.of(25.0));
    }

    @Test
    void saveCancelledBetweenTwoWritesSaysWhatIsWrittenAndKeepsTheRest() throws Exception {
        CountDownLatch cancelled = new CountDownLatch(1);
        AtomicBoolean armed = new AtomicBoolean();
        Bench bench = open(StationModel.smallDouble(), wire -> new BetweenTransport(wire) {
            @Override
            Request onItsWay(Request request) {
                if (request.target().startsWith("/api/prop")
                        && request.method() == Request.Method.POST
                        && armed.compareAndSet(true, false)) {
                    // Slow enough that somebody can cancel.
                    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> cancelled.getCount() == 0);
                }
                return request;
            }
        });
        bench.logIn().click("Power settings").click("Installation").type("#power-station-max-editor", "25");
        bench.click("Connector 1").type("#power-connector-1-max-editor", "10");
        armed.set(true);
        bench.click("#header-save").click("#status-tasks").seeText("Writing 1 of 2").click("#task-cancel");
        bench.seeText("being cancelled");
        cancelled.countDown();
        bench.seeText("1 of 2 written and read back").seeIn("#status", "cancelled: 1 setting written and read back, 1 not written");
        bench.seeIn("#header-unsaved", "1 unsaved change").click("#status-tasks");
        bench.click("#header-save").seeIn("#status", "read back and equal").logOut();
        assertThat(bench.held(Known.STATION_MAX_CURRENT)).isEqualTo(PropertyValue.of(25.0));
        assertThat(bench.held(Known.CONNECTOR_1_MAX_CURRENT)).isEqualTo(PropertyValue.of(10.0));
    }

    @Test
    void stationThatDoesNotComeBackIsSaidEarlyAndNeedNotBeWaitedFor() throws Exception {
        Bench bench = open(StationModel.smallDouble(), wire -> wire);
        // the first restart teaches how long it takes
        bench.logIn().click("#header-reboot").click("#confirm-go").seeIn("#status", "rebooted, back and logged in");
        bench.click("#header-reboot").click("#confirm-go").seeIn("#header-state", "rebooting");
        bench.pullNetworkCable();
        bench.seeIn("#header-state", "not back yet").seeText("Check that it has power");
        bench.click("#notice-stop-waiting").seeIn("#status", "PW-117").seeIn("#header-state", "connection lost");
        bench.click("#status-tasks").seeText("cancelled").click("#status-tasks");
        // what is said of a station is not said on a page of none
        bench.click("Simulator").click("Test bench").see("Plug network cable in");
        bench.until("no notice of the station", () -> !bench.isThere("#notice"));
        bench.plugNetworkCable();
        bench.click(bench.serial()).seeIn("#header-state", "logged in");
    }

    @Test
    void stationGoneInTheMiddleOfASaveIsSaidAndTheEditIsKeptAndReadAgainWhenItIsBack() throws Exception {
        AtomicBoolean armed = new AtomicBoolean();
        Bench bench = open(StationModel.smallDouble(), wire -> new BetweenTransport(wire) {
            @Override
            Request onItsWay(Request request) {
                if (request.target().startsWith("/api/prop") && request.method() == Request.Method.POST
                        && armed.compareAndSet(true, false)) {
                    opened.get().pullNetworkCable();
                    // Nor on the connection that is open: the write shall surely not arrive.
                    Awaitility.await().until(() -> wire.exchange(Request.get("/api/info")) instanceof Outcome.Failed);
                }
                return request;
            }
        });
        bench.logIn().click("Power settings").click("Installation").type("#power-station-max-editor", "25");
        armed.set(true);
        bench.click("#header-save").seeText("PW-209").seeIn("#header-state", "connection lost");
        bench.seeIn("#header-unsaved", "1 unsaved change");
        assertThat(bench.node("#power-station-max-editor", TextField.class).getText()).isEqualTo("25");
        bench.plugNetworkCable();
        bench.seeIn("#header-state", "logged in").see("will change").seeIn("#header-unsaved", "1 unsaved change");
        bench.click("#header-save").seeIn("#status", "read back and equal").logOut();
        assertThat(bench.held(Known.STATION_MAX_CURRENT)).isEqualTo(PropertyValue.of(25.0));
    }
}
