package plugwright.ui.theme;

import java.util.Optional;
import javafx.application.ColorScheme;

/** Light, dark, or whatever the desktop has. */
public enum Look {
    SYSTEM,
    LIGHT,
    DARK;

    /** What a scene is told; empty leaves it to the desktop. */
    Optional<ColorScheme> scheme() {
        return switch (this) {
            case SYSTEM -> Optional.empty();
            case LIGHT -> Optional.of(ColorScheme.LIGHT);
            case DARK -> Optional.of(ColorScheme.DARK);
        };
    }
}
