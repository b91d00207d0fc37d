package plugwright.ui.shell;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import plugwright.model.StationId;
import plugwright.session.WorkStep;
import plugwright.ui.form.Note;
import plugwright.ui.form.Pill;
import plugwright.ui.form.Wrapping;
import plugwright.ui.nav.NavView;
import plugwright.ui.station.LastDone;
import plugwright.ui.station.LinkView;
import plugwright.ui.station.StationModel;
import plugwright.ui.station.StationRow;
import plugwright.ui.station.StationTab;
import plugwright.ui.text.Texts;
import plugwright.ui.theme.Theme;

/** The whole window. */
public final class ShellView extends BorderPane {

    private final ShellViewModel model;
    private final Texts texts;
    private final List<StationTab> tabs;
    private final List<MenuEntry> simulator;
    private final StackPane content = new StackPane();
    private final Note banner = new Note(Pill.Tone.ACCENT);
    private final Note notice = new Note(Pill.Tone.ATTENTION);
    private final Map<StationId, StationPane> panes = new HashMap<>();
    private final SimpleBooleanProperty usable = new SimpleBooleanProperty();
    private final SimpleBooleanProperty undoable = new SimpleBooleanProperty();
    private final Actions actions;
    private Optional<StationPane> shown = Optional.empty();
    private Subscription bound = Subscription.EMPTY;

    /**
     * @param tabs of every station, in this order
     * @param simulator entries of the Simulator menu
     * @param quit ends the program
     */
    public ShellView(
            ShellViewModel model,
            Theme theme,
            Actions.Dialogs dialogs,
            List<StationTab> tabs,
            List<MenuEntry> simulator,
            Runnable quit) {
        this.model = model;
        this.texts = model.texts();
        this.tabs = tabs;
        this.simulator = simulator;
        actions = new Actions(model, theme, dialogs);
        actions.revealBy(error -> shown.ifPresent(pane -> pane.reveal(error)));
        getStyleClass().add("shell");

        HeaderView header = new HeaderView(model, actions);
        header.visibleProperty().bind(model.current().map(Optional::isPresent));
        header.managedProperty().bind(header.visibleProperty());
        banner.getStyleClass().add("banner");
        banner.setId("banner");
        notice.getStyleClass().add("notice");
        notice.setId("notice");
        content.getStyleClass().add("content");
        VBox.setVgrow(content, Priority.ALWAYS);
        VBox right = new VBox(header, banner, notice, content);
        NavView nav = new NavView(model.nav(), texts, actions::addAddress);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox frame = new HBox(nav, right);
        frame.getStyleClass().add("frame");

        StatusLine status = new StatusLine(model);
        TaskCentreView tasks = new TaskCentreView(model.tasks(), texts);
        tasks.visibleProperty().bind(status.tasks().selectedProperty());
        StackPane middle = new StackPane(frame, tasks);
        StackPane.setAlignment(tasks, Pos.BOTTOM_RIGHT);
        setTop(new Menus(texts, actions).build(usable, undoable, quit, simulator));
        setCenter(middle);
        setBottom(status);

        model.current().addListener((property, old, now) -> show(now));
        model.row().addListener((property, old, now) -> {
            origin(now);
            if (model.current().get().isEmpty()) {
                show(Optional.empty());
            }
        });
        show(model.current().get());
        origin(model.row().get());
    }

    private void show(Optional<StationModel> station) {
        bound.unsubscribe();
        bound = station.map(s -> Subscription.combine(
                        s.link().subscribe((Consumer<LinkView>) link -> notice(s)),
                        s.lastDone().subscribe((Consumer<LastDone>) done -> notice(s)),
                        s.usable().subscribe((Consumer<Boolean>) usable::set),
                        s.undoable().subscribe((Consumer<Boolean>) undoable::set)))
                .orElse(Subscription.EMPTY);
        if (station.isEmpty()) {
            usable.set(false);
            undoable.set(false);
            notice.actions().getChildren().clear();
            notice.say("", "");
        }
        origin(model.row().get());
        shown.ifPresent(StationPane::detach);
        shown = station.map(s -> panes.computeIfAbsent(s.id(), id -> new StationPane(s, model, tabs)));
        shown.ifPresentOrElse(
                pane -> {
                    content.getChildren().setAll(pane);
                    pane.attach();
                },
                () -> content.getChildren().setAll(notOpened(model.row().get())));
    }

    /** Nothing is chosen, or what is chosen cannot be used: then why, and what to do. */
    private VBox notOpened(Optional<StationRow> row) {
        if (row.isEmpty() || !(row.get().standing() instanceof StationRow.Standing.Unusable(var problem))) {
            return nothingChosen();
        }
        Note why = new Note(Pill.Tone.ATTENTION);
        why.say(texts.get("unusable.title", row.get().id()), texts.problem(problem));
        why.getStyleClass().add("unusable-note");
        VBox box = new VBox(why);
        box.getStyleClass().add("empty-page");
        return box;
    }

    /** Shows a page that is not of a station, until a station is selected again. */
    public void showPage(Node page) {
        model.leaveStation();
        content.getChildren().setAll(page);
    }

    /** Has something in the place of the station while it is played with; for before the window is seen. */
    public void tryOut(Node page, Runnable play) {
        List<Node> before = List.copyOf(content.getChildren());
        content.getChildren().setAll(page);
        play.run();
        content.getChildren().setAll(before);
    }

    private VBox nothingChosen() {
        Label title = new Label(texts.get("empty.title"));
        title.getStyleClass().add("page-title");
        Label text = new Label(texts.get("empty.text"));
        text.getStyleClass().add("muted");
        Wrapping.apply(text);
        VBox box = new VBox(title, text);
        box.getStyleClass().add("empty-page");
        simulator.forEach(entry -> {
            Button open = new Button(texts.get(entry.textKey()));
            open.setId("empty-" + entry.textKey().replace('.', '-'));
            open.setOnAction(event -> entry.action().run());
            box.getChildren().add(open);
        });
        return box;
    }

    private void notice(StationModel station) {
        LinkView link = station.link().get();
        notice.actions().getChildren().clear();
        switch (link) {
            case LinkView.Lost(var problem) -> notice.say(texts.get("notice.lost"), texts.problem(problem));
            case LinkView.LoggedIn ignored when needsReboot(station.lastDone().get()) -> {
                Button reboot = new Button(texts.get("reboot.go"));
                reboot.setId("notice-reboot");
                reboot.setOnAction(event -> actions.reboot());
                notice.actions().getChildren().setAll(reboot);
                notice.say(texts.get("notice.needs-reboot"), "");
            }
            case LinkView.Rebooting(var since, var late) -> rebooting(station, since, late);
            default -> notice.say("", "");
        }
    }

    private void rebooting(StationModel station, Instant since, WorkStep.Lateness late) {
        Button stop = new Button(texts.get("notice.stop-waiting"));
        stop.setId("notice-stop-waiting");
        stop.setOnAction(event -> station.stopWaiting());
        notice.actions().getChildren().setAll(stop);
        String at = texts.formats().timeOfDay(since);
        switch (late) {
            case IN_TIME -> notice.say(texts.get("notice.rebooting"), texts.get("notice.rebooting.text", at));
            case LATE -> notice.say(texts.get("notice.not-back"), texts.get("notice.not-back.text", at));
        }
    }

    private static boolean needsReboot(LastDone done) {
        return (done instanceof LastDone.SaveCancelled cancelled && cancelled.needReboot() > 0)
                || (done instanceof LastDone.Saved saved && saved.needReboot() > 0)
                || (done instanceof LastDone.Undone undone && undone.needReboot() > 0);
    }

    private void origin(Optional<StationRow> row) {
        boolean simulated = model.current().get().isPresent() && row.filter(r -> r.origin() == StationRow.Origin.SIMULATED).isPresent();
        banner.say("", simulated ? texts.get("banner.simulated") : "");
    }

    /** Asks where edits would be lost; whether the window may close. */
    public boolean mayClose() {
        return actions.mayClose();
    }
}
