package plugwright.wire.modbus;

/** How a value lies in registers of 16 bit: big endian, the high word first. Names are those of the register table. */
public enum RegisterType {
    /** ASCII, two characters a register, padded with NUL. */
    STRING,
    SIGNED16,
    UNSIGNED16,
    UNSIGNED32,
    UNSIGNED64,
    /** IEEE 754. */
    FLOAT32,
    FLOAT64
}
