package plugwright.ui.bench;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.SocketNumber;
import plugwright.model.StationId;
import plugwright.station.site.SiteCommand;
import plugwright.station.site.SiteSnapshot;
import plugwright.ui.fx.FxDoor;
import plugwright.ui.fx.WhileSeen;

/** Looks at a site while it is seen, and does what is asked. FX thread only. */
public final class BenchViewModel {
    /** Fast enough to see a vehicle ramp up, slow enough to cost nothing. */
    static final Duration PERIOD = Duration.ofMillis(400);

    /** What happened earlier is in the stations' logs. */
    static final int MOST_LINES = 200;

    /** Paces that are offered; the site takes any up to × 600. */
    public static final List<Integer> SPEEDS = List.of(1, 10, 60, 600);

    private final BenchSite site;
    private final FxDoor door;
    private final Deque<BenchLine> lines = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Seen> seen;
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final WhileSeen ticking;

    /**
     * What is seen.
     *
     * @param site now
     * @param lines newest first
     */
    record Seen(SiteSnapshot site, List<BenchLine> lines) {
        Seen {
            lines = List.copyOf(lines);
        }
    }

    public BenchViewModel(BenchSite site, FxDoor door) {
        this.site = site;
        this.door = door;
        ticking = new WhileSeen(door, PERIOD, this::look);
        seen = new ReadOnlyObjectWrapper<>(new Seen(site.snapshot(), List.of()));
    }

    /** Looks again and again while it is seen. */
    WhileSeen whileSeen() {
        return ticking;
    }

    private void look() {
        SiteSnapshot now = site.snapshot();
        BenchLine.between(seen.get().site(), now).forEach(lines::addFirst);
        while (lines.size() > MOST_LINES) {
            lines.removeLast();
        }
        seen.set(new Seen(now, List.copyOf(lines)));
    }

    void plugIn(StationId station, SocketNumber socket, VehicleChoice vehicle) {
        does(new SiteCommand.PlugIn(station, socket, vehicle.spec()));
    }

    void unplug(StationId station, SocketNumber socket) {
        does(new SiteCommand.Unplug(station, socket));
    }

    void speed(double faster) {
        does(new SiteCommand.SetSpeed(faster));
    }

    void cable(StationId station, SiteSnapshot.NetworkCable wanted) {
        does(
                switch (wanted) {
                    case PULLED -> new SiteCommand.PullNetworkCable(station);
                    case PLUGGED -> new SiteCommand.PlugNetworkCable(station);
                });
    }

    /** A site answers at once, but a station may be busy with its own: not on the FX thread. */
    private void does(SiteCommand command) {
        door.deliver(door.start("", progress -> site.does(command)).result(), outcome -> {
            problem.set(outcome instanceof Outcome.Failed<SiteCommand>(var why) ? Optional.of(why) : Optional.empty());
            look();
        });
    }

    ReadOnlyObjectProperty<Seen> seen() {
        return seen.getReadOnlyProperty();
    }

    /** Why the last command was not done. */
    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }
}
