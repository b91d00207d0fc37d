package plugwright.ui.station.power;

import plugwright.ui.station.StationModel;
import plugwright.ui.station.StationTab;

/** Power settings. */
public final class PowerTab implements StationTab {

    static final String ID = "power";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String titleKey() {
        return "power.tab";
    }

    @Override
    public View open(StationModel station) {
        return new PowerView(new PowerViewModel(station), station.texts());
    }
}
