package plugwright.wire.scn;

/** What a datagram turned out to be. */
public sealed interface ScnReading {

    /** One of this network, made with its key. */
    record Ours(ScnPacket packet) implements ScnReading {}

    /** One of this family that is good for nothing. */
    record Dropped(DropKind kind) implements ScnReading {}

    /** Of another family or another product: not for us, and not counted here. */
    record NotOurs() implements ScnReading {}
}
