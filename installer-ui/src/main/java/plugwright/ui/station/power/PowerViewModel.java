package plugwright.ui.station.power;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.ui.form.Caution;
import plugwright.ui.form.FieldModel;
import plugwright.ui.form.FieldSpec;
import plugwright.ui.form.FormModel;
import plugwright.ui.station.StationModel;

/** The currents of a station, its connectors and its first minute with a vehicle (guide §2.5.1, §4.3.3). */
public final class PowerViewModel {

    /** Under it no vehicle charges, IEC 61851-1. */
    private static final double LEAST_OFFERED_AMPERE = 6;

    /** With less a vehicle that needs 14 A is not recognised (guide §2.5). */
    private static final double RECOMMENDED_PROBING_AMPERE = 14;

    private final FormModel installation;
    private final FormModel connector1;
    private final FormModel connector2;
    private final FormModel carSpecific;
    private final ReadOnlyBooleanWrapper secondConnector = new ReadOnlyBooleanWrapper(true);

    PowerViewModel(StationModel station) {
        Caution below6 = (entered, held) -> entered.number() < LEAST_OFFERED_AMPERE
                ? Optional.of("power.below-six")
                : Optional.empty();
        Caution below14 = (entered, held) -> entered.number() < RECOMMENDED_PROBING_AMPERE
                ? Optional.of("power.chameleon.low")
                : Optional.empty();
        installation = form(station, "power.station-max", Known.STATION_MAX_CURRENT, below6);
        connector1 = form(station, "power.connector-1-max", Known.CONNECTOR_1_MAX_CURRENT, below6);
        connector2 = form(station, "power.connector-2-max", Known.CONNECTOR_2_MAX_CURRENT, below6);
        carSpecific = form(station, "power.chameleon", Known.PROBING_CURRENT, below14);
        station.want(List.of(Known.SOCKET_COUNT));
        station.values().subscribe((Consumer<Map<PropertyId, PropertyValue>>) this::count);
    }

    /** A station that does not say how many sockets it has keeps both. */
    private void count(Map<PropertyId, PropertyValue> values) {
        PropertyValue sockets = values.get(Known.SOCKET_COUNT);
        secondConnector.set(sockets == null || sockets.number() != 1);
    }

    /** Whether there is a second connector, as far as is known. */
    public ReadOnlyBooleanProperty secondConnector() {
        return secondConnector.getReadOnlyProperty();
    }

    private static FormModel form(StationModel station, String name, PropertyId id, Caution caution) {
        FormModel form = new FormModel(List.of(new FieldModel(
                FieldSpec.ampere(name, station.catalogue().get(id), caution), station.texts().formats())));
        station.add(PowerTab.ID, form);
        return form;
    }

    FormModel installation() {
        return installation;
    }

    FormModel connector1() {
        return connector1;
    }

    FormModel connector2() {
        return connector2;
    }

    FormModel carSpecific() {
        return carSpecific;
    }
}
