package plugwright.ui.shell;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import plugwright.session.WorkStep;
import plugwright.ui.form.Pill;
import plugwright.ui.form.Wrapping;
import plugwright.ui.station.LinkQuality;
import plugwright.ui.station.LinkView;
import plugwright.ui.station.StationModel;
import plugwright.ui.station.StationRow;
import plugwright.ui.text.Texts;

/** What and where the selected station is, how well it is reached, what is not saved, Save and Reboot. */
final class HeaderView extends HBox {

    private final ShellViewModel shell;
    private final Texts texts;
    private final Label title = new Label();
    private final Pill state = new Pill("", Pill.Tone.NEUTRAL);
    private final Label facts = new Label();
    private final Label quality = new Label();
    private final Pill unsaved = new Pill("", Pill.Tone.ATTENTION);
    private final Button save;
    private final Button reboot;
    private Subscription bound = Subscription.EMPTY;

    HeaderView(ShellViewModel shell, Actions actions) {
        this.shell = shell;
        this.texts = shell.texts();
        getStyleClass().add("header");
        setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().addAll("page-title", "data");
        title.setId("header-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        state.setId("header-state");
        facts.getStyleClass().addAll("muted", "data");
        facts.setId("header-facts");
        quality.getStyleClass().addAll("small", "muted");
        quality.setId("header-quality");
        quality.setMinWidth(Region.USE_PREF_SIZE);
        unsaved.setId("header-unsaved");
        unsaved.setMinWidth(Region.USE_PREF_SIZE);
        state.setMinWidth(Region.USE_PREF_SIZE);
        save = new Button(texts.get("header.save"));
        save.setId("header-save");
        save.getStyleClass().add("accent");
        save.setTooltip(new Tooltip(texts.get("header.save.help")));
        save.setOnAction(event -> actions.save());
        save.setMinWidth(Region.USE_PREF_SIZE);
        Region power = new Region();
        power.getStyleClass().add("power-sign");
        reboot = new Button(texts.get("header.reboot"), power);
        reboot.setId("header-reboot");
        reboot.setTooltip(new Tooltip(texts.get("header.reboot.help")));
        reboot.setOnAction(event -> actions.reboot());
        reboot.setMinWidth(Region.USE_PREF_SIZE);

        HBox top = new HBox(title, state);
        top.getStyleClass().add("header-top");
        top.setAlignment(Pos.CENTER_LEFT);
        FlowPane below = new FlowPane(facts, quality);
        below.getStyleClass().add("header-below");
        below.setRowValignment(VPos.BASELINE);
        facts.maxWidthProperty().bind(below.widthProperty());
        Wrapping.apply(facts);
        VBox what = new VBox(top, below);
        what.getStyleClass().add("header-what");
        HBox.setHgrow(what, Priority.ALWAYS);
        getChildren().addAll(what, unsaved, save, reboot);

        shell.current().addListener((property, old, now) -> bind(now));
        shell.row().addListener((property, old, now) -> facts(now));
        bind(shell.current().get());
        facts(shell.row().get());
    }

    private void bind(Optional<StationModel> station) {
        bound.unsubscribe();
        bound = station.map(s -> Subscription.combine(
                        s.link().subscribe((Consumer<LinkView>) this::link),
                        s.usable().subscribe((Consumer<Boolean>) this::usable),
                        s.quality().subscribe((Consumer<Optional<LinkQuality>>) this::quality),
                        s.unsaved().subscribe((Consumer<Number>) n -> unsaved(n.intValue()))))
                .orElse(Subscription.EMPTY);
        if (station.isEmpty()) {
            state.show("", Pill.Tone.NEUTRAL);
            quality.setText("");
            usable(false);
            unsaved(0);
        }
    }

    private void facts(Optional<StationRow> row) {
        title.setText(row.map(r -> r.id().serial()).orElse(""));
        facts.setText(row.map(this::sentence).orElse(""));
        shell.current().get().ifPresent(s -> link(s.link().get()));
    }

    private String sentence(StationRow row) {
        StringBuilder text = new StringBuilder();
        for (String part : new String[] {
            row.model(),
            row.address().toString(),
            row.firmware().isEmpty() ? "" : texts.get("header.firmware", row.firmware())
        }) {
            text.append(text.isEmpty() || part.isEmpty() ? "" : " \u00b7 ").append(part);
        }
        return text.toString();
    }

    private void link(LinkView link) {
        int charging = shell.row().get().map(r -> r.charging().orElse(0)).orElse(0);
        switch (link) {
            case LinkView.LoggedIn ignored when charging > 0 ->
                state.show(texts.get("nav.state.charging", charging), Pill.Tone.GOOD);
            case LinkView.LoggedIn ignored -> state.show(texts.get("nav.state.logged-in"), Pill.Tone.GOOD);
            case LinkView.Closed ignored -> state.show(texts.get("header.not-logged-in"), Pill.Tone.NEUTRAL);
            case LinkView.Connecting ignored -> state.show(texts.get("nav.state.connecting"), Pill.Tone.NEUTRAL);
            case LinkView.NewCertificate ignored -> state.show(texts.get("header.not-logged-in"), Pill.Tone.NEUTRAL);
            case LinkView.LoggedOut ignored -> state.show(texts.get("header.not-logged-in"), Pill.Tone.NEUTRAL);
            case LinkView.ChangedCertificate ignored ->
                state.show(texts.get("nav.state.certificate-changed"), Pill.Tone.BAD);
            case LinkView.HeldByOther ignored ->
                state.show(texts.get("nav.state.in-use-elsewhere"), Pill.Tone.ATTENTION);
            case LinkView.Lost ignored -> state.show(texts.get("nav.state.lost"), Pill.Tone.BAD);
            case LinkView.Rebooting(var since, var late) when late == WorkStep.Lateness.LATE ->
                state.show(texts.get("nav.state.not-back"), Pill.Tone.BAD);
            case LinkView.Rebooting ignored -> state.show(texts.get("nav.state.rebooting"), Pill.Tone.ATTENTION);
        }
    }

    private void usable(boolean now) {
        save.setDisable(!now);
        reboot.setDisable(!now);
    }

    private void quality(Optional<LinkQuality> now) {
        quality.setText(now.filter(q -> q.asked() > 0)
                .map(q -> texts.get(
                        "header.quality",
                        texts.formats().millis(q.latency()),
                        texts.formats().percent(q.lost() / (double) q.asked())))
                .orElse(""));
        quality.setTooltip(now.map(q -> new Tooltip(texts.get(
                        "header.quality.help", texts.formats().millis(q.jitter()), q.asked(), q.lost())))
                .orElse(null));
    }

    private void unsaved(int count) {
        unsaved.show(count == 0 ? "" : texts.get("header.unsaved", count), Pill.Tone.ATTENTION);
    }
}
