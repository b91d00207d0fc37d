package plugwright.ui.station.balancing;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import plugwright.ui.form.FieldModel;
import plugwright.ui.form.FormPage;
import plugwright.ui.form.Pill;
import plugwright.ui.form.Sections;
import plugwright.ui.station.StationTab;
import plugwright.ui.text.Texts;

/** Draws load balancing. */
final class BalancingView implements StationTab.View {

    private static final String STATIC = "static";

    private final FormPage page;
    private final Sections sections;

    BalancingView(BalancingViewModel model, Texts texts) {
        page = new FormPage(texts.get("balancing.static"), texts.get("balancing.static.intro"), model.form(), texts);
        page.card().pill().setTooltip(new Tooltip(texts.get("balancing.locked")));
        model.unlock().subscribe(now -> {
            switch (now) {
                case NOT_KNOWN -> page.card().pill().show("", Pill.Tone.NEUTRAL);
                case LOCKED -> page.card().pill().show(texts.get("balancing.pill.locked"), Pill.Tone.NEUTRAL);
                case UNLOCKED -> page.card().pill().show(texts.get("balancing.pill.unlocked"), Pill.Tone.GOOD);
                case ONE_SOCKET -> page.card().pill().show(texts.get("balancing.pill.one-socket"), Pill.Tone.NEUTRAL);
            }
        });
        sections = new Sections(
                texts.get("balancing.tab"),
                List.of(new Sections.Section(STATIC, texts.get("balancing.static"), () -> page)));
    }

    @Override
    public Node node() {
        return sections;
    }

    @Override
    public void reveal(FieldModel field) {
        sections.show(STATIC);
        page.focus(field);
    }
}
