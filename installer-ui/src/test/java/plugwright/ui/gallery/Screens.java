package plugwright.ui.gallery;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Dialog;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import plugwright.catalog.Catalogue;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.license.Feature;
import plugwright.license.FeatureSet;
import plugwright.license.LicenceKey;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.session.Fingerprint;
import plugwright.station.site.DemoSites;
import plugwright.ui.app.MadeUpSite;
import plugwright.ui.app.MadeUpStation;
import plugwright.ui.bench.BenchView;
import plugwright.ui.bench.BenchViewModel;
import plugwright.ui.shell.Actions;
import plugwright.ui.shell.Selection;
import plugwright.ui.shell.ShellView;
import plugwright.ui.shell.ShellViewModel;
import plugwright.ui.station.LinkView;
import plugwright.ui.station.SaveAs;
import plugwright.ui.station.balancing.BalancingTab;
import plugwright.ui.station.general.GeneralTab;
import plugwright.ui.station.log.LogTab;
import plugwright.ui.station.monitor.MonitorTab;
import plugwright.ui.station.power.PowerTab;
import plugwright.ui.text.Texts;
import plugwright.ui.theme.Theme;

/** The whole window in the situations worth a picture. */
public enum Screens {
    EMPTY((site, model) -> {}),
    SEARCH((site, model) -> model.nav().search().set("4712")),
    TASKS((site, model) -> {
        logIn(site, model, "general");
        model.tasks().track(model.texts().get("task.save", MadeUpSite.FIRST), new UnderWay(model.texts()));
    }),
    POWER_ABSENT((site, model) -> {
        first(site).without(Known.PROBING_CURRENT).with(Known.SOCKET_COUNT, PropertyValue.of(1L));
        logIn(site, model, "power");
    }),
    UNUSABLE((site, model) -> model.selection()
            .set(new Selection(Optional.of(new plugwright.model.StationId("ACE0190077")), "general"))),
    LOGIN((site, model) -> select(model, "general")),
    LOGIN_WRONG_PASSWORD((site, model) -> {
        select(model, "general");
        site.station(MadeUpSite.FIRST).logIn("wrong");
    }),
    LOGIN_TRUST((site, model) -> {
        first(site).thenLinkIs(new LinkView.NewCertificate(fingerprint()));
        select(model, "general");
    }),
    LOGIN_CHANGED((site, model) -> {
        first(site).thenLinkIs(new LinkView.ChangedCertificate(
                fingerprint(), Problem.of(ProblemCode.CERTIFICATE_CHANGED, "10.0.3.21:443")));
        select(model, "general");
    }),
    LOGIN_HELD((site, model) -> {
        first(site).thenLinkIs(new LinkView.HeldByOther(
                Problem.of(ProblemCode.OTHER_SESSION_OPEN, " (laptop of Jan)", "60"), Optional.of(MadeUpSite.NOW)));
        select(model, "general");
    }),
    LOGIN_HELD_UNKNOWN((site, model) -> {
        first(site).thenLinkIs(new LinkView.HeldByOther(
                Problem.of(ProblemCode.OTHER_SESSION_OPEN, "", "60"), Optional.empty()));
        select(model, "general");
    }),
    LOGIN_CLOSED((site, model) -> logIn(site, model, "power")),
    ADD_ADDRESS((site, model) -> {}),
    ADD_ADDRESS_LOOKING((site, model) -> {}),
    ADD_ADDRESS_NO_ANSWER((site, model) -> {}),
    INSTALL((site, model) -> logIn(site, model, "general")),
    INSTALL_WORKING((site, model) -> logIn(site, model, "general")),
    INSTALL_MISTYPED((site, model) -> logIn(site, model, "general")),
    REBOOT_QUESTION((site, model) -> logIn(site, model, "general")),
    LOG_OUT_QUESTION((site, model) -> logIn(site, model, "power")),
    ABOUT((site, model) -> {}),
    GENERAL((site, model) -> logIn(site, model, "general")),
    GENERAL_LICENCE((site, model) -> {
        first(site).with(Known.LICENCE_FEATURES, PropertyValue.of(2L)).with(Known.LICENCE_KEY, PropertyValue.of(licenceKey()));
        logIn(site, model, "general");
    }),
    GENERAL_NO_LICENCE((site, model) -> logIn(site, model, "general")),
    POWER((site, model) -> logIn(site, model, "power")),
    POWER_INSTALLATION((site, model) -> logIn(site, model, "power")),
    POWER_CONNECTOR_1((site, model) -> logIn(site, model, "power")),
    POWER_CONNECTOR_2((site, model) -> logIn(site, model, "power")),
    BALANCING_LOCKED((site, model) -> logIn(site, model, "balancing")),
    BALANCING((site, model) -> {
        first(site).with(Known.LICENCE_FEATURES, PropertyValue.of(2L));
        first(site).with(Known.LOAD_BALANCING_MODE, PropertyValue.of(1L));
        first(site).with(Known.CONNECTOR_1_MAX_CURRENT, PropertyValue.of(32.0));
        first(site).with(Known.CONNECTOR_2_MAX_CURRENT, PropertyValue.of(32.0));
        logIn(site, model, "balancing");
    }),
    REBOOTING((site, model) -> logIn(site, model, "power"), course -> course.seconds(600)),
    MONITOR_LOADING((site, model) -> logIn(site, model, "monitor")),
    MONITOR_FREE((site, model) -> logIn(site, model, "monitor"), course -> course.seconds(40)),
    MONITOR_PROBING((site, model) -> logIn(site, model, "monitor"), LiveCourse::oneProbed),
    MONITOR((site, model) -> logIn(site, model, "monitor"), LiveCourse::twoSharing),
    MONITOR_WAITING((site, model) -> logIn(site, model, "monitor"), LiveCourse::takingTurns),
    MONITOR_APART((site, model) -> logIn(site, model, "monitor"), LiveCourse::onDifferentPhases),
    MONITOR_REAL((site, model) -> logIn(site, model, "monitor"), course -> course.asRealStation().twoSharing()),
    MONITOR_UNMETERED(
            (site, model) -> {
                site.tellsNoCurrent(MadeUpSite.FIRST);
                for (int phase = 0; phase < 3; phase++) {
                    first(site).without(new PropertyId(0x2221, 0xA + phase)).without(new PropertyId(0x3221, 0xA + phase));
                }
                first(site).without(new PropertyId(0x2221, 0x16)).without(new PropertyId(0x3221, 0x16));
                logIn(site, model, "monitor");
            },
            course -> course.asRealStation().withoutMeters().twoSharing()),
    MONITOR_GONE((site, model) -> logIn(site, model, "monitor"), course -> course.twoSharing().lost()),
    MONITOR_PAUSED((site, model) -> logIn(site, model, "monitor"), LiveCourse::twoSharing),
    MONITOR_VOLTAGES((site, model) -> logIn(site, model, "monitor"), LiveCourse::twoSharing),
    MONITOR_STATES((site, model) -> logIn(site, model, "monitor"), LiveCourse::twoSharing),
    MONITOR_COMMUNICATION((site, model) -> logIn(site, model, "monitor"), LiveCourse::twoSharing),
    LOG_EMPTY((site, model) -> logIn(site, model, "log")),
    LOG((site, model) -> {
        MadeUpLog.fill(first(site));
        logIn(site, model, "log");
    }),
    BENCH_FREE((site, model) -> {}),
    BENCH((site, model) -> {}, LiveCourse::twoSharing),
    BENCH_WAITING((site, model) -> {}, LiveCourse::takingTurns),
    LOG_SEARCH((site, model) -> {
        MadeUpLog.fill(first(site));
        logIn(site, model, "log");
    });

    private static String fingerprint() {
        return new Fingerprint("4f1a930c7e22b8d1605a3f94ee0741c68b2df519a3705ce8049b67d23e81ba5f").shown();
    }

    private static String licenceKey() {
        return switch (DemoSites.licenceKey(
                MadeUpSite.FIRST, FeatureSet.of(Feature.STANDARD_LOAD_BALANCING), LocalDate.of(2026, 1, 1))) {
            case Outcome.Ok<LicenceKey>(var key) -> key.text();
            case Outcome.Failed<LicenceKey>(var problem) -> throw new IllegalStateException(problem.toString());
        };
    }

    /** One symbol of the fifth group is another. */
    private static String mistypedKey() {
        String key = licenceKey();
        int at = 4 * (key.indexOf('-') + 1);
        return key.substring(0, at) + (key.charAt(at) == '7' ? '4' : '7') + key.substring(at + 1);
    }

    private final BiConsumer<MadeUpSite, ShellViewModel> situation;

    private final Consumer<LiveCourse> course;

    Screens(BiConsumer<MadeUpSite, ShellViewModel> situation) {
        this(situation, course -> {});
    }

    Screens(BiConsumer<MadeUpSite, ShellViewModel> situation, Consumer<LiveCourse> course) {
        this.situation = situation;
        this.course = course;
    }

    private static MadeUpStation first(MadeUpSite site) {
        return site.station(MadeUpSite.FIRST);
    }

    private static void select(ShellViewModel model, String tab) {
        model.selection().set(new Selection(Optional.of(MadeUpSite.FIRST), tab));
    }

    private static void logIn(MadeUpSite site, ShellViewModel model, String tab) {
        select(model, tab);
        first(site).logIn(MadeUpStation.PASSWORD);
    }

    /** The window's content in this situation; on the FX thread. */
    public Parent build(Texts texts, Theme theme) {
        MadeUpSite site = MadeUpSite.full();
        SameThread thread = new SameThread();
        LiveCourse live = new LiveCourse(first(site), thread);
        ShellViewModel model = new ShellViewModel(
                site, thread.itsDoor(), texts, Catalogue.shipped(), live.clock(), "general");
        Actions.Dialogs dialogs = new Actions.Dialogs(theme, texts, Screens::seen);
        ShellView view = new ShellView(
                model,
                theme,
                dialogs,
                List.of(GeneralTab.tab(), PowerTab.tab(), BalancingTab.tab(), MonitorTab.tab(nowhere()), LogTab.tab(nowhere())),
                List.of(),
                () -> {});
        view.setUserData(site);
        view.sceneProperty().flatMap(Scene::windowProperty).subscribe(window -> Optional.ofNullable(window).ifPresent(dialogs::over));
        situation.accept(site, model);
        if (name().startsWith("BENCH")) {
            view.showPage(new BenchView(new BenchViewModel(live.bench(), thread.itsDoor()), texts));
        }
        course.accept(live);
        if (this == REBOOTING) {
            model.current().get().orElseThrow().reboot();
        }
        return view;
    }

    /** Nobody answers in a picture. */
    private static <T> Optional<T> seen(Dialog<T> dialog) {
        dialog.show();
        return Optional.empty();
    }

    private static SaveAs nowhere() {
        return new SaveAs((owner, name) -> Optional.empty());
    }

    /** Presses and types what the picture shall show; after the scene was shown. */
    public void play(Scene scene) {
        switch (this) {
            case POWER -> {
                input(scene, "power-station-max-editor").setText("25");
                ((javafx.scene.control.Button) scene.lookup("#header-save")).fire();
                menu(scene, 3);
                input(scene, "power-chameleon-editor").setText("10");
            }
            case BALANCING -> {
                ((javafx.scene.control.CheckBox) scene.lookup("#balancing-slb-editor")).setSelected(false);
                input(scene, "balancing-period-editor").setText("20");
                ((javafx.scene.control.Button) scene.lookup("#header-save")).fire();
            }
            case TASKS -> press(scene, "#status-tasks");
            case POWER_ABSENT, POWER_CONNECTOR_2 -> menu(scene, 2);
            case GENERAL_LICENCE, GENERAL_NO_LICENCE, POWER_CONNECTOR_1 -> menu(scene, 1);
            case LOGIN_CLOSED -> {
                input(scene, "power-station-max-editor").setText("25");
                first((MadeUpSite) scene.getRoot().getUserData()).logOut();
            }
            case LOG_OUT_QUESTION -> {
                input(scene, "power-station-max-editor").setText("25");
                choose(scene, "menu.log-out");
            }
            case REBOOT_QUESTION -> choose(scene, "menu.reboot");
            case ABOUT -> choose(scene, "menu.about");
            case ADD_ADDRESS -> choose(scene, "menu.add");
            case ADD_ADDRESS_LOOKING -> answer(scene, "menu.add", "add-address", MadeUpSite.SLOW, "add-go");
            case ADD_ADDRESS_NO_ANSWER -> answer(scene, "menu.add", "add-address", "10.0.3.44", "add-go");
            case INSTALL -> choose(scene, "menu.install");
            case INSTALL_WORKING -> answer(scene, "menu.install", "install-key", licenceKey(), "install-ok");
            case INSTALL_MISTYPED -> answer(scene, "menu.install", "install-key", mistypedKey(), "install-ok");
            case MONITOR_PAUSED -> press(scene, "#monitor-pause");
            case MONITOR_VOLTAGES -> press(scene, "#monitor-voltages");
            case MONITOR_STATES -> press(scene, "#monitor-states");
            case MONITOR_COMMUNICATION -> press(scene, "#monitor-communication");
            case LOG_SEARCH -> {
                input(scene, "log-filter").setText("socket");
                input(scene, "log-search").setText("charging");
                press(scene, "#log-previous");
            }
            default -> {}
        }
    }

    /** Chooses an entry of the menu bar. */
    private static void choose(Scene scene, String id) {
        ((MenuBar) scene.lookup("#menu-bar")).getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .forEach(MenuItem::fire);
    }

    /** Opens a dialog, fills its field in and presses its button. */
    private static void answer(Scene scene, String menu, String field, String text, String button) {
        choose(scene, menu);
        for (Scene dialog : Pictures.dialogsOver(scene)) {
            dialog.getRoot().applyCss();
            dialog.getRoot().layout();
            ((TextInputControl) dialog.lookup("#" + field)).setText(text);
            press(dialog, "#" + button);
        }
    }

    private static void press(Scene scene, String selector) {
        ((javafx.scene.control.ButtonBase) scene.lookup(selector)).fire();
    }

    private static javafx.scene.control.TextField input(Scene scene, String id) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return (javafx.scene.control.TextField) scene.lookup("#" + id);
    }

    private static void menu(Scene scene, int index) {
        ((ListView<?>) scene.lookup(".section-menu")).getSelectionModel().select(index);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    /** File name of its picture. */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
