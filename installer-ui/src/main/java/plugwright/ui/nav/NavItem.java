package plugwright.ui.nav;

import plugwright.ui.station.StationRow;

/** A line of the tree. */
public sealed interface NavItem {

    /** What the tree hangs on; not seen. */
    record Root() implements NavItem {}

    /** A heading. */
    record Group(String titleKey, int stations) implements NavItem {}

    /**
     * A station.
     *
     * @param row what is known of it
     * @param state in one word, and its sign
     */
    record Station(StationRow row, State state) implements NavItem {}

    /** A station's state in the tree; sign and word, so that colour is never the only one. */
    enum State {
        READY("nav.state.ready", Sign.RING_GOOD),
        CONNECTING("nav.state.connecting", Sign.RING),
        LOGGED_IN("nav.state.logged-in", Sign.DOT_GOOD),
        CHARGING("nav.state.charging", Sign.DOT_GOOD),
        IN_USE_ELSEWHERE("nav.state.in-use-elsewhere", Sign.SQUARE_ATTENTION),
        CERTIFICATE_CHANGED("nav.state.certificate-changed", Sign.SQUARE_BAD),
        REBOOTING("nav.state.rebooting", Sign.SQUARE_ATTENTION),
        LOST("nav.state.lost", Sign.SQUARE_BAD),
        UNUSABLE("nav.state.unusable", Sign.SQUARE_ATTENTION),
        GONE("nav.state.gone", Sign.RING);

        private final String textKey;
        private final Sign sign;

        State(String textKey, Sign sign) {
            this.textKey = textKey;
            this.sign = sign;
        }

        public String textKey() {
            return textKey;
        }

        public Sign sign() {
            return sign;
        }
    }

    /** Shape and colour before a station. */
    enum Sign {
        DOT_GOOD,
        RING_GOOD,
        RING,
        SQUARE_ATTENTION,
        SQUARE_BAD
    }
}
