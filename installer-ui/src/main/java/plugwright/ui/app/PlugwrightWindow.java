package plugwright.ui.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import plugwright.ui.bench.BenchSite;
import plugwright.ui.bench.BenchView;
import plugwright.ui.bench.BenchViewModel;
import plugwright.ui.fx.FxDoor;
import plugwright.ui.shell.Actions;
import plugwright.ui.shell.MenuEntry;
import plugwright.ui.shell.ShellView;
import plugwright.ui.shell.ShellViewModel;
import plugwright.ui.station.SaveAs;
import plugwright.ui.station.StationTab;
import plugwright.ui.station.balancing.BalancingTab;
import plugwright.ui.station.general.GeneralTab;
import plugwright.ui.station.log.LogTab;
import plugwright.ui.station.monitor.MonitorTab;
import plugwright.ui.station.power.PowerTab;
import plugwright.ui.text.Texts;
import plugwright.ui.theme.Theme;
import plugwright.ui.theme.UiSettings;
import plugwright.ui.theme.UiSettingsFile;

/** Puts the window together from its services. On the FX thread. */
public final class PlugwrightWindow implements AutoCloseable {

    /** The smallest screen we design for. */
    private static final double WIDTH = 1366;

    private static final double HEIGHT = 768;

    private final Stage stage;
    private final ShellViewModel model;
    private final FxDoor door;
    private final ShellView view;
    private Optional<BenchView> bench = Optional.empty();

    public PlugwrightWindow(Stage stage, Services services, FxDoor door) {
        this.stage = stage;
        this.door = door;
        UiSettingsFile file = new UiSettingsFile(services.settingsFile());
        UiSettings settings = file.load();
        Theme theme = new Theme(settings);
        theme.settings().addListener((property, old, now) -> door.start("", progress -> {
            file.save(now);
            return true;
        }));
        Texts texts = Texts.in(
                settings.language().isEmpty() ? services.locale() : Locale.forLanguageTag(settings.language()));
        model = new ShellViewModel(
                services.stations(), door, texts, services.catalogue(), services.clock(), GeneralTab.ID);
        Actions.Dialogs dialogs = new Actions.Dialogs(theme, texts);
        dialogs.over(stage);
        view = new ShellView(
                model, theme, dialogs, tabs(services.moreTabs()), simulator(services.site()), this::close);
        Scene scene = new Scene(view, WIDTH, HEIGHT);
        theme.apply(scene);
        door.watch(scene);
        stage.setScene(scene);
        stage.setTitle(texts.get("app.name"));
        stage.setOnCloseRequest(event -> {
            if (view.mayClose()) {
                model.close();
            } else {
                event.consume();
            }
        });
    }

    /** The Simulator menu leads to the test bench, where there is a site to show. */
    private List<MenuEntry> simulator(Optional<BenchSite> site) {
        return site.map(s -> BenchView.menuEntry(() -> showBench(s))).stream().toList();
    }

    /** The tabs of a station in their order. A new one is added here, or handed in by the services. */
    private static List<StationTab> tabs(List<StationTab> more) {
        List<StationTab> tabs = new ArrayList<>(List.of(
                new GeneralTab(),
                new PowerTab(),
                new BalancingTab(),
                new MonitorTab(SaveAs.byDialog()),
                new LogTab(SaveAs.byDialog())));
        tabs.addAll(more);
        return tabs;
    }

    public void show() {
        stage.show();
    }

    /** Shows the test bench of a simulated site in the place of the station; always of the same site. */
    public void showBench(BenchSite site) {
        BenchView page = bench.orElseGet(() -> new BenchView(new BenchViewModel(site, door), model.texts()));
        bench = Optional.of(page);
        view.showPage(page);
    }

    /** For tests and figures. */
    public ShellViewModel model() {
        return model;
    }

    public FxDoor door() {
        return door;
    }

    /** As the user closes it: asks where edits would be lost, logs out everywhere, closes the window. */
    @Override
    public void close() {
        stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
    }
}
