package plugwright.ui.shell;

/**
 * An entry that another part of the program puts into a menu.
 *
 * @param textKey its text
 * @param action what it does, on the FX thread
 */
public record MenuEntry(String textKey, Runnable action) {}
