package plugwright.ui.station.log;

import plugwright.ui.station.SaveAs;
import plugwright.ui.station.StationTab;

/** Livelog: the log of the station as it is written (guide §10.9). */
public final class LogTab {

    public static final String ID = "log";

    private LogTab() {}

    /** @param saveAs asks where the lines shall go */
    public static StationTab tab(SaveAs saveAs) {
        return new StationTab(ID, "log.tab", station -> new LogView(station, new LogViewModel(station), saveAs));
    }
}
