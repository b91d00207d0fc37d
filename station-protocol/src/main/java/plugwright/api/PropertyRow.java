package plugwright.api;

import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyType;
import plugwright.catalog.PropertyValue;

/**
 * A property as a station answers it.
 *
 * @param id identifier
 * @param access 1 read-only, 0 read and write
 * @param type data type
 * @param length as the station sends it, 0 where it sends none
 * @param category category name
 * @param value its value now
 */
public record PropertyRow(
        PropertyId id, int access, PropertyType type, int length, String category, PropertyValue value) {

    public static final int READ_ONLY = 1;
    public static final int READ_WRITE = 0;
}
