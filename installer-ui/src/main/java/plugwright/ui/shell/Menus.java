package plugwright.ui.shell;

import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import plugwright.ui.text.Texts;
import plugwright.ui.theme.Look;
import plugwright.ui.theme.UiSettings;

/** The menu bar. */
final class Menus {

    private final Texts texts;
    private final Actions actions;

    Menus(Texts texts, Actions actions) {
        this.texts = texts;
        this.actions = actions;
    }

    /**
     * @param usable whether the selected station can be told something now
     * @param undoable whether there is a save to undo
     * @param quit ends the program
     * @param simulator entries of the test bench
     */
    MenuBar build(
            ObservableBooleanValue usable,
            ObservableBooleanValue undoable,
            Runnable quit,
            List<MenuEntry> simulator) {
        MenuItem save = item("menu.save", "Shortcut+S", actions::save);
        MenuItem read = item("menu.read", "F5", actions::read);
        MenuItem install = item("menu.install", "", actions::installFeatures);
        MenuItem reboot = item("menu.reboot", "", actions::reboot);
        MenuItem logOut = item("menu.log-out", "", actions::logOut);
        for (MenuItem needsLogin : List.of(save, read, install, reboot, logOut)) {
            needsLogin.disableProperty().bind(javafx.beans.binding.Bindings.not(usable));
        }
        MenuItem undo = item("menu.undo", "Shortcut+Shift+Z", actions::undo);
        undo.disableProperty()
                .bind(javafx.beans.binding.Bindings.not(
                        javafx.beans.binding.Bindings.and(undoable, usable)));
        Menu file = menu("menu.file", item("menu.add", "Shortcut+N", actions::addAddress), new SeparatorMenuItem(), item("menu.quit", "Shortcut+Q", quit));
        Menu device = menu("menu.device", save, undo, read, new SeparatorMenuItem(), install, reboot, new SeparatorMenuItem(), logOut);
        Menu bench = menu("menu.simulator");
        simulator.forEach(entry -> bench.getItems().add(item(entry.textKey(), "", entry.action())));
        if (simulator.isEmpty()) {
            MenuItem none = item("menu.simulator.none", "", () -> {});
            none.setDisable(true);
            bench.getItems().add(none);
        }
        MenuBar bar = new MenuBar(file, device, view(), bench, menu("menu.help", item("menu.about", "", actions::about)));
        bar.setId("menu-bar");
        return bar;
    }

    private Menu view() {
        ToggleGroup looks = new ToggleGroup();
        Menu view = menu("menu.view");
        for (Look look : Look.values()) {
            RadioMenuItem item = new RadioMenuItem(texts.get("menu.look." + look.name().toLowerCase(java.util.Locale.ROOT)));
            item.setToggleGroup(looks);
            item.setSelected(actions.theme().settings().get().look() == look);
            item.setOnAction(event -> actions.look(look));
            view.getItems().add(item);
        }
        view.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        item("menu.text-larger", "Shortcut+Plus", () -> actions.textBy(UiSettings.STEP_PERCENT)),
                        item("menu.text-smaller", "Shortcut+Minus", () -> actions.textBy(-UiSettings.STEP_PERCENT)),
                        item("menu.text-normal", "Shortcut+0", actions::textNormal));
        return view;
    }

    private Menu menu(String key, MenuItem... items) {
        Menu menu = new Menu(texts.get(key), null, items);
        menu.setId(key);
        return menu;
    }

    private MenuItem item(String key, String keys, Runnable action) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setId(key);
        item.setOnAction(event -> action.run());
        if (!keys.isEmpty()) {
            item.setAccelerator(KeyCombination.valueOf(keys));
        }
        return item;
    }
}
