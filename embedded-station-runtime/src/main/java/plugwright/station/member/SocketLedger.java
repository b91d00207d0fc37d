package plugwright.station.member;

/**
 * One socket in the coordinator's ledger: the highest that it may be telling, or that its vehicle may still draw, on
 * each phase.
 */
final class SocketLedger {

    private static final int PHASES = 3;

    /** Grants that differ, not superseded and not run out: a change each tick for 2 s; more are joined. */
    private static final int MAX_OPEN = 10;

    // what its last vote said is in force
    private int said;
    private int saidPhases;
    private long saidAt = Timers.NEVER;
    private long echoed = Timers.NEVER;
    private long risesAt = Timers.NEVER;
    int connected = (1 << PHASES) - 1;

    // grants that may come into force yet, oldest first
    private final int[] amount = new int[MAX_OPEN];
    private final int[] phases = new int[MAX_OPEN];
    private final int[] sequence = new int[MAX_OPEN];
    private final long[] sentAt = new long[MAX_OPEN];
    private int open;

    // what the vehicle may still draw
    private final int[] held = new int[PHASES];
    private long heldUntil = Timers.NEVER;

    // a raise that was admitted and not sent yet
    private final int[] planned = new int[PHASES];

    /**
     * Takes a vote.
     *
     * @param its what it says is in force
     * @param vehicle what its vehicle may still draw
     * @param echo our own stamp that it echoes: when at the earliest it was sent
     */
    void vote(Said its, Vehicle vehicle, long echo, long now) {
        int before0 = count(0, now);
        int before1 = count(1, now);
        int before2 = count(2, now);
        said = its.amount;
        saidPhases = its.phases;
        saidAt = now;
        echoed = echo;
        risesAt = echo + Timers.atLeast(its.promise);
        supersede(its.applied);
        if (vehicle == Vehicle.FOLLOWED) {
            heldUntil = Timers.NEVER;
            return;
        }
        hold(0, before0, now);
        hold(1, before1, now);
        hold(2, before2, now);
    }

    /**
     * What a vote says of a socket.
     *
     * @param amount of the lease in force
     * @param phases of it
     * @param promise ms for which it will not rise by itself
     * @param applied sequence number of the last of our grants it applied, 0 for none
     */
    record Said(int amount, int phases, int promise, int applied) {}

    /** Whether the vehicle surely draws no more than the station tells. */
    enum Vehicle {
        FOLLOWED,
        MAY_DRAW_MORE
    }

    private void hold(int phase, int before, long now) {
        int still = now < heldUntil ? held[phase] : 0;
        if (before > granted(phase, now)) {
            held[phase] = Math.max(still, before);
            heldUntil = now + Timers.VEHICLE;
        } else {
            held[phase] = still;
        }
    }

    /** What was sent before the last applied grant can no longer be applied. */
    private void supersede(int applied) {
        int kept = 0;
        for (int i = 0; i < open; i++) {
            if (Integer.compareUnsigned(sequence[i], applied) > 0) {
                move(i, kept++);
            }
        }
        open = kept;
    }

    private void move(int from, int to) {
        amount[to] = amount[from];
        phases[to] = phases[from];
        sequence[to] = sequence[from];
        sentAt[to] = sentAt[from];
    }

    /** A grant goes out. */
    void sent(int milliampere, int mask, int number, long now) {
        forgetRunOut(now);
        boolean same = open > 0 && amount[open - 1] == milliampere && phases[open - 1] == mask;
        if (!same) {
            if (open == MAX_OPEN) {
                join();
            }
            open++;
        }
        amount[open - 1] = milliampere;
        phases[open - 1] = mask;
        sequence[open - 1] = number;
        sentAt[open - 1] = now;
        planned[0] = 0;
        planned[1] = 0;
        planned[2] = 0;
    }

    private void forgetRunOut(long now) {
        int kept = 0;
        for (int i = 0; i < open; i++) {
            if (now < sentAt[i] + Timers.LEASE_COUNTED + Timers.VEHICLE) {
                move(i, kept++);
            }
        }
        open = kept;
    }

    /** The two oldest become one that is as high as either and lasts as long as the later. */
    private void join() {
        amount[1] = Math.max(amount[0], amount[1]);
        phases[1] |= phases[0];
        for (int i = 1; i < open; i++) {
            move(i, i - 1);
        }
        open--;
    }

    /** A raise that will be sent with the next table. */
    void plan(int mask, int milliampere) {
        for (int phase = 0; phase < PHASES; phase++) {
            planned[phase] = (mask >> phase & 1) != 0 ? milliampere : 0;
        }
    }

    void forgetPlan() {
        planned[0] = 0;
        planned[1] = 0;
        planned[2] = 0;
    }

    /** What it may be telling by its vote and by our grants, on a phase. */
    private int granted(int phase, long now) {
        int most = 0;
        if ((saidPhases >> phase & 1) != 0 && now < saidAt + Timers.LEASE_COUNTED + Timers.VEHICLE) {
            most = said;
        }
        for (int i = 0; i < open; i++) {
            boolean counts = now < sentAt[i] + Timers.LEASE_COUNTED + Timers.VEHICLE;
            if (counts && (phases[i] >> phase & 1) != 0) {
                most = Math.max(most, amount[i]);
            }
        }
        return most;
    }

    /** What it may be telling or its vehicle drawing, on a phase, apart from the safe current. */
    int count(int phase, long now) {
        int most = Math.max(granted(phase, now), planned[phase]);
        return now < heldUntil ? Math.max(most, held[phase]) : most;
    }

    /** The same with the safe current, where it may take that before a grant given now has surely run out. */
    int countWithSafe(int phase, int safe, long now) {
        int most = count(phase, now);
        boolean reserves = (connected >> phase & 1) != 0 && mayBeSafe(now);
        return reserves ? Math.max(most, safe) : most;
    }

    /** Whether it is silent or unknown, or could rise to the safe current in the time of a grant given now. */
    boolean mayBeSafe(long now) {
        return isSilent(now) || risesAt < now + Timers.LEASE_COUNTED + Timers.VEHICLE;
    }

    /** Silent, or never heard: its age is known only through the echo. */
    boolean isSilent(long now) {
        return now - echoed > Timers.SILENT;
    }

    /** What the last table that still counts, else the last vote, said it may tell on a phase. */
    int last(int phase, long now) {
        boolean bySent = open > 0 && now < sentAt[open - 1] + Timers.LEASE_COUNTED;
        boolean byVote = now < saidAt + Timers.LEASE_COUNTED;
        if (!bySent && !byVote) {
            return 0;
        }
        int mask = bySent ? phases[open - 1] : saidPhases;
        int current = bySent ? amount[open - 1] : said;
        return (mask >> phase & 1) != 0 ? current : 0;
    }

    /** What its last vote said is in force on a phase. */
    int said(int phase) {
        return (saidPhases >> phase & 1) != 0 ? said : 0;
    }

    /** Whether it was told to lower and has not said that it did. */
    boolean isLoweringOpen() {
        if (open == 0) {
            return false;
        }
        int last = open - 1;
        return (said > amount[last] && (saidPhases & phases[last]) != 0) || (said > 0 && (saidPhases & ~phases[last]) != 0);
    }
}
