package plugwright.station.control;

import plugwright.model.ReasonKind;

/** Which sockets are being probed: in order of plugging in, as many at once as fit with the full probing current. */
final class Probes {

    private final SocketControl[] sockets;
    private final Room room;
    private final int[] order;
    private boolean running;

    Probes(SocketControl[] sockets, Room room) {
        this.sockets = sockets;
        this.room = room;
        this.order = new int[sockets.length];
    }

    boolean areRunning() {
        return running;
    }

    /** Takes room for the probes, which come before all others; true when a probe starts or is given up. */
    boolean plan(int probing) {
        boolean changed = false;
        running = false;
        int count = inOrder();
        for (int k = 0; k < count; k++) {
            SocketControl s = sockets[order[k]];
            if (s.probe.isRunning()) {
                if (canBeProbed(s, probing) && room.fits(s.index, probing)) {
                    start(s, probing);
                } else {
                    s.probe.abort();
                    changed = true;
                }
            }
        }
        for (int k = 0; k < count; k++) {
            SocketControl s = sockets[order[k]];
            if (s.probe.isWanted() && canBeProbed(s, probing)) {
                if (fullLine(s, probing) == Room.NONE) {
                    s.probe.plan();
                    start(s, probing);
                    changed = true;
                } else {
                    waitForOther(s, probing);
                }
            }
        }
        return changed;
    }

    private boolean canBeProbed(SocketControl s, int probing) {
        int tooSmall = s.stands() && !s.probe.isRunning()
                ? room.tooSmallLineToStart(s.index, probing)
                : room.tooSmallLine(s.index, probing);
        return s.takesPart && s.cap >= probing && tooSmall == Room.NONE;
    }

    private int fullLine(SocketControl s, int probing) {
        return s.stands() ? room.fullLineToStart(s.index, probing) : room.fullLine(s.index, probing);
    }

    private void start(SocketControl s, int probing) {
        running = true;
        s.waitsForProbe = false;
        room.take(s.index, probing);
    }

    private void waitForOther(SocketControl s, int probing) {
        s.waitsForProbe = true;
        int line = fullLine(s, probing);
        int other = SocketControl.NOBODY;
        for (SocketControl o : sockets) {
            if (o.probe.isRunning()) {
                other = o.index;
            }
        }
        s.because(ReasonKind.WAITING_FOR_PROBE, line, other);
    }

    /** Those to be probed, in order of plugging in, then by number. */
    private int inOrder() {
        int count = 0;
        for (SocketControl s : sockets) {
            s.waitsForProbe = false;
            if (!s.takesPart && s.probe.isRunning()) {
                s.probe.abort();
            }
            if (s.takesPart && (s.probe.isWanted() || s.probe.isRunning())) {
                int at = count++;
                while (at > 0 && sockets[order[at - 1]].pluggedAt > s.pluggedAt) {
                    order[at] = order[at - 1];
                    at--;
                }
                order[at] = s.index;
            }
        }
        return count;
    }
}
