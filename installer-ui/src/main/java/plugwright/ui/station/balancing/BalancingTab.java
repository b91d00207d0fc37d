package plugwright.ui.station.balancing;

import plugwright.ui.station.StationTab;

/** Load balancing; the guide once calls it Smart Charging. */
public final class BalancingTab {

    static final String ID = "balancing";

    private BalancingTab() {}

    public static StationTab tab() {
        return new StationTab(ID, "balancing.tab", station -> new BalancingView(new BalancingViewModel(station), station.texts()));
    }
}
