package plugwright.ui.nav;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import plugwright.ui.station.StationRow;
import plugwright.ui.text.Texts;

/** A line of the tree: sign, serial number, address and state in words, live current. */
final class NavCell extends TreeCell<NavItem> {

    private final Texts texts;
    private final Region sign = new Region();
    private final Label name = new Label();
    private final Label word = new Label();
    private final Label address = new Label();
    private final Label ampere = new Label();
    private final HBox station;
    private final Label group = new Label();
    private final Label count = new Label();
    private final HBox heading;

    NavCell(Texts texts) {
        this.texts = texts;
        name.getStyleClass().addAll("nav-name", "data");
        word.getStyleClass().addAll("small", "muted");
        word.setMinWidth(Region.USE_PREF_SIZE);
        address.getStyleClass().addAll("small", "muted", "data");
        ampere.getStyleClass().add("nav-ampere");
        ampere.setMinWidth(Region.USE_PREF_SIZE);
        sign.getStyleClass().add("sign");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Region between = new Region();
        between.getStyleClass().add("nav-between");
        HBox.setHgrow(between, Priority.ALWAYS);
        VBox middle = new VBox(new HBox(name, between, ampere), new HBox(word, address));
        middle.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(middle, Priority.ALWAYS);
        station = new HBox(sign, middle);
        station.setAlignment(Pos.CENTER_LEFT);
        station.getStyleClass().add("nav-station");
        group.getStyleClass().add("strong");
        count.getStyleClass().addAll("small", "muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        heading = new HBox(group, gap, count);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.getStyleClass().add("nav-heading");
        station.setMinWidth(0);
        station.setPrefWidth(1);
        heading.setMinWidth(0);
        heading.setPrefWidth(1);
    }

    @Override
    protected void updateItem(NavItem item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        switch (item) {
            case NavItem.Root ignored -> setGraphic(null);
            case NavItem.Group(String key, int stations) -> {
                group.setText(texts.get(key));
                count.setText(texts.formats().whole(stations));
                setTooltip(null);
                setGraphic(heading);
            }
            case NavItem.Station(StationRow row, NavItem.State state) -> show(row, state);
        }
    }

    private void show(StationRow row, NavItem.State state) {
        String said = state == NavItem.State.CHARGING
                ? texts.get(state.textKey(), row.charging().orElse(0))
                : texts.get(NavViewModel.wordKey(row, state, texts::has));
        name.setText(row.id().serial());
        word.setText(said);
        address.setText(" \u00b7 " + row.address().host());
        ampere.setText(
                row.ampere().isPresent()
                        ? texts.get("nav.ampere", texts.formats().ampere(row.ampere().getAsDouble()))
                        : "");
        sign.getStyleClass().removeIf(c -> c.startsWith("sign-"));
        sign.getStyleClass().add("sign-" + state.sign().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        setAccessibleText(row.id() + ", " + said);
        setTooltip(
                row.standing() instanceof StationRow.Standing.Unusable(var problem)
                        ? new Tooltip(texts.problem(problem))
                        : null);
        setGraphic(station);
    }
}
