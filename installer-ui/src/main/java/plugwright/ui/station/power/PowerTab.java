package plugwright.ui.station.power;

import plugwright.ui.station.StationTab;

/** Power settings. */
public final class PowerTab {

    static final String ID = "power";

    private PowerTab() {}

    public static StationTab tab() {
        return new StationTab(ID, "power.tab", station -> new PowerView(new PowerViewModel(station), station.texts()));
    }
}
