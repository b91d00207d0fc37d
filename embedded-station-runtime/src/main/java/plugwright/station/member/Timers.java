package plugwright.station.member;

/**
 * The network's times in ms, each once. They hang together: a coordinator must know for certain that a member's lease
 * has run out before it gives the current to another, with clocks that go wrong by 500 ppm each way.
 */
public final class Timers {

    /** No moment: long before anything that a clock tells. */
    static final long NEVER = Long.MIN_VALUE / 4;

    public static final long HEARTBEAT = 1_000;

    /** How often a member looks at its clock. */
    public static final long TICK = 200;

    /** Five heartbeats lost in a row: a station is no longer heard. */
    public static final long SILENT = 5_000;

    /** V: how long a member keeps to whom it follows after that one's last packet. */
    public static final long VOTE = 4_000;

    /** For how long the coordinator counts on it: 500 ppm each way less. */
    static final long VOTE_COUNTED = VOTE - VOTE / 500;

    /** L: how long a grant holds, from the vote that it answers. */
    public static final long LEASE = 9_000;

    /** L': for how long the coordinator counts a grant after sending it: drift, and the tick in which it is told. */
    public static final long LEASE_COUNTED = LEASE + LEASE / 500 + 500;

    /** E: a vehicle has 5 s to follow (IEC 61851-1), plus two ticks and one reading. */
    public static final long VEHICLE = 5_500;

    /** W: how long a cut-off member that has less than the safe current waits after L' before it takes that. */
    public static final long RISE_WAIT = 12_000;

    /** From the vote that the last grant answered until a cut-off member may rise. */
    public static final long RISES_AFTER = LEASE_COUNTED + RISE_WAIT;

    /** Who has not heard a quorum within this does not offer itself. */
    static final long HEARD_FOR_OFFER = 3_000;

    /** An offer that brought no authority within this is taken back. */
    static final long OFFER_LASTS = 3_500;

    /** After an offer taken back others have their turn for this and up to {@link #STEP_BACK_SPREAD} more. */
    static final long STEP_BACK = 3_000;

    static final long STEP_BACK_SPREAD = 2_000;

    /** After its start a station neither votes nor offers: a vote given before it may still be counted on. */
    static final long FIRST_VOTE = VOTE + 500;

    /** A new coordinator waits this long for votes of those that it has not heard yet. */
    static final long GATHER = 1_000;

    /** A lowering that is not confirmed is said again. */
    static final long REPEAT = 300;

    /** Grant tables: so many in a second at most. */
    static final int TABLES_A_SECOND = 4;

    /** Early heartbeats: three a second at most. */
    static final long EARLY_GAP = 333;

    /** Those who answer one table do not all answer in the same moment. */
    static final int JITTER = 50;

    /** A promise longer than what anyone waits for is as good as one for ever. */
    static final int PROMISE_FOR_EVER = 600_000;

    private Timers() {}

    /** A duration that a clock told, as it is at least on another clock. */
    static long atLeast(long millis) {
        return millis - millis / 500;
    }
}
