package plugwright.ui.station.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.MainState;

/**
 * What a list of stations tells of one that is logged in. Pure.
 *
 * @param ampere what it draws on its most loaded phase, in A; empty where it did not say
 * @param charging how many of its sockets charge; empty where it did not say
 */
public record LiveNow(OptionalDouble ampere, OptionalInt charging) {

    /** Nothing is known. */
    public static final LiveNow UNKNOWN = new LiveNow(OptionalDouble.empty(), OptionalInt.empty());

    private static final int PHASES = 3;

    /** All it needs, far less than one request holds; every station answers the last. */
    public static List<PropertyId> asked() {
        List<PropertyId> ids = new ArrayList<>();
        for (SocketIds socket : SocketIds.BOTH) {
            ids.add(socket.mainState());
            for (int phase = 0; phase < PHASES; phase++) {
                ids.add(socket.current(phase));
            }
        }
        ids.add(Known.UPTIME);
        return List.copyOf(ids);
    }

    /** Of what was read; a second socket counts where the station answered for one. */
    public static LiveNow of(Map<PropertyId, PropertyValue> read) {
        StationSample sample = SampleReader.read(Instant.EPOCH, read);
        boolean told = SocketIds.BOTH.stream().anyMatch(s -> read.containsKey(s.mainState()));
        int charging = (int) sample.sockets().stream()
                .flatMap(socket -> socket.mainState().stream())
                .filter(LiveNow::charges)
                .count();
        return new LiveNow(
                sample.measured()
                        .map(m -> OptionalDouble.of(m.highest().value()))
                        .orElseGet(OptionalDouble::empty),
                told ? OptionalInt.of(charging) : OptionalInt.empty());
    }

    private static boolean charges(MainState state) {
        return state == MainState.CHARGING_POWER_ON || state == MainState.CHARGING_POWER_STARTING;
    }
}
