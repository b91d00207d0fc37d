package plugwright.ui.theme;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Dresses scenes, and re-dresses them when the user changes look or text size. */
public final class Theme {

    /** Design size of text at 100 %, in px. */
    private static final double TEXT_PX = 14;

    private static final List<String> FONTS =
            List.of("PlugwrightSans-Regular.ttf", "PlugwrightSans-Medium.ttf", "PlugwrightSans-Bold.ttf");
    private static final List<String> SHEETS = List.of("tokens.css", "bridge.css", "plugwright.css", "screens.css", "monitor.css");

    private final ObjectProperty<UiSettings> settings;

    public Theme(UiSettings initial) {
        settings = new SimpleObjectProperty<>(initial);
        FONTS.forEach(Theme::loadFont);
    }

    private static void loadFont(String name) {
        try (InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream("font/" + name), name)) {
            Objects.requireNonNull(Font.loadFont(in, TEXT_PX), name);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The user's choice; setting it changes every dressed scene at once. */
    public ObjectProperty<UiSettings> settings() {
        return settings;
    }

    /** Dresses a scene for as long as it lives. */
    public void apply(Scene scene) {
        scene.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets().setAll(SHEETS.stream().map(Theme::sheet).toList());
        dress(scene, settings.get());
        settings.addListener((property, old, now) -> dress(scene, now));
        scene.rootProperty().addListener((property, old, now) -> size(now, settings.get()));
    }

    private static void dress(Scene scene, UiSettings now) {
        now.look().scheme().ifPresentOrElse(scene.getPreferences()::setColorScheme, () -> scene.getPreferences()
                .setColorScheme(null));
        size(scene.getRoot(), now);
    }

    private static void size(Parent root, UiSettings now) {
        root.setStyle(String.format(Locale.ROOT, "-fx-font-size: %.2fpx;", TEXT_PX * now.textPercent() / 100));
    }

    /** Address of one of our stylesheets. */
    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
    }
}
