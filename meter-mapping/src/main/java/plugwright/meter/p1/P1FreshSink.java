package plugwright.meter.p1;

import java.util.Optional;

/** Hands on what is not stale. To be told when bytes arrived before these are fed to a parser. */
public final class P1FreshSink implements P1Sink {

    private final P1Freshness freshness = new P1Freshness();
    private final P1Sink next;
    private long arrivedMillis;

    /** @param next who gets telegrams that are fresh, and faults */
    public P1FreshSink(P1Sink next) {
        this.next = next;
    }

    /** What comes now arrived at this moment, on a clock that only runs forward. */
    public void arrived(long millis) {
        arrivedMillis = millis;
    }

    @Override
    public void telegram(P1Telegram telegram) {
        Optional<P1Fault> stale = freshness.judge(telegram.time(), arrivedMillis);
        if (stale.isPresent()) {
            next.refused(stale.get());
        } else {
            next.telegram(telegram);
        }
    }

    @Override
    public void refused(P1Fault fault) {
        next.refused(fault);
    }
}
