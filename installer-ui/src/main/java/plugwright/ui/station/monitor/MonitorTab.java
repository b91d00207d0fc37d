package plugwright.ui.station.monitor;

import plugwright.ui.station.SaveAs;
import plugwright.ui.station.StationTab;

/** Live monitoring (guide §4.3.5.1): currents, voltages, states, communication with the vehicle. */
public final class MonitorTab {

    public static final String ID = "monitor";

    private MonitorTab() {}

    /** @param saveAs asks where a table shall go */
    public static StationTab tab(SaveAs saveAs) {
        return new StationTab(ID, "monitor.tab", station -> new MonitorView(station, new MonitorViewModel(station), saveAs));
    }
}
