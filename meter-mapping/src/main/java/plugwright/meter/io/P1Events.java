package plugwright.meter.io;

import plugwright.meter.p1.P1Fault;
import plugwright.meter.p1.P1Telegram;
import plugwright.model.WireTime;

/** What a P1 port says; told one after the other, on the reader's thread. */
public interface P1Events {

    /** A telegram that can be relied on: checksum right, supported, not stale. */
    void telegram(P1Telegram telegram, WireTime arrived);

    /** Something came that cannot. */
    void refused(P1Fault fault, WireTime arrived);

    /** The port was opened or lost; the same loss is told once. */
    void line(LineState state);
}
