package plugwright.station.engine;

import plugwright.meter.MeterNumber;
import plugwright.model.PhaseCurrents;

/** What a station's meter or energy management leaves for its network. */
public sealed interface GridShare {

    /** It reads none for a network. */
    record NotRead() implements GridShare {}

    /**
     * It should read one, and nothing that was read counts any more.
     *
     * @param meter number of the one it is or was, as far as it is known
     */
    record Lost(int meter) implements GridShare {}

    /**
     * This may be told to all members together.
     *
     * @param currents on each grid phase, negative where the house alone takes too much
     * @param meter number of what was read
     * @param at when it was read, in ms of the station's steady clock: each reading is another one
     */
    record Left(PhaseCurrents currents, int meter, long at) implements GridShare {}

    /** The number of all energy management systems: which one it is their set points do not say. */
    int ENERGY_MANAGEMENT = MeterNumber.of("energy management");
}
