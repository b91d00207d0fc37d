package plugwright.ui.form;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/** A menu at the left and one page at a time beside it; pages are built when first shown. */
public final class Sections extends HBox {

    /**
     * One page.
     *
     * @param id stable name
     * @param title in the user's language
     * @param content builds it, once
     */
    public record Section(String id, String title, Supplier<Node> content) {}

    private final List<Section> all;
    private final Set<String> hidden = new HashSet<>();
    private final ListView<Section> menu = new ListView<>();
    private final StackPane page = new StackPane();
    private final Map<String, Node> built = new HashMap<>();

    /** @param menuName what a screen reader calls the menu */
    public Sections(String menuName, List<Section> sections) {
        all = List.copyOf(sections);
        getStyleClass().add("sections");
        menu.getStyleClass().add("section-menu");
        menu.setAccessibleText(menuName);
        menu.setOrientation(Orientation.VERTICAL);
        menu.setCellFactory(list -> new ListCell<>() {
            {
                setWrapText(true);
                // as wide as the list, so that long names wrap instead of scrolling sideways
                setPrefWidth(0);
            }

            @Override
            protected void updateItem(Section item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : item.title());
                setId(empty || item == null ? null : "section-" + item.id());
            }
        });
        menu.getItems().setAll(all);
        menu.getSelectionModel().selectedItemProperty().addListener((property, old, now) -> {
            if (now != null) {
                page.getChildren().setAll(built.computeIfAbsent(now.id(), id -> now.content().get()));
            }
        });
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("page-scroll");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(menu, scroll);
        menu.getSelectionModel().selectFirst();
    }

    /** Offers a page or leaves it out, as where a station has no such part. When it was shown, the first is. */
    public void offer(String id, boolean offered) {
        if (offered ? !hidden.remove(id) : !hidden.add(id)) {
            return;
        }
        Section shown = menu.getSelectionModel().getSelectedItem();
        menu.getItems().setAll(all.stream().filter(s -> !hidden.contains(s.id())).toList());
        if (shown != null && menu.getItems().contains(shown)) {
            menu.getSelectionModel().select(shown);
        } else {
            menu.getSelectionModel().selectFirst();
        }
    }

    /** Shows a page. */
    public void show(String id) {
        menu.getItems().stream().filter(s -> s.id().equals(id)).findFirst().ifPresent(menu.getSelectionModel()::select);
    }
}
