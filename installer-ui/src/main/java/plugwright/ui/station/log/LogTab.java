package plugwright.ui.station.log;

import plugwright.ui.station.SaveAs;
import plugwright.ui.station.StationModel;
import plugwright.ui.station.StationTab;

/** Livelog: the log of the station as it is written (guide §10.9). */
public final class LogTab implements StationTab {
    public static final String ID = "log";

    private final SaveAs saveAs;

    /** @param saveAs asks where the lines shall go */
    public LogTab(SaveAs saveAs) {
        this.saveAs = saveAs;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String titleKey() {
        return "log.tab";
    }

    @Override
    public View open(StationModel station) {
        return new LogView(station, new LogViewModel(station), saveAs);
    }
}
