package plugwright.ui.nav;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.TextFields;
import plugwright.model.StationId;
import plugwright.ui.form.Wrapping;
import plugwright.ui.text.Texts;

/** Draws the tree with search above it, and Refresh and Add below. */
public final class NavView extends VBox {

    private final NavViewModel model;
    private final TreeView<NavItem> tree = new TreeView<>();
    private final TreeItem<NavItem> root = new TreeItem<>(new NavItem.Root());
    private final Map<String, TreeItem<NavItem>> groups = new HashMap<>();
    private final Map<StationId, TreeItem<NavItem>> stations = new HashMap<>();
    private boolean rebuilding;

    /** @param onAdd opens the question for an address */
    public NavView(NavViewModel model, Texts texts, Runnable onAdd) {
        this.model = model;
        getStyleClass().add("nav");
        VBox top = new VBox(search(texts));
        top.getStyleClass().add("nav-top");

        tree.setId("nav-tree");
        tree.setRoot(root);
        tree.setShowRoot(false);
        tree.setAccessibleText(texts.get("nav.stations"));
        tree.getStyleClass().add("nav-tree");
        tree.setCellFactory(view -> new NavCell(texts));
        root.setExpanded(true);
        Label empty = new Label();
        empty.getStyleClass().addAll("muted", "nav-empty");
        Wrapping.apply(empty);
        StackPane middle = new StackPane(tree, empty);
        VBox.setVgrow(middle, Priority.ALWAYS);

        Button refresh = new Button(texts.get("nav.refresh"));
        refresh.setId("nav-refresh");
        refresh.setTooltip(new Tooltip(texts.get("nav.refresh.help")));
        refresh.setOnAction(event -> model.refresh());
        Button add = new Button(texts.get("nav.add"));
        add.setId("nav-add");
        add.setOnAction(event -> onAdd.run());
        FlowPane bottom = new FlowPane(refresh, add);
        bottom.getStyleClass().add("nav-bottom");
        getChildren().addAll(top, middle, bottom);

        empty.textProperty()
                .bind(model.search().map(typed -> texts.get(typed.isBlank() ? "nav.empty" : "nav.none-found")));
        model.tree().addListener((property, old, now) -> show(now, empty));
        show(model.tree().get(), empty);
        tree.getSelectionModel().selectedItemProperty().addListener((property, old, now) -> {
            if (!rebuilding && now != null && now.getValue() instanceof NavItem.Station(var row, var state)) {
                model.selected().set(Optional.of(row.id()));
            }
        });
        model.selected().addListener((property, old, now) -> select());
    }

    private TextField search(Texts texts) {
        TextField search = TextFields.createClearableTextField();
        search.setId("nav-search");
        search.setPromptText(texts.get("nav.search"));
        search.setAccessibleText(texts.get("nav.search"));
        search.setAccessibleHelp(texts.get("nav.search.help"));
        search.setTooltip(new Tooltip(texts.get("nav.search.help")));
        search.textProperty().bindBidirectional(model.search());
        search.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
                event.consume();
            }
        });
        return search;
    }

    private void show(List<NavViewModel.Branch> branches, Label empty) {
        empty.setVisible(branches.isEmpty());
        rebuilding = true;
        try {
            List<TreeItem<NavItem>> wanted = branches.stream().map(this::branch).toList();
            if (!root.getChildren().equals(wanted)) {
                root.getChildren().setAll(wanted);
            }
        } finally {
            rebuilding = false;
        }
        select();
    }

    private TreeItem<NavItem> branch(NavViewModel.Branch branch) {
        TreeItem<NavItem> item = groups.computeIfAbsent(branch.group().titleKey(), key -> {
            TreeItem<NavItem> fresh = new TreeItem<>(branch.group());
            fresh.setExpanded(true);
            return fresh;
        });
        item.setValue(branch.group());
        List<TreeItem<NavItem>> children = branch.stations().stream()
                .map(s -> {
                    TreeItem<NavItem> child =
                            stations.computeIfAbsent(s.row().id(), id -> new TreeItem<>(s));
                    child.setValue(s);
                    return child;
                })
                .toList();
        if (!item.getChildren().equals(children)) {
            item.getChildren().setAll(children);
        }
        return item;
    }

    private void select() {
        model.selected().get().map(stations::get).ifPresentOrElse(
                item -> {
                    if (!item.equals(tree.getSelectionModel().getSelectedItem())) {
                        tree.getSelectionModel().select(item);
                    }
                },
                () -> tree.getSelectionModel().clearSelection());
    }
}
