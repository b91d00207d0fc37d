package plugwright.ui.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import plugwright.ui.login.LoginView;
import plugwright.ui.login.LoginViewModel;
import plugwright.ui.station.LinkView;
import plugwright.ui.station.StationModel;
import plugwright.ui.station.StationTab;

/** The tabs of one station; in their place the log-in until its settings can be used. */
final class StationPane extends StackPane {

    private final StationModel station;
    private final ShellViewModel shell;
    private final List<StationTab> kinds;
    private final TabPane tabs = new TabPane();
    private final Label usualText = new Label();
    private final TabFit fit = new TabFit(tabs, usualText);
    private final Map<String, Tab> byId = new LinkedHashMap<>();
    private final Map<String, StationTab.View> views = new LinkedHashMap<>();
    private final LoginView login;
    private Optional<StationTab.View> attached = Optional.empty();
    private boolean seen;
    private boolean wasLoggedIn;

    StationPane(StationModel station, ShellViewModel shell, List<StationTab> kinds) {
        this.station = station;
        this.shell = shell;
        getStyleClass().add("station-pane");
        tabs.setId("station-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        for (StationTab kind : kinds) {
            Tab tab = new Tab(station.texts().get(kind.titleKey()));
            tab.setId("tab-" + kind.id());
            byId.put(kind.id(), tab);
            tabs.getTabs().add(tab);
            tab.selectedProperty().subscribe(selected -> {
                if (selected && seen) {
                    shell.showTab(kind.id());
                    show(kind);
                }
            });
        }
        this.kinds = kinds;
        login = new LoginView(new LoginViewModel(station), station.texts());
        usualText.setManaged(false);
        getChildren().addAll(usualText, tabs, login);
        station.link().addListener((property, old, now) -> link(now));
        link(station.link().get());
        shell.selection().addListener((property, old, now) -> {
            if (seen) {
                selectTab();
            }
        });
    }

    @Override
    protected void layoutChildren() {
        fit.fit(getWidth() - snappedLeftInset() - snappedRightInset());
        super.layoutChildren();
    }

    /**
     * Whether a link that broke leaves the settings in view: edits are kept and seen. Who logged out sees the log-in,
     * also where the next one does not work.
     */
    private void link(LinkView now) {
        boolean loggedOut = wasLoggedIn && now instanceof LinkView.Closed;
        wasLoggedIn = now.isLoggedIn() || (wasLoggedIn && !loggedOut);
        boolean keep = wasLoggedIn && (now instanceof LinkView.Lost || now instanceof LinkView.Rebooting);
        boolean tabsShown = now.isLoggedIn() || keep;
        tabs.setVisible(tabsShown);
        login.setVisible(!tabsShown);
        if (seen) {
            selectTab();
        }
        if (seen && loggedOut) {
            login.takeFocus();
        }
    }

    private void show(StationTab kind) {
        StationTab.View view = view(kind);
        if (attached.filter(view::equals).isEmpty()) {
            attached.ifPresent(StationTab.View::detach);
            attached = Optional.of(view);
            view.attach();
        }
    }

    private StationTab.View view(StationTab kind) {
        return views.computeIfAbsent(kind.id(), id -> {
            StationTab.View fresh = kind.open(station);
            tab(id).setContent(fresh.node());
            return fresh;
        });
    }

    /** While the log-in is seen, the tab that comes after it is built and dressed, so that it is there at once. */
    private void prepare() {
        if (seen && !tabs.isVisible()) {
            String wanted = shell.selection().get().tab();
            kinds.stream().filter(k -> k.id().equals(wanted)).findFirst().ifPresent(kind -> {
                view(kind);
                station.door().later(tabs::applyCss);
            });
        }
    }

    private Tab tab(String id) {
        return byId.getOrDefault(id, tabs.getTabs().getFirst());
    }

    private void selectTab() {
        if (!tabs.isVisible()) {
            return;
        }
        String wanted = shell.selection().get().tab();
        tabs.getSelectionModel().select(tab(wanted));
        kinds.stream()
                .filter(k -> tab(k.id()).equals(tabs.getSelectionModel().getSelectedItem()))
                .findFirst()
                .ifPresent(this::show);
    }

    /** It is the selected station now. */
    void attach() {
        seen = true;
        selectTab();
        station.door().later(this::prepare);
    }

    /** Another one is. */
    void detach() {
        seen = false;
        attached.ifPresent(StationTab.View::detach);
        attached = Optional.empty();
    }

    /** Brings the field into view that keeps a Save from being made. */
    void reveal(StationModel.FirstError error) {
        shell.showTab(error.tab());
        selectTab();
        Optional.ofNullable(views.get(error.tab())).ifPresent(v -> v.reveal(error.field()));
    }
}
