package plugwright.station.site;

import java.util.HashMap;
import java.util.Map;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.license.Feature;
import plugwright.license.FeatureSet;
import plugwright.station.property.StationShape;

/**
 * A kind of station as it leaves the factory.
 *
 * @param article article code
 * @param type as /api/info says it: sockets, then the kind of each ("1" is a type 2 socket)
 * @param shape sockets and outlets
 * @param factory values that differ from the catalogue's
 * @param unlocked features it comes with
 */
public record StationModel(
        String article, String type, StationShape shape, Map<PropertyId, PropertyValue> factory, FeatureSet unlocked) {

    /** Rated current of a socket, A. */
    private static final double FULL_SOCKET = 32;

    private static final double SMALL_CONNECTOR = 16;
    private static final long STATIC_ON = 1;

    public StationModel {
        factory = Map.copyOf(factory);
    }

    /** One socket of 32 A; everything locked. */
    public static StationModel single() {
        return new StationModel(
                "NG910-60023", "1.1.0", StationShape.ofOne(), factory("NG910", "NG910-60023", 1, FULL_SOCKET),
                FeatureSet.NONE);
    }

    /** Two sockets of 32 A on one feeder: shares the current from delivery, so that the feeder holds (guide §3.1.2). */
    public static StationModel fullDouble() {
        Map<PropertyId, PropertyValue> factory = factory("NG920", "NG920-61031", 2, FULL_SOCKET);
        factory.put(Known.LOAD_BALANCING_MODE, PropertyValue.of(STATIC_ON));
        return new StationModel(
                "NG920-61031", "2.1.1", StationShape.ofTwo(), factory, FeatureSet.of(Feature.STANDARD_LOAD_BALANCING));
    }

    /** Two sockets on one feeder, the connectors limited to 16 A, so that nothing needs sharing; everything locked. */
    public static StationModel smallDouble() {
        return new StationModel(
                "NG920-61031",
                "2.1.1",
                StationShape.ofTwo(),
                factory("NG920", "NG920-61031", 2, SMALL_CONNECTOR),
                FeatureSet.NONE);
    }

    /** The same one, but delivered with these settings and these features only. */
    public StationModel delivered(Map<PropertyId, PropertyValue> settings, Feature... features) {
        Map<PropertyId, PropertyValue> values = new HashMap<>(factory);
        values.putAll(settings);
        return new StationModel(article, type, shape, values, FeatureSet.of(features));
    }

    private static Map<PropertyId, PropertyValue> factory(
            String platform, String article, int sockets, double connector) {
        Map<PropertyId, PropertyValue> values = new HashMap<>();
        values.put(Known.PLATFORM, PropertyValue.of(platform));
        values.put(Known.MODEL, PropertyValue.of(article));
        values.put(Known.SOCKET_COUNT, PropertyValue.of(sockets));
        values.put(Known.CONNECTOR_1_MAX_CURRENT, PropertyValue.of(connector));
        if (sockets > 1) {
            values.put(Known.CONNECTOR_2_MAX_CURRENT, PropertyValue.of(connector));
        }
        // A new station has never started; the catalogue's samples are those of a station in use.
        values.put(Known.BOOT_COUNT, PropertyValue.of(0));
        return values;
    }
}
