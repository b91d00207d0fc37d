package plugwright.model.broken;

import plugwright.ui.broken.ScreenThatLooksBehindTheStation;

/** Closes a circle of packages on purpose, so that the rule is seen to fail. */
public record RoundAbout(ScreenThatLooksBehindTheStation screen) {}
