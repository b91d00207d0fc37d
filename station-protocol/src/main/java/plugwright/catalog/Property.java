package plugwright.catalog;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What is known about one property.
 *
 * @param id its identifier
 * @param category the category it is listed under, empty where unknown
 * @param description what it is, in English, with the station's own name for it in brackets
 * @param type its data type
 * @param access who may read and write it
 * @param unit unit symbol, empty for none
 * @param length as a station sends it: string buffer incl. NUL, or highest integer, or element count
 * @param min lowest value that makes sense, for numbers
 * @param max highest value that makes sense, for numbers
 * @param initial what a new station starts with, empty if live or unknown
 * @param reboot whether a change works only after a reboot
 * @param backOfficeKey its OCPP configuration key, empty for none
 * @param served whether our own station serves it
 * @param remark choices and observations, free text
 */
public record Property(
        PropertyId id,
        String category,
        String description,
        PropertyType type,
        Access access,
        String unit,
        OptionalInt length,
        OptionalDouble min,
        OptionalDouble max,
        Optional<PropertyValue> initial,
        Reboot reboot,
        String backOfficeKey,
        Served served,
        String remark) {

    /** Who may do what. */
    public enum Access {
        READ_ONLY,
        READ_WRITE,
        /** Write works on the wire, but real stations guard it: factory data. */
        GUARDED,
        /** Never read back: passwords, keys. */
        WRITE_ONLY;

        public boolean isWritable() {
            return this == READ_WRITE || this == WRITE_ONLY;
        }
    }

    /** Whether a change needs a reboot to work. */
    public enum Reboot {
        NEEDED,
        NOT_NEEDED,
        UNKNOWN
    }

    /** Whether the embedded station serves it. */
    public enum Served {
        BY_OUR_STATION,
        KNOWN_ONLY
    }
}
