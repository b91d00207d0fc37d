package plugwright.settings;

import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;

/** What the user wants a property to become. */
public sealed interface Edit {

    PropertyId id();

    /** The value it would have, given what the station holds. */
    PropertyValue appliedTo(PropertyValue held);

    /** The whole value. */
    record Replace(PropertyId id, PropertyValue value) implements Edit {
        @Override
        public PropertyValue appliedTo(PropertyValue held) {
            return value;
        }
    }

    /**
     * Some bits of a shared bit field; the others stay as the station holds them when the save begins.
     *
     * @param mask which bits
     * @param bits what they become
     */
    record ReplaceBits(PropertyId id, long mask, long bits) implements Edit {
        @Override
        public PropertyValue appliedTo(PropertyValue held) {
            return PropertyValue.of(((long) held.number() & ~mask) | (bits & mask));
        }
    }
}
