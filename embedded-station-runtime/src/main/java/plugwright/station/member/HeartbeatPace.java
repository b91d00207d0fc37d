package plugwright.station.member;

/** When heartbeats go out: each second, earlier with news, but not in the same moment as those of all others. */
final class HeartbeatPace {

    /** Knuth's MMIX generator: good enough to spread packets, and the same in each replay. */
    private static final long FACTOR = 6_364_136_223_846_793_005L;

    private static final long SUMMAND = 1_442_695_040_888_963_407L;
    private static final int HIGH_BITS = 33;

    private long random;
    private long next;
    private long last = Timers.NEVER;
    private boolean early;

    HeartbeatPace(MemberIdentity me, long now) {
        random = ((long) me.sender() << Integer.SIZE) ^ me.boot();
        next = now + jitter((int) Timers.HEARTBEAT);
    }

    /** There is news. */
    void news(long now) {
        if (!early) {
            early = true;
            next = Math.min(next, Math.max(now + jitter(Timers.JITTER), last + Timers.EARLY_GAP));
        }
    }

    boolean isTime(long now) {
        return now >= next;
    }

    void sent(long now) {
        last = now;
        early = false;
        next = now + Timers.HEARTBEAT;
    }

    long due() {
        return next;
    }

    private int jitter(int bound) {
        random = random * FACTOR + SUMMAND;
        return (int) ((random >>> HIGH_BITS) % bound);
    }
}
