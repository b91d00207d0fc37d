package plugwright.station.member;

import plugwright.wire.scn.Heartbeat;
import plugwright.wire.scn.SocketVote;
import plugwright.wire.scn.Source;

/** Which differences between two heartbeats of a station do not wait for the next tick, or the next second. */
final class Changes {

    private Changes() {}

    static boolean matter(Heartbeat before, Heartbeat after) {
        if (before.contact() != after.contact()
                || before.change() != after.change()
                || before.stationMaximum() != after.stationMaximum()
                || before.sockets().size() != after.sockets().size()
                || isLess(before.source(), after.source())) {
            return true;
        }
        for (int i = 0; i < after.sockets().size(); i++) {
            if (matter(before.sockets().get(i), after.sockets().get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean matter(SocketVote before, SocketVote after) {
        return before.use() != after.use()
                || before.counted() != after.counted()
                || before.cap() != after.cap()
                || before.following() != after.following();
    }

    /** More can wait for the next second. */
    static boolean isLess(Source before, Source after) {
        if (before instanceof Source.Available was && after instanceof Source.Available is) {
            return is.l1() < was.l1() || is.l2() < was.l2() || is.l3() < was.l3();
        }
        return !before.getClass().equals(after.getClass());
    }
}
