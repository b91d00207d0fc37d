package plugwright.ui.station.power;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import plugwright.ui.form.FieldModel;
import plugwright.ui.form.FormModel;
import plugwright.ui.form.FormPage;
import plugwright.ui.form.Sections;
import plugwright.ui.form.Sections.Section;
import plugwright.ui.station.StationTab;
import plugwright.ui.text.Texts;

/** Draws the power settings: a menu of four pages. */
final class PowerView implements StationTab.View {

    private final Map<String, FormPage> pages;
    private final Sections sections;

    PowerView(PowerViewModel model, Texts texts) {
        pages = Map.of(
                "installation", page("power.installation", "power.installation.intro", model.installation(), texts),
                "connector-1", page("power.connector-1", "power.connector.intro", model.connector1(), texts),
                "connector-2", page("power.connector-2", "power.connector.intro", model.connector2(), texts),
                "car-specific", page("power.car-specific", "power.car-specific.intro", model.carSpecific(), texts));
        sections = new Sections(
                texts.get("power.tab"),
                List.of(
                        section("installation", texts.get("power.installation")),
                        section("connector-1", texts.get("power.connector-1")),
                        section("connector-2", texts.get("power.connector-2")),
                        section("car-specific", texts.get("power.car-specific"))));
        model.secondConnector().subscribe((Consumer<Boolean>) has -> sections.offer("connector-2", has));
    }

    private static FormPage page(String titleKey, String introKey, FormModel form, Texts texts) {
        return new FormPage(texts.get(titleKey), texts.get(introKey), form, texts);
    }

    private Section section(String id, String title) {
        return new Section(id, title, () -> page(id));
    }

    private Node page(String id) {
        return java.util.Objects.requireNonNull(pages.get(id), id);
    }

    @Override
    public Node node() {
        return sections;
    }

    @Override
    public void reveal(FieldModel field) {
        pages.forEach((id, page) -> {
            if (page.holds(field)) {
                sections.show(id);
                page.focus(field);
            }
        });
    }
}
