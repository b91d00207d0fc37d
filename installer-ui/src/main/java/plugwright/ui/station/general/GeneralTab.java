package plugwright.ui.station.general;

import plugwright.ui.station.StationModel;
import plugwright.ui.station.StationTab;

/** General: what the station is, and its licence key. */
public final class GeneralTab implements StationTab {

    public static final String ID = "general";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String titleKey() {
        return "general.tab";
    }

    @Override
    public View open(StationModel station) {
        return new GeneralView(new GeneralViewModel(station), station.texts());
    }
}
