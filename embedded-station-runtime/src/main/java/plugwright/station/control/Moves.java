package plugwright.station.control;

import plugwright.model.ReasonKind;

/**
 * From the limits that are told to the targets: lowering at once, raising when the target has stood for a while and
 * the others have made room. Whoever was lowered counts with the old limit until it has surely followed.
 */
final class Moves {

    private final SocketControl[] sockets;
    private final SharingProblem problem;
    private final Room room;
    private RaiseGate gate = RaiseGate.OPEN;

    Moves(SocketControl[] sockets, SharingProblem problem) {
        this.sockets = sockets;
        this.problem = problem;
        this.room = new Room(problem);
    }

    void gate(RaiseGate other) {
        gate = other;
    }

    void move(long raiseWait, int probing, long now) {
        for (SocketControl s : sockets) {
            s.damped.record(s.target, now);
            settle(s, now);
            int most = s.probe.isTesting(now) ? Math.min(s.target, Times.MINIMUM) : s.target;
            if (most < s.told) {
                lower(s, most, now);
            } else if (s.led && most > s.told) {
                // The coordinator saw to it that there is room.
                begin(s, now);
                s.told = most;
            }
        }
        room.clear();
        for (SocketControl s : sockets) {
            room.take(s.index, s.counted(now));
        }
        // Probes first: their minute begins when they are told, and everyone else waits for it.
        for (SocketControl s : sockets) {
            if (s.probe.isRunning()) {
                raise(s, raiseWait, now);
            }
        }
        for (SocketControl s : sockets) {
            if (!s.probe.isRunning()) {
                raise(s, raiseWait, now);
            }
        }
        for (SocketControl s : sockets) {
            if (s.probe.isRunning() && s.told >= probing) {
                s.probe.told(now);
            }
        }
    }

    /**
     * A lowered vehicle has followed when it was seen to go below its limit and stay there, or can't draw: its pilot
     * stands still and its contactor is open. One that draws little anyway has not: it may still take what it was told
     * before, and a contactor that is open while the pilot oscillates may close.
     */
    private static void settle(SocketControl s, long now) {
        if (now >= s.heldUntil) {
            s.held = 0;
            s.belowSince = Times.NEVER;
            return;
        }
        if (s.draw > Math.max(s.told, Times.NO_DRAW)) {
            s.seenAbove = true;
            s.belowSince = Times.NEVER;
        } else if (s.belowSince == Times.NEVER) {
            s.belowSince = now;
        }
        boolean followed =
                s.seenAbove && s.belowSince != Times.NEVER && now - s.belowSince >= Times.MEASURED_BELOW;
        if (followed || (s.contactorOpen && s.told == 0)) {
            s.held = 0;
            s.heldUntil = Times.NEVER;
            s.belowSince = Times.NEVER;
        }
    }

    private static void lower(SocketControl s, int milliampere, long now) {
        if (!s.contactorOpen || milliampere > 0) {
            s.held = now < s.heldUntil ? Math.max(s.held, s.told) : s.told;
            s.heldUntil = now + Times.VEHICLE_FOLLOWS;
            s.seenAbove = s.draw > milliampere;
            s.belowSince = Times.NEVER;
        }
        s.told = milliampere;
        if (milliampere == 0) {
            s.pausedAt = now;
            s.demand.restart();
        }
    }

    private void raise(SocketControl s, long raiseWait, long now) {
        if (s.target == 0 || s.told >= s.target || s.probe.isTesting(now)) {
            return;
        }
        int damped = s.damped.lowest(now, raiseWait);
        int desired = damped >= s.floor ? damped : 0;
        int counted = s.counted(now);
        room.giveBack(s.index, counted);
        int full = room.fullLine(s.index, desired);
        if (desired > s.told && full == Room.NONE && gate.allows(s.index, problem.phases(s.index), desired)) {
            begin(s, now);
            s.told = desired;
        } else if (s.told > 0 && s.told < s.floor) {
            classedHigher(s, now);
        }
        room.take(s.index, s.counted(now));
        if (s.told < s.target) {
            explain(s, full, now);
        }
    }

    private static void begin(SocketControl s, long now) {
        if (s.told == 0) {
            s.chargingSince = now;
        }
    }

    /** Its floor has just risen above what it is told: the floor now, or nothing. */
    private void classedHigher(SocketControl s, long now) {
        if (room.fits(s.index, s.floor) && gate.allows(s.index, problem.phases(s.index), s.floor)) {
            s.told = s.floor;
        } else {
            lower(s, 0, now);
        }
    }

    private void explain(SocketControl s, int full, long now) {
        int other = full == Room.NONE ? SocketControl.NOBODY : lowering(s, full, now);
        if (other == SocketControl.NOBODY) {
            s.because(ReasonKind.RISING);
            s.amount = s.target;
        } else {
            s.because(ReasonKind.LOWERING_FIRST, full, other);
        }
    }

    private int lowering(SocketControl s, int line, long now) {
        for (SocketControl o : sockets) {
            if (o != s && problem.loads(o.index, line) && o.counted(now) > o.told) {
                return o.index;
            }
        }
        return SocketControl.NOBODY;
    }
}
