package plugwright.ui.journey;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plugwright.model.Ampere;
import plugwright.model.SocketNumber;
import plugwright.station.sim.VehicleSpec;
import plugwright.station.site.SiteCommand;
import plugwright.station.site.StationModel;
import plugwright.ui.gallery.Pictures;

/** Steps in quotes are those of the guide. */
class MonitoringJourneyTest {

    /** A vehicle draws a little less than it is told; the sum may lack so much, in A. */
    private static final double UNUSED = 1.0;

    @TempDir
    Path directory;

    private Bench bench;
    private Optional<Scene> monitoring = Optional.empty();

    private void open() throws Exception {
        bench = new Bench(StationModel.fullDouble(), directory);
        bench.logIn();
    }

    @AfterEach
    void close() {
        if (bench != null) {
            bench.close();
        }
    }

    private void does(SiteCommand command) {
        Bench.ok(bench.site().command(command));
    }

    /** On the FX thread. */
    private <T extends Node> T shown(String id, Class<T> type) {
        return type.cast(Objects.requireNonNull(monitoring.orElseThrow().lookup(id), id));
    }

    private double value(String id) {
        String text = shown(id, Label.class).getText();
        return text.matches("[0-9.]+") ? Double.parseDouble(text) : -1;
    }

    private void until(String what, java.util.concurrent.Callable<Boolean> condition) {
        bench.until(what, condition);
    }

    @Test
    @Tag("INS-3")
    @Tag("MON-1")
    @Tag("SLB-1")
    void verifiesLoadBalancingInLiveMonitoring() throws Exception {
        open();
        bench.click("Power settings").type("#power-station-max-editor", "20").click("#header-save");
        bench.seeIn("#status", "read back and equal");
        does(new SiteCommand.SetSpeed(60));
        // §4.3.5.1 "Go to the Live monitoring tab and select Currents"
        bench.click("Live monitoring").click("#monitor-currents");
        bench.see("free");
        monitoring = Optional.of(bench.node("#socket-1", Node.class).getScene());
        // one vehicle: after the probing minute it gets the whole station maximum
        does(new SiteCommand.PlugIn(bench.id(), SocketNumber.ONE, VehicleSpec.of(3, Ampere.of(32))));
        until("socket 1 has all", () -> value("#socket-1-told") == 20 && value("#socket-1-L1") >= 20 - UNUSED);
        until("it says why", () -> shown("#socket-1-why", Pane.class)
                .getAccessibleText().contains("tation maximum 20 A"));
        until("socket 2 has nothing", () -> value("#socket-2-told") == 0);
        // a second one: both share, and together reach the station maximum on every phase
        does(new SiteCommand.PlugIn(bench.id(), SocketNumber.TWO, VehicleSpec.of(3, Ampere.of(32))));
        until("both share", () -> value("#socket-1-told") == 10 && value("#socket-2-told") == 10);
        for (String phase : new String[] {"L1", "L2", "L3"}) {
            until("sum on " + phase, () -> {
                double sum = value("#socket-1-" + phase) + value("#socket-2-" + phase);
                return sum >= 20 - UNUSED && sum <= 20;
            });
        }
        bench.seeIn("#station-L1", "/ 20.0 A");
        Bench.onFx(() -> Pictures.take(monitoring.orElseThrow(), "journey-monitoring"));
        // one leaves: the other gets it back
        does(new SiteCommand.Unplug(bench.id(), SocketNumber.ONE));
        until("socket 2 has all", () -> value("#socket-2-told") == 20 && value("#socket-2-L1") >= 20 - UNUSED);
        bench.see("free");
        bench.click("#monitor-communication").see("PWM duty cycle (%)").see("Mode 3 state").seeText("C2 charging");
    }

    @Test
    @Tag("MON-2")
    void followsTheLogOfTheStation() throws Exception {
        open();
        bench.click("Livelog");
        ListView<?> list = bench.node("#log-list", ListView.class);
        until("lines", () -> !list.getItems().isEmpty());
        int before = list.getItems().size();
        does(new SiteCommand.PlugIn(bench.id(), SocketNumber.TWO, VehicleSpec.of(1, Ampere.of(16))));
        until("more lines", () -> list.getItems().size() > before);
        bench.type("#log-filter", "Socket #2");
        until("only lines of socket 2", () -> !list.getItems().isEmpty()
                && list.getItems().stream().allMatch(row -> row.toString().contains("Socket #2")));
        bench.type("#log-search", "main state").click("#log-next");
        until("one is found", () -> list.getSelectionModel().getSelectedIndex() >= 0);
        Bench.onFx(() -> Pictures.take(list.getScene(), "journey-livelog"));
    }
}
