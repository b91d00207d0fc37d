package plugwright.station.property;

import java.util.Optional;
import java.util.Set;
import plugwright.api.PropertyWrite;
import plugwright.catalog.Known;
import plugwright.catalog.Property;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyRules;
import plugwright.catalog.PropertyValue;
import plugwright.license.Feature;
import plugwright.license.FeatureSet;
import plugwright.model.Outcome;
import plugwright.model.PhaseMapping;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;

/**
 * Whether a station takes a write: access, type, range and length as the catalogue has them, then what depends on
 * the station itself: its licence, its sockets, its feeders.
 */
public final class WriteRules {

    /** Bit 0 of 2064_0. */
    private static final long STATIC_BIT = 1;

    /** Bit 1 of 2064_0. */
    private static final long ACTIVE_BIT = 2;

    /** A feeder is protected at no more than one socket's rating (guide §3.1.2). */
    private static final double FEEDER_AMPERE = 32;

    /** The longest text that any property holds, in characters: arrays of 50 words need 249, URLs 512. */
    static final int MAX_TEXT = 1_024;

    /** Active load balancing's data source; anything but 0 needs it unlocked (guide §5.3.3.1). */
    private static final PropertyId DATA_SOURCE = PropertyId.of("2530_1");

    private static final PropertyId MAX_PHASES = PropertyId.of("2189_0");
    private static final int PHASES = 3;

    /** SCN-PhaseMapping-1 and -2. */
    private static final Set<PropertyId> SCN_MAPPING = Set.of(PropertyId.of("2180_7"), PropertyId.of("2180_9"));

    /** End of the year 9999: log stamps have four digits. */
    private static final long LAST_MILLISECOND = 253_402_300_799_999L;

    private final FeatureSet features;
    private final LicenceJudge judge;

    /**
     * @param features what is unlocked now
     * @param judge of a new licence key
     */
    public WriteRules(FeatureSet features, LicenceJudge judge) {
        this.features = features;
        this.judge = judge;
    }

    /** Decides; changes nothing. */
    public WriteDecision decide(PropertySpace space, PropertyWrite write) {
        Optional<Property> known = space.find(write.id());
        if (known.isEmpty()) {
            return new WriteDecision.Refused(
                    write.id(), Problem.of(ProblemCode.UNKNOWN_TO_FIRMWARE, write.id().toString()));
        }
        Property property = known.get();
        Outcome<PropertyValue> checked = typed(property, write.value())
                .flatMap(value -> PropertyRules.check(property, value))
                .flatMap(value -> bounded(value))
                .flatMap(value -> permitted(space, property, value));
        return switch (checked) {
            case Outcome.Failed<PropertyValue>(Problem why) -> new WriteDecision.Refused(write.id(), why);
            case Outcome.Ok<PropertyValue>(PropertyValue value) -> adjusted(space, property, value);
        };
    }

    /** Clients send numbers as text, and text that looks like a number as a number. */
    private static Outcome<PropertyValue> typed(Property property, PropertyValue sent) {
        return sent instanceof PropertyValue.Text text ? PropertyRules.parse(property, text.value()) : Outcome.ok(sent);
    }

    private static Outcome<PropertyValue> bounded(PropertyValue value) {
        return value instanceof PropertyValue.Text text && text.value().length() > MAX_TEXT
                ? Outcome.failed(ProblemCode.TOO_LONG, Integer.toString(MAX_TEXT))
                : Outcome.ok(value);
    }

    private Outcome<PropertyValue> permitted(PropertySpace space, Property property, PropertyValue value) {
        PropertyId id = property.id();
        if (id.equals(Known.LOAD_BALANCING_MODE)) {
            return balancing(space.shape(), value);
        }
        if (id.equals(Known.LICENCE_KEY)) {
            return judge.judge(value.text()).map(unlocked -> value);
        }
        if (id.equals(Known.SCN_NAME)) {
            return unlocked(Feature.SMART_CHARGING_NETWORK, "Smart Charging Network", !value.text().isEmpty(), value);
        }
        if (id.equals(DATA_SOURCE)) {
            return unlocked(Feature.ACTIVE_LOAD_BALANCING, "Active Load Balancing", value.number() != 0, value);
        }
        if (id.equals(Known.STATION_CLOCK) && value.number() > LAST_MILLISECOND) {
            return Outcome.failed(
                    ProblemCode.OUT_OF_RANGE, value.text(), "0", Long.toString(LAST_MILLISECOND), property.unit());
        }
        if (id.equals(Known.FEEDER_COUNT) && !space.shape().isDouble() && value.number() > 1) {
            return Outcome.failed(ProblemCode.OUT_OF_RANGE, value.text(), "1", "1", "");
        }
        if (id.equals(Known.PHASE_ROTATION)) {
            return mapping(space, property, value, PhaseMapping.ofSequence(value.text()));
        }
        if (SCN_MAPPING.contains(id)) {
            return mapping(space, property, value, PhaseMapping.ofCode((int) value.number()));
        }
        return Outcome.ok(value);
    }

    /** A one-phase station stands on one grid phase, a three-phase one on all of them in some order (STA-12). */
    private static Outcome<PropertyValue> mapping(
            PropertySpace space, Property property, PropertyValue value, Optional<PhaseMapping> mapping) {
        int phases = space.number(MAX_PHASES) < PHASES ? 1 : PHASES;
        boolean fits = mapping.filter(m -> m.terminals().size() == phases).isPresent();
        return fits ? Outcome.ok(value) : Outcome.failed(ProblemCode.NOT_A_CHOICE, value.text(), property.remark());
    }

    private Outcome<PropertyValue> balancing(StationShape shape, PropertyValue value) {
        long bits = (long) value.number();
        boolean wantsStatic = (bits & STATIC_BIT) != 0;
        // Static balancing shares between the sockets of one station: with one socket there is nothing to share.
        if (wantsStatic && !shape.isDouble()) {
            return Outcome.failed(ProblemCode.OUT_OF_RANGE, value.text(), "0", Long.toString(bits & ~STATIC_BIT), "");
        }
        return unlocked(Feature.STANDARD_LOAD_BALANCING, "Standard Load Balancing", wantsStatic, value)
                .flatMap(v -> unlocked(
                        Feature.ACTIVE_LOAD_BALANCING, "Active Load Balancing", (bits & ACTIVE_BIT) != 0, v));
    }

    private Outcome<PropertyValue> unlocked(Feature needed, String name, boolean wanted, PropertyValue value) {
        return wanted && !features.contains(needed) ? Outcome.failed(ProblemCode.FEATURE_LOCKED, name) : Outcome.ok(value);
    }

    /** What the feeder cables carry together, A. */
    public static double feedersAmpere(PropertySpace space) {
        return space.number(Known.FEEDER_COUNT) * FEEDER_AMPERE;
    }

    private static WriteDecision adjusted(PropertySpace space, Property property, PropertyValue value) {
        double feeders = feedersAmpere(space);
        if (property.id().equals(Known.STATION_MAX_CURRENT) && value.number() > feeders) {
            return new WriteDecision.Adjusted(property.id(), PropertyValue.of(feeders), value.text());
        }
        return new WriteDecision.Accepted(property.id(), value);
    }
}
