package plugwright.station.engine;

import java.util.OptionalInt;
import plugwright.station.control.ControlCore;

/**
 * A station's place in a control: its own, or one that decides for several stations.
 *
 * @param core that decides
 * @param firstSocket where its sockets begin there
 * @param firstGroup where its groups begin there
 * @param total the group of the total over all stations, where there is one
 */
record Seat(ControlCore core, int firstSocket, int firstGroup, OptionalInt total) {

    /** A control of its own. */
    static Seat alone(int sockets) {
        return new Seat(new ControlCore(sockets, ControlSetup.GROUPS), 0, 0, OptionalInt.empty());
    }

    boolean isShared() {
        return total.isPresent();
    }
}
