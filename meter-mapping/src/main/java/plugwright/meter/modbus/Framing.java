package plugwright.meter.modbus;

/** How Modbus messages travel. */
public enum Framing {
    /** Modbus TCP. */
    TCP,
    /** RTU frames with their checksum over TCP, as simple gateways have it. */
    RTU_OVER_TCP,
    /** Modbus TCP's messages in datagrams. */
    UDP
}
