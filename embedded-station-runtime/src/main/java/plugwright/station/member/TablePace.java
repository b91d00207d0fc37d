package plugwright.station.member;

import java.util.Arrays;

/** When grant tables go out: each second, at once after a change, again while a lowering is open; four a second. */
final class TablePace {

    private static final long SECOND = 1_000;

    private final long[] sentAt = new long[Timers.TABLES_A_SECOND];
    private int next;
    private long last = Timers.NEVER;
    private boolean waiting;

    TablePace() {
        Arrays.fill(sentAt, Timers.NEVER);
    }

    void begin(long now) {
        waiting = true;
        last = now - Timers.HEARTBEAT;
    }

    /** Whether a table shall go out now. */
    boolean isTime(boolean changed, boolean open, long now) {
        waiting |= changed;
        boolean due = waiting || (open && now - last >= Timers.REPEAT) || now - last >= Timers.HEARTBEAT;
        return due && now - sentAt[next] >= SECOND;
    }

    void sent(long now) {
        sentAt[next] = now;
        next = (next + 1) % sentAt.length;
        last = now;
        waiting = false;
    }
}
