package plugwright.ui.station.balancing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.ui.form.Editor;
import plugwright.ui.form.FieldModel;
import plugwright.ui.form.FieldSpec;
import plugwright.ui.form.FormModel;
import plugwright.ui.station.StationModel;

/** Static balancing: the box, the alternating period, whether it is unlocked, and when turning it off is unwise. */
public final class BalancingViewModel {

    /** Bit 0 of 2064_0. */
    private static final long STATIC_BIT = 0x1;

    private static final long UNLOCKED_STATIC = 0x2;
    private static final long UNLOCKED_ACTIVE = 0x4;
    private static final long UNLOCKED_SCN = 0x1;

    /** One feeder is protected at no more than one socket's rating (guide §3.1.2). */
    private static final double FEEDER_AMPERE = 32;

    private final FieldModel box;
    private final FieldModel period;
    private final FormModel form;
    private final ReadOnlyObjectWrapper<Unlock> unlock = new ReadOnlyObjectWrapper<>(Unlock.NOT_KNOWN);

    /** Whether the feature may be used. */
    public enum Unlock {
        NOT_KNOWN,
        LOCKED,
        UNLOCKED,
        /** A station with one socket has nothing to share. */
        ONE_SOCKET
    }

    BalancingViewModel(StationModel station) {
        box = new FieldModel(
                FieldSpec.box(
                        "balancing.slb",
                        station.catalogue().get(Known.LOAD_BALANCING_MODE),
                        STATIC_BIT,
                        (entered, held) -> offCaution(entered, station.values().get())),
                station.texts().formats());
        period = new FieldModel(
                FieldSpec.whole("balancing.period", station.catalogue().get(Known.ALTERNATING_PERIOD)),
                station.texts().formats());
        form = new FormModel(List.of(box, period));
        station.values().subscribe(values -> unlock.set(unlock(values)));
        unlock.subscribe(now -> {
            String reason =
                    switch (now) {
                        case LOCKED -> "balancing.locked";
                        case ONE_SOCKET -> "balancing.one-socket";
                        case NOT_KNOWN, UNLOCKED -> "";
                    };
            box.lock(reason);
            period.lock(reason);
        });
        station.want(List.of(
                Known.LICENCE_FEATURES,
                Known.SOCKET_COUNT,
                Known.FEEDER_COUNT,
                Known.CONNECTOR_1_MAX_CURRENT,
                Known.CONNECTOR_2_MAX_CURRENT,
                Known.STATION_MAX_CURRENT));
        station.add(BalancingTab.ID, form);
    }

    /** Active Load Balancing and Smart Charging Network include Standard Load Balancing (guide §2.2). */
    static Unlock unlock(Map<PropertyId, PropertyValue> values) {
        Optional<Long> features = whole(values, Known.LICENCE_FEATURES);
        if (features.isEmpty()) {
            return Unlock.NOT_KNOWN;
        }
        if (whole(values, Known.SOCKET_COUNT).filter(n -> n < 2).isPresent()) {
            return Unlock.ONE_SOCKET;
        }
        return (features.get() & (UNLOCKED_STATIC | UNLOCKED_ACTIVE | UNLOCKED_SCN)) != 0
                ? Unlock.UNLOCKED
                : Unlock.LOCKED;
    }

    /** What to say before it is turned off: on one feeder both sockets together may take more than it carries (STA-11). */
    static Optional<String> offCaution(PropertyValue entered, Map<PropertyId, PropertyValue> values) {
        boolean off = ((long) entered.number() & STATIC_BIT) == 0;
        boolean oneFeeder = whole(values, Known.FEEDER_COUNT).orElse(1L) == 1;
        boolean two = whole(values, Known.SOCKET_COUNT).orElse(1L) >= 2;
        double sum = real(values, Known.CONNECTOR_1_MAX_CURRENT) + real(values, Known.CONNECTOR_2_MAX_CURRENT);
        return off && oneFeeder && two && sum > FEEDER_AMPERE
                ? Optional.of("balancing.off-single-feeder")
                : Optional.empty();
    }

    private static Optional<Long> whole(Map<PropertyId, PropertyValue> values, PropertyId id) {
        return Optional.ofNullable(values.get(id))
                .filter(v -> !(v instanceof PropertyValue.Text))
                .map(v -> (long) v.number());
    }

    private static double real(Map<PropertyId, PropertyValue> values, PropertyId id) {
        return Optional.ofNullable(values.get(id))
                .filter(v -> !(v instanceof PropertyValue.Text))
                .map(PropertyValue::number)
                .orElse(0.0);
    }

    /** Whether the box stands on "on", saved or not. */
    boolean isOn() {
        return box.input().get().equals(Editor.Box.ON);
    }

    FieldModel box() {
        return box;
    }

    FormModel form() {
        return form;
    }

    ReadOnlyObjectProperty<Unlock> unlock() {
        return unlock.getReadOnlyProperty();
    }
}
