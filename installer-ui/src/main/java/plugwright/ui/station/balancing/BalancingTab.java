package plugwright.ui.station.balancing;

import plugwright.ui.station.StationModel;
import plugwright.ui.station.StationTab;

/** Load balancing; the guide once calls it Smart Charging. */
public final class BalancingTab implements StationTab {

    static final String ID = "balancing";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String titleKey() {
        return "balancing.tab";
    }

    @Override
    public View open(StationModel station) {
        return new BalancingView(new BalancingViewModel(station), station.texts());
    }
}
