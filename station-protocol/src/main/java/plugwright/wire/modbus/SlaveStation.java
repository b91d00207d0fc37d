package plugwright.wire.modbus;

import java.util.List;
import java.util.Optional;
import plugwright.model.Ipv4Address;

/** What a station offers to its Modbus masters. Safe for use by several connections at once. */
public interface SlaveStation {

    /** What masters may do (2530_1). */
    enum Permission {
        READ,
        READ_AND_WRITE
    }

    Permission permission();

    /** A unit's registers now; empty where there is no such unit. */
    Optional<RegisterImage> image(int unit);

    /**
     * Takes all of these or none.
     *
     * @param unit one that has an image
     * @param writes at least one, each to a writable value; currents among them are finite and not negative
     * @param master who wants it
     * @return why not; empty where they were taken
     */
    Optional<ModbusFault> write(int unit, List<RegisterWrite> writes, Ipv4Address master);
}
