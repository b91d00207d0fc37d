package plugwright.ui.nav;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.util.Subscription;
import plugwright.model.HostPort;
import plugwright.model.Outcome;
import plugwright.model.StationId;
import plugwright.ui.station.StationAccess;
import plugwright.ui.station.StationRow;

/** What the screens need of the stations in the network. Listeners are called on any thread, at once with what is known. */
public interface Stations {

    /** Hears the whole list whenever something about it changed. */
    Subscription onChange(Consumer<List<StationRow>> listener);

    /** Asks the network again. */
    void refresh();

    /** Looks for a station at an address; when found it joins the list. */
    CompletableFuture<Outcome<StationId>> add(HostPort address);

    /** The one link to a station of the list. */
    StationAccess access(StationId id);
}
