package plugwright.ui.theme;

/**
 * What the user chose about the window.
 *
 * @param look light or dark
 * @param textPercent size of text, {@value #SMALLEST_PERCENT} to {@value #LARGEST_PERCENT}
 * @param language tag of the language, empty for the system's
 */
public record UiSettings(Look look, int textPercent, String language) {

    public static final int SMALLEST_PERCENT = 80;
    public static final int LARGEST_PERCENT = 200;
    public static final int STEP_PERCENT = 10;

    public static final UiSettings DEFAULT = new UiSettings(Look.SYSTEM, 100, "");

    public UiSettings {
        textPercent = Math.clamp(textPercent, SMALLEST_PERCENT, LARGEST_PERCENT);
    }

    public UiSettings withLook(Look newLook) {
        return new UiSettings(newLook, textPercent, language);
    }

    /** Kept within the bounds. */
    public UiSettings withTextPercent(int percent) {
        return new UiSettings(look, percent, language);
    }
}
