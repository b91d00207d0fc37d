package plugwright.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plugwright.catalog.Catalogue;
import plugwright.catalog.Known;
import plugwright.catalog.Property;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyRules;
import plugwright.catalog.PropertyValue;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;

/**
 * What will be written, in which order: limits are lowered first and raised last, so that a save that breaks off
 * half-way leaves the station at least as safe as it was; what makes the station reboot by itself goes last of all.
 *
 * @param steps in order of writing; properties that already hold the wanted value are left out
 * @param refused edits that cannot be written, with the reason; if there are any, nothing is to be written
 */
public record WritePlan(List<Step> steps, List<Refusal> refused) {

    public WritePlan {
        steps = List.copyOf(steps);
        refused = List.copyOf(refused);
    }

    /** One write. */
    public record Step(PropertyId id, PropertyValue before, PropertyValue after) {}

    /** One edit that cannot be. */
    public record Refusal(PropertyId id, Problem problem) {}

    /** Where a step stands in the order. */
    private enum Rank {
        LOWERS_A_CURRENT,
        SWITCHES,
        OTHER,
        RAISES_A_CURRENT,
        REBOOTS_BY_ITSELF
    }

    /**
     * Plans the edits against what the station holds now.
     *
     * @param held values just read; an edited property that is missing is unknown to this firmware
     */
    public static WritePlan of(List<Edit> edits, Map<PropertyId, PropertyValue> held, Catalogue catalogue) {
        List<Step> steps = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        for (Edit edit : edits) {
            PropertyValue before = held.get(edit.id());
            switch (checked(edit, before, catalogue)) {
                case Outcome.Failed<PropertyValue>(var problem) -> refused.add(new Refusal(edit.id(), problem));
                case Outcome.Ok<PropertyValue>(var after) -> {
                    PropertyValue known = before == null ? PropertyValue.of("") : before;
                    if (!PropertyValue.same(catalogue.get(edit.id()).type(), known, after)) {
                        steps.add(new Step(edit.id(), known, after));
                    }
                }
            }
        }
        steps.sort(Comparator.comparing((Step step) -> rank(step, catalogue)));
        return new WritePlan(steps, refused);
    }

    private static Outcome<PropertyValue> checked(
            Edit edit, @Nullable PropertyValue before, Catalogue catalogue) {
        Property property = catalogue.find(edit.id()).orElse(null);
        if (property == null) {
            return Outcome.failed(ProblemCode.UNKNOWN_PROPERTY, edit.id().toString());
        }
        if (before == null) {
            return property.access() == Property.Access.WRITE_ONLY
                    ? PropertyRules.check(property, edit.appliedTo(PropertyValue.of(0)))
                    : Outcome.failed(ProblemCode.UNKNOWN_TO_FIRMWARE, edit.id().toString());
        }
        return PropertyRules.check(property, edit.appliedTo(before));
    }

    private static Rank rank(Step step, Catalogue catalogue) {
        if (step.id().equals(Known.LICENCE_KEY)) {
            return Rank.REBOOTS_BY_ITSELF;
        }
        if (step.id().equals(Known.LOAD_BALANCING_MODE)) {
            return Rank.SWITCHES;
        }
        Property property = catalogue.get(step.id());
        if (!property.unit().equals("A") || !property.type().isNumber()) {
            return Rank.OTHER;
        }
        return step.after().number() < step.before().number() ? Rank.LOWERS_A_CURRENT : Rank.RAISES_A_CURRENT;
    }
}
