package plugwright.station.control;

import plugwright.model.ReasonKind;

/**
 * Who is served when not all floors fit (guide §2.4): places that are kept until all turns end together on one clock.
 * The clock starts at the first shortage and runs while a vehicle is connected; it does not end a turn during a probe.
 */
final class Turns {

    private static final long GIVES_UP_AFTER = 180_000;
    private static final long GIVES_UP_AGAIN_AFTER = 60_000;

    private final SocketControl[] sockets;
    private final Room room;
    private final int[] order;
    private int count;
    private long boundary = Times.NEVER;
    private long period = 900_000;
    private long places;
    private boolean shortage;
    /** Someone waits who has not himself given a place up: two that draw nothing do not trade places for ever. */
    private boolean someoneWaits;
    private TieOrder ties = TieOrder.HIGHEST_FIRST;

    Turns(SocketControl[] sockets, Room room) {
        this.sockets = sockets;
        this.room = room;
        this.order = new int[sockets.length];
    }

    void period(long millis, long now) {
        period = millis;
        if (boundary != Times.NEVER) {
            boundary = Math.min(boundary, now + millis);
        }
    }

    long period() {
        return period;
    }

    void ties(TieOrder order) {
        ties = order;
    }

    /** When all turns end; {@link Times#NEVER} while the clock stands. */
    long boundary() {
        return boundary;
    }

    /** Goes on with a clock that ran elsewhere. */
    void boundary(long moment) {
        boundary = moment;
    }

    /** Goes on with the places that were given elsewhere. */
    void placesFrom(long number) {
        places = Math.max(places, number);
    }

    /** The fewest periods that any vehicle here has charged: where a newcomer starts. */
    int leastCharged() {
        int least = Integer.MAX_VALUE;
        for (SocketControl s : sockets) {
            least = s.connected ? Math.min(least, s.charged) : least;
        }
        return least == Integer.MAX_VALUE ? 0 : least;
    }

    /** Keeps account of waiting, and of those who have a place and draw nothing while others wait. */
    void observe(SocketControl s, long elapsed, long now) {
        if (s.suspended) {
            // Turns and waits stand still.
            s.drawlessSince = Times.NEVER;
            return;
        }
        if (s.told == 0 && !s.pausedByProbe) {
            s.zeroMillis += elapsed;
        }
        if (!s.isDrawless()) {
            s.gaveUp = false;
            s.satOut = false;
        }
        if (!s.hasPlace || s.told < s.floor || !s.isDrawless() || s.probe.isRunning()) {
            s.drawlessSince = Times.NEVER;
            return;
        }
        if (s.drawlessSince == Times.NEVER) {
            s.drawlessSince = now;
        }
        if (someoneWaits && now - s.drawlessSince >= (s.gaveUp ? GIVES_UP_AGAIN_AFTER : GIVES_UP_AFTER)) {
            s.losePlace();
            s.gaveUp = true;
            s.satOut = true;
            s.hadTurn = true;
        }
    }

    /** Lets the clock of the turns stand still for a while. */
    void standStill(long elapsed) {
        if (boundary != Times.NEVER) {
            boundary += elapsed;
        }
    }

    /**
     * Decides who has a place, in the room that the probes left.
     *
     * @param admitted set for those who are given current now
     */
    void plan(boolean[] admitted, boolean probing, long now) {
        boolean renew = boundary != Times.NEVER && now >= boundary && !probing;
        if (renew) {
            endTurns(now);
        }
        inOrder(renew, probing);
        shortage = false;
        someoneWaits = false;
        for (int k = 0; k < count; k++) {
            SocketControl s = sockets[order[k]];
            int full = s.stands() ? room.fullLineToStart(s.index, s.floor) : room.fullLine(s.index, s.floor);
            if (full == Room.NONE && mayStart(s, now)) {
                room.take(s.index, s.floor);
                admitted[s.index] = true;
                admit(s, renew, now);
            } else {
                leaveOut(s, full, probing);
            }
        }
        runClock(now);
        explain(admitted);
    }

    /** When a turn ends, a pause is long enough or a place is given up though nothing changes, in ms. */
    long nextMoment() {
        long next = boundary == Times.NEVER ? Times.NO_TIMER : boundary;
        for (SocketControl s : sockets) {
            if (s.inMinimumPause) {
                next = Math.min(next, s.pausedAt + Times.MINIMUM_PAUSE);
            }
            if (someoneWaits && s.drawlessSince != Times.NEVER) {
                next = Math.min(next, s.drawlessSince + (s.gaveUp ? GIVES_UP_AGAIN_AFTER : GIVES_UP_AFTER));
            }
        }
        return next;
    }

    private void endTurns(long now) {
        boundary += period;
        if (boundary <= now) {
            boundary = now + period;
        }
        for (SocketControl s : sockets) {
            if (s.connected) {
                boolean waited = !s.hadTurn && s.zeroMillis > period / 2;
                s.waited = waited ? s.waited + 1 : 0;
                s.charged += waited || s.hadTurn ? 0 : 1;
            }
            s.zeroMillis = 0;
            s.satOut = false;
            s.hadTurn = false;
        }
    }

    private static boolean mayStart(SocketControl s, long now) {
        return s.told > 0 || now - s.pausedAt >= Times.MINIMUM_PAUSE;
    }

    private void admit(SocketControl s, boolean renew, long now) {
        boolean secondHalf = boundary != Times.NEVER && boundary - now < period / 2;
        if (!s.hasPlace) {
            s.hasPlace = true;
            s.keepsPlace = secondHalf && !renew;
            s.placeNumber = ++places;
            s.damped.reset();
        } else if (renew) {
            s.keepsPlace = false;
            s.placeNumber = ++places;
        }
        if (s.inMinimumPause) {
            s.damped.reset();
        }
        s.pausedByProbe = false;
        s.inMinimumPause = false;
    }

    private void leaveOut(SocketControl s, int full, boolean probing) {
        s.inMinimumPause = full == Room.NONE;
        if (full == Room.NONE) {
            s.because(ReasonKind.MINIMUM_PAUSE);
            if (s.hasPlace) {
                room.take(s.index, s.floor);
            }
        } else if (probing && s.hasPlace) {
            s.pausedByProbe = true;
            s.because(ReasonKind.WAITING_FOR_PROBE, full, probed());
        } else {
            s.losePlace();
            s.because(s.satOut ? ReasonKind.GAVE_PLACE : ReasonKind.WAITING_TURN, full, SocketControl.NOBODY);
            shortage |= !probing;
            someoneWaits |= !probing && !s.gaveUp;
        }
    }

    private void runClock(long now) {
        boolean anyone = false;
        for (SocketControl s : sockets) {
            anyone |= s.connected;
        }
        if (!anyone) {
            boundary = Times.NEVER;
        } else if (shortage && boundary == Times.NEVER) {
            boundary = now + period;
            for (SocketControl s : sockets) {
                s.zeroMillis = 0;
            }
        }
    }

    /** Until when they wait is known only after the clock was looked at. */
    private void explain(boolean[] admitted) {
        for (int k = 0; k < count; k++) {
            SocketControl s = sockets[order[k]];
            if (!admitted[s.index] && s.kind == ReasonKind.MINIMUM_PAUSE) {
                s.until = s.pausedAt + Times.MINIMUM_PAUSE;
            } else if (!admitted[s.index] && s.kind == ReasonKind.WAITING_TURN) {
                s.until = boundary;
            }
        }
    }

    private int probed() {
        for (SocketControl s : sockets) {
            if (s.probe.isRunning()) {
                return s.index;
            }
        }
        return SocketControl.NOBODY;
    }

    /** Sorts those who take part; they are mostly in the order of the last time, which costs little then. */
    private void inOrder(boolean renew, boolean probing) {
        int before = count;
        count = 0;
        for (int k = 0; k < before; k++) {
            SocketControl s = sockets[order[k]];
            s.inOrder = s.takesPart && !s.waitsForProbe && !s.probe.isRunning();
            if (s.inOrder) {
                insert(s, renew, probing);
            }
        }
        for (SocketControl s : sockets) {
            if (!s.inOrder && s.takesPart && !s.waitsForProbe && !s.probe.isRunning()) {
                insert(s, renew, probing);
            }
        }
        for (int k = 0; k < count; k++) {
            sockets[order[k]].inOrder = false;
        }
    }

    private void insert(SocketControl s, boolean renew, boolean probing) {
        int at = count++;
        while (at > 0 && isBefore(s, sockets[order[at - 1]], renew, probing)) {
            order[at] = order[at - 1];
            at--;
        }
        order[at] = s.index;
    }

    private boolean isBefore(SocketControl s, SocketControl o, boolean renew, boolean probing) {
        int rank = Integer.compare(rank(s, renew, probing), rank(o, renew, probing));
        if (rank != 0) {
            return rank < 0;
        }
        if (!renew && s.hasPlace && o.hasPlace) {
            long later = probing ? s.chargingSince - o.chargingSince : o.placeNumber - s.placeNumber;
            return later != 0 ? later > 0 : s.index < o.index;
        }
        if (s.waited != o.waited) {
            return s.waited > o.waited;
        }
        if (s.charged != o.charged) {
            return s.charged < o.charged;
        }
        return ties == TieOrder.HIGHEST_FIRST ? s.index > o.index : s.index < o.index;
    }

    private static int rank(SocketControl s, boolean renew, boolean probing) {
        if (renew) {
            return s.waited > 0 ? 0 : s.keepsPlace ? 1 : 2;
        }
        if (s.hasPlace) {
            return s.pausedByProbe && !probing ? 0 : 1;
        }
        return s.satOut ? 3 : 2;
    }
}
