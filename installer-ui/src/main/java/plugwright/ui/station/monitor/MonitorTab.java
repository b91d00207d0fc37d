package plugwright.ui.station.monitor;

import plugwright.ui.station.SaveAs;
import plugwright.ui.station.StationModel;
import plugwright.ui.station.StationTab;

/** Live monitoring (guide §4.3.5.1): currents, voltages, states, communication with the vehicle. */
public final class MonitorTab implements StationTab {
    public static final String ID = "monitor";

    private final SaveAs saveAs;

    /** @param saveAs asks where a table shall go */
    public MonitorTab(SaveAs saveAs) {
        this.saveAs = saveAs;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String titleKey() {
        return "monitor.tab";
    }

    @Override
    public View open(StationModel station) {
        return new MonitorView(station, new MonitorViewModel(station), saveAs);
    }
}
