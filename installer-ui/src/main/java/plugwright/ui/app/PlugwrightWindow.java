package plugwright.ui.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
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

/** Puts the window together from its services. On the FX thread, but where it says otherwise. */
public final class PlugwrightWindow implements AutoCloseable {

    /** The smallest screen we design for. */
    static final double WIDTH = 1366;

    static final double HEIGHT = 768;

    private final ShellViewModel model;
    private final FxDoor door;
    private final Theme theme;
    private final Actions.Dialogs dialogs;
    private final ShellView view;
    private final Scene scene;
    private Optional<Stage> stage = Optional.empty();
    private Optional<BenchView> bench = Optional.empty();

    /** On any thread, as long as the FX thread does nothing meanwhile. */
    public PlugwrightWindow(Services services, FxDoor door) {
        this.door = door;
        UiSettingsFile file = new UiSettingsFile(services.settingsFile());
        UiSettings settings = file.load();
        theme = new Theme(settings);
        theme.settings().addListener((property, old, now) -> door.start("", progress -> {
            file.save(now);
            return true;
        }));
        Texts texts = Texts.in(
                settings.language().isEmpty() ? services.locale() : Locale.forLanguageTag(settings.language()));
        model = new ShellViewModel(
                services.stations(), door, texts, services.catalogue(), services.clock(), GeneralTab.ID);
        dialogs = new Actions.Dialogs(theme, texts);
        view = new ShellView(
                model, theme, dialogs, tabs(services.moreTabs()), simulator(services.site()), this::close);
        scene = new Scene(view, WIDTH, HEIGHT);
        theme.apply(scene);
    }

    /** Does what takes long the first time, so that no task of the FX thread has to. Called where it was made. */
    public PlugwrightWindow prepared() {
        WarmUp.run(view, theme, model.texts());
        return this;
    }

    /**
     * Shows it on a stage, in steps of which none holds the FX thread up for long.
     *
     * @param shown called when it is shown
     */
    public void showOn(Stage empty, Runnable shown) {
        stage = Optional.of(empty);
        dialogs.over(empty);
        door.watch(scene);
        empty.setTitle(model.texts().get("app.name"));
        empty.setOnCloseRequest(event -> {
            if (view.mayClose()) {
                model.close();
            } else {
                event.consume();
            }
        });
        empty.setScene(scene);
        // The menu bar is made only now that there is a stage.
        door.later(view::applyCss);
        door.later(view::layout);
        // Has what draws pictures loaded, on a picture of nothing.
        door.later(() -> new Scene(new Label(), 1, 1).snapshot(null));
        door.later(() -> {
            empty.show();
            shown.run();
        });
    }

    /** The Simulator menu leads to the test bench, where there is a site to show. */
    private List<MenuEntry> simulator(Optional<BenchSite> site) {
        return site.map(s -> BenchView.menuEntry(() -> showBench(s))).stream().toList();
    }

    /** The tabs of a station in their order. A new one is added here, or handed in by the services. */
    static List<StationTab> tabs(List<StationTab> more) {
        List<StationTab> tabs = new ArrayList<>(List.of(
                GeneralTab.tab(),
                PowerTab.tab(),
                BalancingTab.tab(),
                MonitorTab.tab(SaveAs.byDialog()),
                LogTab.tab(SaveAs.byDialog())));
        tabs.addAll(more);
        return tabs;
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

    /** All that it shows, for tests. */
    Parent root() {
        return view;
    }

    /** As the user closes it: asks where edits would be lost, logs out everywhere, closes the window. */
    @Override
    public void close() {
        stage.ifPresent(s -> s.fireEvent(new WindowEvent(s, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }
}
