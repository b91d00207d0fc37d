package plugwright.station.engine;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import plugwright.model.LimitGroup;
import plugwright.model.PhaseCurrents;

/** The limits over all sockets of a station that come from outside, each with its place among the control's groups. */
final class OutsideLimits {

    /** A station has one data source: what its meter, its energy management or their loss allows is one group. */
    private enum Slot {
        DATA_SOURCE,
        BACK_OFFICE,
        NETWORK;

        static Slot of(LimitGroup group) {
            return switch (group) {
                case METER, ENERGY_MANAGEMENT, SAFE_CURRENT -> DATA_SOURCE;
                case BACK_OFFICE -> BACK_OFFICE;
                case NETWORK_TOTAL -> NETWORK;
                case STATION_MAXIMUM, FEEDER ->
                    throw new IllegalArgumentException(group + " is a setting of the station");
            };
        }
    }

    static final int SLOTS = Slot.values().length;

    private final Map<Slot, Standing> standing = new EnumMap<>(Slot.class);
    private boolean changed = true;

    /** A limit that stands, on each grid phase. */
    record Standing(LimitGroup group, PhaseCurrents limit) {}

    /** Sets or lifts one; true where that changed anything. */
    boolean set(LimitGroup group, Optional<PhaseCurrents> limit) {
        Slot slot = Slot.of(group);
        Standing before = limit.isPresent()
                ? standing.put(slot, new Standing(group, limit.get()))
                : standing.remove(slot);
        boolean differs = !limit.map(l -> new Standing(group, l)).equals(Optional.ofNullable(before));
        changed |= differs;
        return differs;
    }

    /** Whether anything has changed since this was asked last. */
    boolean takeChanged() {
        boolean before = changed;
        changed = false;
        return before;
    }

    Optional<Standing> at(int slot) {
        return Optional.ofNullable(standing.get(Slot.values()[slot]));
    }
}
