package plugwright.ui.station.general;

import plugwright.ui.station.StationTab;

/** General: what the station is, and its licence key. */
public final class GeneralTab {

    public static final String ID = "general";

    private GeneralTab() {}

    public static StationTab tab() {
        return new StationTab(ID, "general.tab", station -> new GeneralView(new GeneralViewModel(station), station.texts()));
    }
}
