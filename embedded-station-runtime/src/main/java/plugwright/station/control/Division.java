package plugwright.station.control;

import plugwright.model.ReasonKind;

/** Shares what there is among those admitted, in two runs, and says of each what bound it. */
final class Division {

    private final SocketControl[] sockets;
    private final SharingProblem problem;
    private final MaxMinSharing sharing;
    private final int[] firstRun;
    private final int[] firstBound;

    Division(SocketControl[] sockets, SharingProblem problem) {
        this.sockets = sockets;
        this.problem = problem;
        this.sharing = new MaxMinSharing(problem);
        this.firstRun = new int[sockets.length];
        this.firstBound = new int[sockets.length];
    }

    /** @param admitted by turns; those being probed are added */
    void divide(boolean[] admitted, int probing, long now) {
        boolean demands = false;
        for (SocketControl s : sockets) {
            boolean probed = s.probe.isRunning();
            admitted[s.index] |= probed;
            problem.floor(s.index, probed ? probing : s.floor);
            problem.cap(s.index, probed ? probing : Math.max(s.floor, Math.min(s.cap, s.demand.cap())));
            demands |= !probed && s.demand.cap() < s.cap;
        }
        sharing.share(admitted);
        for (SocketControl s : sockets) {
            firstRun[s.index] = sharing.milliampere(s.index);
            firstBound[s.index] = sharing.bound(s.index);
        }
        if (demands) {
            shareRest(admitted, probing);
        }
        for (SocketControl s : sockets) {
            if (admitted[s.index]) {
                s.target = sharing.milliampere(s.index);
                explain(s, admitted, probing, now);
            }
        }
    }

    /** What demand left over is given to whoever can use it, the capped ones included. */
    private void shareRest(boolean[] admitted, int probing) {
        for (SocketControl s : sockets) {
            if (admitted[s.index]) {
                problem.cap(s.index, s.probe.isRunning() ? probing : Math.max(s.floor, s.cap));
            }
        }
        sharing.shareOn(admitted);
    }

    private void explain(SocketControl s, boolean[] admitted, int probing, long now) {
        if (s.probe.isRunning()) {
            s.because(s.probe.isTesting(now) ? ReasonKind.PROBE_TEST : ReasonKind.PROBING);
            s.amount = probing;
            return;
        }
        boolean byDemand = firstBound[s.index] == MaxMinSharing.AT_CAP
                && firstRun[s.index] == s.demand.cap()
                && s.target == firstRun[s.index]
                && s.target < s.cap;
        int line = sharing.bound(s.index);
        if (byDemand) {
            s.because(ReasonKind.DEMAND);
            s.amount = s.demand.cap();
        } else if (line >= 0) {
            int other = sharer(s, line, admitted);
            s.because(other == SocketControl.NOBODY ? ReasonKind.GROUP : ReasonKind.SHARED, line, other);
        } else {
            s.because(s.capKind);
        }
    }

    private int sharer(SocketControl s, int line, boolean[] admitted) {
        for (SocketControl o : sockets) {
            if (o != s && admitted[o.index] && problem.loads(o.index, line)) {
                return o.index;
            }
        }
        return SocketControl.NOBODY;
    }
}
