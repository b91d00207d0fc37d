package plugwright.api;

import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;

/** One property of a POST /api/prop. */
public record PropertyWrite(PropertyId id, PropertyValue value) {}
