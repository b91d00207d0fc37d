package plugwright.wire.scn;

/** A packet between members of a Smart Charging Network (docs/scn-protocol.md). */
public sealed interface ScnPacket permits Heartbeat, GrantTable {

    ScnHeader header();
}
