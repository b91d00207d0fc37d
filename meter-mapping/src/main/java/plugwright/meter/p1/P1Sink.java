package plugwright.meter.p1;

/** Who gets what a parser makes of the bytes, in their order. */
public interface P1Sink {

    /** A telegram that can be relied on. */
    void telegram(P1Telegram telegram);

    /** Bytes that did not become one. */
    void refused(P1Fault fault);
}
