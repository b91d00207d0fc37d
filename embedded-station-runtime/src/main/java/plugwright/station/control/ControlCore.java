package plugwright.station.control;

import java.util.Arrays;
import plugwright.model.ReasonKind;
import plugwright.model.VehicleClass;
import plugwright.wire.scn.VehicleMemory;

/**
 * Decides how much current each vehicle may draw, and says why: admission by turns, probes, max-min sharing, and
 * careful steps from one allocation to the next. Tell it what is known, call {@link #decide}, read what is told.
 * A decision allocates nothing. Sockets are numbered from 0, grid phases 0 to 2, currents are mA per phase,
 * moments ms of the site's clock; a clock that goes back stands still here until it has caught up.
 */
public final class ControlCore {

    /** A gap between two decisions counts as at most this much waiting: the station was off or the clock leapt. */
    private static final long LONGEST_STEP = 5_000;

    private final SocketControl[] sockets;
    private final SharingProblem problem;
    private final Room room;
    private final Division division;
    private final Probes probes;
    private final Turns turns;
    private final Moves moves;
    private final MeteredTotals metered;
    private final boolean[] admitted;
    private int probing = Times.FOURTEEN;
    private long last = Times.NEVER;
    private final TakingPace pace = new TakingPace();
    private boolean mayTake;
    /** Whether the last decision came to the same as the one before: the next takes note of what it did. */
    private boolean settled;

    public ControlCore(int sockets, int groups) {
        this.sockets = new SocketControl[sockets];
        Arrays.setAll(this.sockets, SocketControl::new);
        this.problem = new SharingProblem(sockets, groups);
        this.room = new Room(problem);
        this.division = new Division(this.sockets, problem);
        this.probes = new Probes(this.sockets, room);
        this.turns = new Turns(this.sockets, room);
        this.moves = new Moves(this.sockets, problem);
        this.metered = new MeteredTotals(problem);
        this.admitted = new boolean[sockets];
    }

    /** The groups and their limits, to be set before the first decision and whenever they change. */
    public SharingProblem groups() {
        return problem;
    }

    /**
     * Whether the limits of a group come from a meter: then a socket that stands at 0 is started only by what the
     * group allowed in the whole of the last minute.
     */
    public void metered(int group, boolean itIs) {
        metered.set(group, itIs);
    }

    /** Probing current in mA, at least 6 A, and alternating period in ms. */
    public void timing(int probingMilliampere, long periodMillis, long now) {
        probing = Math.max(Times.MINIMUM, probingMilliampere);
        turns.period(Math.max(Times.MINIMUM_PAUSE, periodMillis), now);
    }

    /** The grid phases that are connected to a socket: bit 0 is L1. */
    public void terminals(int socket, int mask) {
        sockets[socket].phases.all(mask);
    }

    /** Other terminals than before: which of them a vehicle loads is to be seen anew. */
    public void rewired(int socket, int mask) {
        sockets[socket].phases.reset();
        terminals(socket, mask);
    }

    /** The lowest cap of a socket apart from its demand, and which that is. */
    public void cap(int socket, int milliampere, ReasonKind kind) {
        sockets[socket].cap = Math.max(0, milliampere);
        sockets[socket].capKind = kind;
    }

    /**
     * Halts a vehicle, or lets it go on: told 0 meanwhile, waits and turns stand still, and a vehicle that has charged
     * goes on without another probe.
     */
    public void suspend(int socket, boolean halted) {
        SocketControl s = sockets[socket];
        if (s.suspended && !halted) {
            s.damped.reset();
        }
        s.suspended = halted;
    }

    /**
     * Has a socket do what a coordinator says: it is told this at once, as far as its cap allows and 0 below its
     * vehicle's minimum; no probe, turn, demand or sharing of its own.
     */
    public void lead(int socket, int milliampere, VehicleClass vehicleClass) {
        SocketControl s = sockets[socket];
        s.led = true;
        s.ledLimit = Math.max(0, milliampere);
        s.probe.known(vehicleClass);
        s.demand.reset();
        s.losePlace();
    }

    /** Lets a socket that was led decide for itself again; what is known of its vehicle stays. */
    public void leadNoMore(int socket) {
        sockets[socket].led = false;
        sockets[socket].damped.reset();
    }

    /** Until when a cap of 0 will stand, where that is known. */
    public void capUntil(int socket, long moment) {
        sockets[socket].capUntil = moment;
    }

    public void plugged(int socket, long now) {
        sockets[socket].plug(now, turns.leastCharged());
    }

    /**
     * A vehicle that was charged under another control and goes on where that one stopped. What it had does not wait
     * for anything.
     *
     * @param told the limit in force, in mA
     */
    public void takenOver(int socket, VehicleMemory memory, int told, long pluggedAt, long now) {
        sockets[socket].plug(pluggedAt, turns.leastCharged());
        Handover.restore(sockets[socket], memory, told, turns, now);
    }

    /** What another control has to know of a vehicle to go on from here. */
    public VehicleMemory remember(int socket, long now) {
        return Handover.remember(sockets[socket], sockets, turns, now);
    }

    /** The moment when all turns end; long before any clock while there is no shortage. */
    public long turnsEnd() {
        return turns.boundary();
    }

    /** Goes on with the clock of another control. */
    public void turnsEnd(long moment) {
        turns.boundary(moment);
    }

    /** Who comes first of those that have waited and charged alike. */
    public void ties(TieOrder order) {
        turns.ties(order);
    }

    /** What else has a say in when a limit may rise. */
    public void gate(RaiseGate gate) {
        moves.gate(gate);
    }

    /** Which grid phases the vehicle counts on, where someone nearer to it knows. */
    public void vehiclePhases(int socket, int mask) {
        sockets[socket].phases.told(mask);
    }

    public void unplugged(int socket) {
        sockets[socket].unplug();
    }

    /** Whether the vehicle asks for energy: state C. */
    public void asks(int socket, boolean asks) {
        SocketControl s = sockets[socket];
        if (asks && !s.asks) {
            s.probe.asks();
            s.demand.reset();
            s.gaveUp = false;
            s.satOut = false;
        }
        s.asks = asks;
    }

    public void contactor(int socket, boolean open) {
        sockets[socket].contactorOpen = open;
    }

    /** A reading of a socket's meter: the current on each grid phase. */
    public void measured(int socket, int l1, int l2, int l3, long now) {
        SocketControl s = sockets[socket];
        int mask = (l1 >= Times.NO_DRAW ? 1 : 0) | (l2 >= Times.NO_DRAW ? 2 : 0) | (l3 >= Times.NO_DRAW ? 4 : 0);
        s.draw = Math.max(0, Math.max(l1, Math.max(l2, l3)));
        s.phases.observe(mask, now);
    }

    /** Decides anew; to be called after every event that matters and at least each second. */
    public void decide(long moment) {
        long now = Math.max(moment, last);
        long elapsed = last == Times.NEVER ? 0 : Math.min(now - last, LONGEST_STEP);
        last = now;
        metered.observe(now);
        mayTake = pace.mayTake(now);
        boolean changed = false;
        boolean halted = false;
        for (SocketControl s : sockets) {
            changed |= observe(s, elapsed, now);
            halted |= s.connected && s.suspended;
        }
        if (halted) {
            turns.standStill(elapsed);
        }
        room.clear();
        changed |= probes.plan(probing);
        if (changed) {
            // A probe and its end do not wait.
            for (SocketControl s : sockets) {
                s.damped.reset();
            }
        }
        Arrays.fill(admitted, false);
        turns.plan(admitted, probes.areRunning(), now);
        division.divide(admitted, probing, now);
        moves.move(Times.raiseWait(turns.period()), probing, now);
        settled = true;
        for (SocketControl s : sockets) {
            if (s.told != s.toldBefore) {
                s.toldBefore = s.told;
                pace.moved(now);
                settled = false;
            }
            settled &= !s.hasChanged();
        }
    }

    private boolean observe(SocketControl s, long elapsed, long now) {
        s.target = 0;
        s.takesPart = false;
        if (!s.connected) {
            s.because(ReasonKind.NOT_IN_USE);
            return false;
        }
        boolean ended = s.probe.observe(s.draw, s.asks, now);
        s.floor = s.probe.vehicleClass() == VehicleClass.FOURTEEN_AMPERE ? Times.FOURTEEN : Times.MINIMUM;
        problem.phases(s.index, s.phases.counted());
        if (s.probe.isRunning()) {
            s.demand.restart();
        } else {
            if (s.demand.observe(s.draw, s.told, s.floor, mayTake, now)) {
                pace.taken(now);
            }
        }
        turns.observe(s, elapsed, now);
        if (s.suspended) {
            s.because(ReasonKind.SUSPENDED);
            s.demand.restart();
        } else if (s.led) {
            follow(s);
        } else {
            s.takesPart = isEnough(s);
            if (!s.takesPart) {
                s.losePlace();
            }
        }
        return ended;
    }

    private static void follow(SocketControl s) {
        int most = Math.min(s.cap, s.ledLimit);
        s.target = most < s.floor ? 0 : most;
        if (s.ledLimit <= s.cap) {
            s.because(ReasonKind.NETWORK);
            s.amount = s.ledLimit;
        } else {
            s.because(s.cap < s.floor ? tooLittle(s) : s.capKind);
            s.until = s.capUntil;
        }
    }

    private static ReasonKind tooLittle(SocketControl s) {
        boolean fault = s.capKind == ReasonKind.OVERCURRENT || s.capKind == ReasonKind.UNUSABLE_SETTINGS;
        return fault ? s.capKind : ReasonKind.CAP_BELOW_MINIMUM;
    }

    private boolean isEnough(SocketControl s) {
        if (s.cap < s.floor) {
            s.because(tooLittle(s));
            s.until = s.capUntil;
            return false;
        }
        int tooSmall = s.stands()
                ? room.tooSmallLineToStart(s.index, s.floor)
                : room.tooSmallLine(s.index, s.floor);
        if (tooSmall != Room.NONE) {
            s.because(ReasonKind.MINIMUM_DOES_NOT_FIT, tooSmall, SocketControl.NOBODY);
            return false;
        }
        return true;
    }

    /**
     * The next moment at which a decision may differ from the last one though nothing was told to the core meanwhile;
     * the last one or earlier while anything is on its way. Decisions in between would change nothing but the count of
     * time, and for that one within {@value #LONGEST_STEP} ms is needed.
     */
    public long nextMoment() {
        if (!settled) {
            return last;
        }
        long next = Math.min(turns.nextMoment(), last + LONGEST_STEP);
        next = Math.min(next, pace.nextMoment(last));
        for (SocketControl s : sockets) {
            if (s.connected) {
                if (s.probe.isRunning() || s.told != s.target || s.held > 0) {
                    return last;
                }
                next = Math.min(next, Math.min(s.demand.nextMoment(last), s.phases.nextMoment()));
            }
        }
        return metered.areChanging() ? last : next;
    }

    /** The limit to tell the vehicle, in mA: 0 or at least 6 A. */
    public int told(int socket) {
        return sockets[socket].told;
    }

    /** What the sharing came to; told is on its way there. */
    public int target(int socket) {
        return sockets[socket].target;
    }

    /** The grid phases counted for the vehicle: bit 0 is L1. */
    public int phases(int socket) {
        return sockets[socket].phases.counted();
    }

    public VehicleClass vehicleClass(int socket) {
        return sockets[socket].probe.vehicleClass();
    }

    /** The lowest cap of a socket apart from its demand, in mA. */
    public int cap(int socket) {
        return sockets[socket].cap;
    }

    /** Which limit that is. */
    public ReasonKind capKind(int socket) {
        return sockets[socket].capKind;
    }

    /** The moment of plugging in; of no meaning without a vehicle. */
    public long pluggedAt(int socket) {
        return sockets[socket].pluggedAt;
    }

    /** Its least current, in mA. */
    public int floor(int socket) {
        return sockets[socket].floor;
    }

    /** What its demand allows, in mA; {@link Integer#MAX_VALUE} while nothing is taken away. */
    public int demand(int socket) {
        return sockets[socket].demand.cap();
    }

    /** Whether the vehicle was just told less and may not have followed yet. */
    public boolean isLowering(int socket) {
        SocketControl s = sockets[socket];
        return last < s.heldUntil && s.held > s.told;
    }

    /** Whether its phases are known from what it drew. */
    public boolean arePhasesKnown(int socket) {
        return sockets[socket].phases.isKnown();
    }

    public ReasonKind reason(int socket) {
        return sockets[socket].kind;
    }

    /** The line (group × 3 + phase) the reason speaks of; below 0 where it speaks of none. */
    public int reasonLine(int socket) {
        return sockets[socket].line;
    }

    /** The other socket the reason speaks of; below 0 where it speaks of none. */
    public int reasonSocket(int socket) {
        return sockets[socket].other;
    }

    /** The moment the reason speaks of, in ms. */
    public long reasonUntil(int socket) {
        return sockets[socket].until;
    }

    /** The current the reason speaks of, in mA. */
    public int reasonAmount(int socket) {
        return sockets[socket].amount;
    }
}
