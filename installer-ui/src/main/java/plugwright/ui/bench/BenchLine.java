package plugwright.ui.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plugwright.model.MainState;
import plugwright.model.SiteTime;
import plugwright.model.StationId;
import plugwright.station.engine.SocketSnapshot;
import plugwright.station.site.SiteSnapshot;

/**
 * Something that happened at the site.
 *
 * @param at by the site's clock
 * @param station where
 * @param socket 1 or 2; empty for the whole station
 * @param what of it
 */
record BenchLine(SiteTime at, StationId station, Optional<Integer> socket, What what) {
    /** Kinds of what happens. */
    sealed interface What {
        record State(MainState state) implements What {}

        record Told(double ampere) implements What {}

        record WentDown() implements What {}

        record CameUp() implements What {}
    }

    /** What differs between two looks at a site, oldest first. Pure. */
    static List<BenchLine> between(SiteSnapshot before, SiteSnapshot now) {
        List<BenchLine> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(before.stations().size(), now.stations().size()); i++) {
            SiteSnapshot.StationView was = before.stations().get(i);
            SiteSnapshot.StationView is = now.stations().get(i);
            StationId id = is.access().serial();
            if (was.power() != is.power()) {
                lines.add(new BenchLine(
                        now.at(),
                        id,
                        Optional.empty(),
                        is.power() == SiteSnapshot.Power.UP ? new What.CameUp() : new What.WentDown()));
            }
            List<SocketSnapshot> old = was.inside().sockets();
            List<SocketSnapshot> sockets = is.inside().sockets();
            for (int s = 0; s < Math.min(old.size(), sockets.size()); s++) {
                changes(now.at(), id, old.get(s), sockets.get(s), lines);
            }
        }
        return lines;
    }

    private static void changes(
            SiteTime at, StationId id, SocketSnapshot was, SocketSnapshot is, List<BenchLine> lines) {
        Optional<Integer> socket = Optional.of(is.number().number());
        if (was.mainState() != is.mainState()) {
            lines.add(new BenchLine(at, id, socket, new What.State(is.mainState())));
        } else if (!was.offer().told().equals(is.offer().told())) {
            lines.add(new BenchLine(at, id, socket, new What.Told(is.offer().told().value())));
        }
    }
}
