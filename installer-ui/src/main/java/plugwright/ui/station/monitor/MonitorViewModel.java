package plugwright.ui.station.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.Outcome;
import plugwright.ui.fx.WhileSeen;
import plugwright.ui.station.StationModel;
import plugwright.ui.station.monitor.MonitorState.Liveness;

/** Samples a station while it is looked at, and decides what is shown. FX thread only. */
public final class MonitorViewModel {
    /** As often as a meter of a socket has news; polled harder, real stations reboot. */
    static final Duration PERIOD = Duration.ofSeconds(1);

    /** Older values are not of now: a few samples were lost in a row. */
    static final Duration STALE = Duration.ofSeconds(5);

    private static final List<PropertyId> SAMPLED = SocketIds.sampled();

    private final StationModel station;
    private final History history = new History();
    private final ReadOnlyObjectWrapper<MonitorState> state =
            new ReadOnlyObjectWrapper<>(new MonitorState(List.of(), new Liveness.Loading()));
    private final Consumer<Outcome<Map<PropertyId, PropertyValue>>> arrivals;
    private final WhileSeen ticking;
    private boolean asking;

    MonitorViewModel(StationModel station) {
        this.station = station;
        ticking = new WhileSeen(station.door(), PERIOD, this::tick);
        arrivals = station.door().latest(this::arrived);
        station.want(SocketIds.settings());
    }

    /** Looks again and again while it is seen. */
    WhileSeen whileSeen() {
        return ticking;
    }

    private void tick() {
        if (station.link().get().isLoggedIn() && !asking) {
            asking = true;
            station.door().deliver(station.access().poll(SAMPLED), arrivals);
        }
        if (!isPaused()) {
            show();
        }
    }

    private void arrived(Outcome<Map<PropertyId, PropertyValue>> outcome) {
        asking = false;
        if (outcome instanceof Outcome.Ok<Map<PropertyId, PropertyValue>>(var read)) {
            Map<PropertyId, PropertyValue> all = new HashMap<>(station.values().get());
            all.putAll(read);
            history.add(SampleReader.read(station.clock().instant(), all));
        }
        if (!isPaused()) {
            show();
        }
    }

    private void show() {
        List<StationSample> samples = history.samples();
        state.set(new MonitorState(samples, liveness(samples)));
    }

    private Liveness liveness(List<StationSample> samples) {
        if (samples.isEmpty()) {
            return new Liveness.Loading();
        }
        Instant last = samples.getLast().at();
        boolean fresh = station.link().get().isLoggedIn()
                && !last.plus(STALE).isBefore(station.clock().instant());
        return fresh ? new Liveness.Live() : new Liveness.Gone(last);
    }

    boolean isPaused() {
        return state.get().liveness() instanceof Liveness.Paused;
    }

    /** Holds the picture, or lets it go on; nothing that happened meanwhile is lost. */
    void pauseOrGoOn() {
        if (isPaused()) {
            show();
        } else if (!state.get().samples().isEmpty()) {
            state.set(new MonitorState(
                    state.get().samples(), new Liveness.Paused(station.clock().instant())));
        }
    }

    /** What is shown, as a table. */
    String csv() {
        return SampleCsv.of(state.get().samples());
    }

    /** What is shown. */
    public ReadOnlyObjectProperty<MonitorState> state() {
        return state.getReadOnlyProperty();
    }
}
