package plugwright.ui.station.general;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.ui.form.FieldModel;
import plugwright.ui.form.FieldSpec;
import plugwright.ui.form.FormModel;
import plugwright.ui.station.StationModel;

/** What the station is, and which features its licence key unlocks. */
public final class GeneralViewModel {

    /** What is shown and cannot be changed here, in this order, with the keys of its labels. */
    private static final List<Shown> FACTS = List.of(
            new Shown("general.serial", Known.SERIAL),
            new Shown("general.model", Known.MODEL),
            new Shown("general.platform", Known.PLATFORM),
            new Shown("general.firmware", Known.FIRMWARE),
            new Shown("general.sockets", Known.SOCKET_COUNT),
            new Shown("general.boots", Known.BOOT_COUNT),
            new Shown("general.boot-reason", Known.BOOT_REASON));

    private final FormModel identity;
    private final ReadOnlyObjectWrapper<List<Fact>> facts = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Feature>> features = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<String>> key = new ReadOnlyObjectWrapper<>(Optional.empty());

    private record Shown(String labelKey, PropertyId id) {}

    /** A line of what the station is. */
    public record Fact(String labelKey, String value) {}

    /** A feature that is sold, and whether this station has it (guide §2.2). */
    public record Feature(String textKey, Unlock unlock) {}

    /** Whether a feature may be used; not known before the station was read. */
    public enum Unlock {
        NOT_KNOWN,
        LOCKED,
        UNLOCKED
    }

    private enum Sold {
        STATIC("general.feature.slb", 0x2 | 0x4 | 0x1),
        ACTIVE("general.feature.alb", 0x4 | 0x1),
        SCN("general.feature.scn", 0x1);

        private final String textKey;
        /** Bits of 21A2_0 of which any unlocks it: the larger features include the smaller. */
        private final long anyOf;

        Sold(String textKey, long anyOf) {
            this.textKey = textKey;
            this.anyOf = anyOf;
        }
    }

    GeneralViewModel(StationModel station) {
        identity = new FormModel(List.of(new FieldModel(
                FieldSpec.text("general.identity", station.catalogue().get(Known.CHARGE_BOX_IDENTITY)),
                station.texts().formats())));
        station.values().subscribe(this::show);
        station.want(FACTS.stream().map(Shown::id).toList());
        station.want(List.of(Known.LICENCE_FEATURES, Known.LICENCE_KEY));
        station.add(GeneralTab.ID, identity);
    }

    private void show(Map<PropertyId, PropertyValue> values) {
        facts.set(FACTS.stream()
                .map(f -> new Fact(
                        f.labelKey,
                        Optional.ofNullable(values.get(f.id))
                                .map(PropertyValue::text)
                                .orElse("")))
                .toList());
        Optional<PropertyValue> bits = Optional.ofNullable(values.get(Known.LICENCE_FEATURES));
        features.set(java.util.Arrays.stream(Sold.values())
                .map(s -> new Feature(
                        s.textKey,
                        bits.map(b -> ((long) b.number() & s.anyOf) != 0 ? Unlock.UNLOCKED : Unlock.LOCKED)
                                .orElse(Unlock.NOT_KNOWN)))
                .toList());
        key.set(Optional.ofNullable(values.get(Known.LICENCE_KEY)).map(PropertyValue::text));
    }

    FormModel identity() {
        return identity;
    }

    ReadOnlyObjectProperty<List<Fact>> facts() {
        return facts.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Feature>> features() {
        return features.getReadOnlyProperty();
    }

    /** The key that the station holds; empty text for none. */
    ReadOnlyObjectProperty<Optional<String>> key() {
        return key.getReadOnlyProperty();
    }
}
