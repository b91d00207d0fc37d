package plugwright.station.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import plugwright.model.SiteTime;

/** The last things that happened, for whoever has to find out why something broke. */
final class Trace {

    /** What fits on a screen and shows a minute of a busy station. */
    private static final int LINES = 30;

    private final Deque<Traced> traced = new ArrayDeque<>();

    private record Traced(SiteTime at, String where, Object what) {}

    void add(SiteTime at, String where, Object what) {
        traced.add(new Traced(at, where, what));
        if (traced.size() > LINES) {
            traced.removeFirst();
        }
    }

    /** Oldest first. */
    List<String> lines() {
        return traced.stream().map(t -> t.at().toInstant() + " " + t.where() + t.what()).toList();
    }
}
