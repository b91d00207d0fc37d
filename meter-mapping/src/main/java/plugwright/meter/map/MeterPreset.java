package plugwright.meter.map;

/**
 * A meter whose map is known.
 *
 * @param key to name it by, e.g. {@code eastron-sdm630}
 * @param models type names, for people
 * @param unit the unit number it comes with
 * @param map where it has what
 */
public record MeterPreset(String key, String models, int unit, MeterMap map) {}
