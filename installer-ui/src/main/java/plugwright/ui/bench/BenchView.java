package plugwright.ui.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import plugwright.model.SocketNumber;
import plugwright.model.StationId;
import plugwright.station.site.SiteSnapshot;
import plugwright.ui.form.Note;
import plugwright.ui.form.Pill;
import plugwright.ui.form.Wrapping;
import plugwright.ui.shell.MenuEntry;
import plugwright.ui.text.Texts;

/** Draws the bench; looks at the site only while it is part of a window. */
public final class BenchView extends VBox {
    /** As many lines as one reads at a glance. */
    private static final int LINES_SHOWN = 6;

    private final BenchViewModel model;
    private final Texts texts;
    private final Label time = new Label();
    private final FlowPane stations = new FlowPane();
    private final VBox happened = new VBox();
    private final Note problem = new Note(Pill.Tone.ATTENTION);
    private final ToggleGroup speeds = new ToggleGroup();
    private final List<Bay> bays = new ArrayList<>();

    private record Bay(VBox box, ToggleButton cable, Pill pill, List<SocketPlace> places) {}

    public BenchView(BenchViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("bench");
        getStyleClass().add("bench");
        stations.getStyleClass().add("bench-stations");
        happened.getStyleClass().addAll("card", "bench-happened");
        happened.setId("bench-happened");
        VBox content = new VBox(problem, stations, happened);
        content.getStyleClass().add("bench-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("page-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(header(), scroll);
        model.seen().addListener((property, old, now) -> show(now));
        model.problem().subscribe(why -> problem.say("", why.map(texts::problem).orElse("")));
        show(model.seen().get());
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                model.whileSeen().detach();
                bays.forEach(b -> b.places.forEach(SocketPlace::still));
            } else {
                model.whileSeen().attach();
            }
        });
    }

    /** The entry of the Simulator menu that leads here. */
    public static MenuEntry menuEntry(Runnable show) {
        return new MenuEntry("bench.menu", show);
    }

    private HBox header() {
        Label title = new Label(texts.get("bench.title"));
        title.getStyleClass().add("page-title");
        title.setMinWidth(USE_PREF_SIZE);
        HBox top = new HBox(title, new Pill(texts.get("bench.simulated"), Pill.Tone.ACCENT));
        top.getStyleClass().add("header-top");
        top.setAlignment(Pos.CENTER_LEFT);
        time.getStyleClass().addAll("muted");
        Wrapping.apply(time);
        VBox what = new VBox(top, time);
        what.getStyleClass().add("header-what");
        HBox.setHgrow(what, Priority.ALWAYS);
        HBox choice = new HBox();
        choice.getStyleClass().add("page-choice");
        choice.setAlignment(Pos.CENTER_RIGHT);
        for (int speed : BenchViewModel.SPEEDS) {
            ToggleButton button = new ToggleButton(texts.get("bench.speed", speed));
            button.setId("bench-speed-" + speed);
            button.setMinWidth(USE_PREF_SIZE);
            button.setAccessibleText(texts.get("bench.speed.long", speed));
            button.setToggleGroup(speeds);
            button.setUserData(speed);
            button.setOnAction(event -> {
                button.setSelected(true);
                model.speed(speed);
            });
            choice.getChildren().add(button);
        }
        HBox header = new HBox(what, choice);
        header.getStyleClass().add("header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private void show(BenchViewModel.Seen seen) {
        SiteSnapshot site = seen.site();
        while (bays.size() < site.stations().size()) {
            Bay bay = bay(site.stations().get(bays.size()));
            bays.add(bay);
            stations.getChildren().add(bay.box);
        }
        time.setText(texts.get(
                "bench.time", site.stations().size(), texts.formats().timeOfDay(site.at().toInstant())));
        speeds.getToggles().forEach(t -> t.setSelected(Double.compare((Integer) t.getUserData(), site.speed()) == 0));
        for (int i = 0; i < bays.size(); i++) {
            show(bays.get(i), site.stations().get(i));
        }
        happened(seen.lines());
    }

    private Bay bay(SiteSnapshot.StationView station) {
        StationId id = station.access().serial();
        Label serial = new Label(id.serial());
        serial.getStyleClass().addAll("card-title", "data");
        Pill pill = new Pill("", Pill.Tone.NEUTRAL);
        HBox top = new HBox(serial, pill);
        top.getStyleClass().add("card-top");
        top.setAlignment(Pos.CENTER_LEFT);
        HBox sockets = new HBox();
        sockets.getStyleClass().add("bench-sockets");
        List<SocketPlace> places = new ArrayList<>();
        for (var socket : station.inside().sockets()) {
            SocketNumber number = socket.number();
            SocketPlace place = new SocketPlace(
                    "bench-" + id.serial() + "-" + number.number(),
                    number.number(),
                    texts,
                    new SocketPlace.Hands(
                            choice -> model.plugIn(id, number, choice), () -> model.unplug(id, number)));
            places.add(place);
            sockets.getChildren().add(place);
        }
        ToggleButton cable = new ToggleButton(texts.get("bench.cable.pull"));
        cable.setId("bench-" + id.serial() + "-cable");
        cable.setOnAction(event -> model.cable(
                id, cable.isSelected() ? SiteSnapshot.NetworkCable.PULLED : SiteSnapshot.NetworkCable.PLUGGED));
        VBox box = new VBox(top, sockets, cable);
        box.getStyleClass().addAll("card", "bench-station");
        return new Bay(box, cable, pill, places);
    }

    private void show(Bay bay, SiteSnapshot.StationView station) {
        boolean pulled = station.cable() == SiteSnapshot.NetworkCable.PULLED;
        bay.cable.setSelected(pulled);
        bay.cable.setText(texts.get(pulled ? "bench.cable.plug" : "bench.cable.pull"));
        if (station.power() == SiteSnapshot.Power.REBOOTING) {
            bay.pill.show(texts.get("bench.rebooting"), Pill.Tone.ATTENTION);
        } else if (pulled) {
            bay.pill.show(texts.get("bench.cable.pulled"), Pill.Tone.ATTENTION);
        } else {
            bay.pill.show("", Pill.Tone.NEUTRAL);
        }
        for (int i = 0; i < bay.places.size(); i++) {
            Optional<plugwright.station.sim.VehicleView> vehicle = station.vehicles().get(i);
            bay.places.get(i).show(station.inside().sockets().get(i), vehicle);
        }
    }

    private void happened(List<BenchLine> lines) {
        if (lines.isEmpty()) {
            happened.getChildren().setAll(line(texts.get("bench.nothing")));
            return;
        }
        happened.getChildren()
                .setAll(lines.stream().limit(LINES_SHOWN).map(l -> line(sentence(l))).toList());
    }

    private static Label line(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("small", "muted");
        Wrapping.apply(label);
        return label;
    }

    private String sentence(BenchLine line) {
        String where = line.socket()
                .map(s -> texts.get("bench.where", line.station(), s))
                .orElseGet(() -> line.station().serial());
        String what =
                switch (line.what()) {
                    case BenchLine.What.State(var state) ->
                        texts.get("bench.state." + state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
                    case BenchLine.What.Told(var ampere) ->
                        texts.get("bench.told", texts.formats().ampere(ampere));
                    case BenchLine.What.WentDown ignored -> texts.get("bench.down");
                    case BenchLine.What.CameUp ignored -> texts.get("bench.up");
                };
        return texts.get("bench.line", texts.formats().timeOfDay(line.at().toInstant()), where, what);
    }
}
