package plugwright.wire.modbus;

/** Why a slave refuses: exception codes of the Modbus Application Protocol, §7. */
public enum ModbusFault {
    ILLEGAL_FUNCTION(1),
    /** No such registers, or not to be written, or not in this combination. */
    ILLEGAL_DATA_ADDRESS(2),
    /** A quantity or value that cannot be. */
    ILLEGAL_DATA_VALUE(3),
    /** No such unit behind this address. */
    NO_SUCH_UNIT(11);

    private final int code;

    ModbusFault(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
