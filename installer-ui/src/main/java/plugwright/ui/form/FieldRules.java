package plugwright.ui.form;

import java.math.BigDecimal;
import java.util.Optional;
import plugwright.catalog.PropertyRules;
import plugwright.catalog.PropertyValue;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.ui.text.Formats;
import plugwright.ui.text.Texts;

/** What a field shows, reads and says: pure functions. */
public final class FieldRules {

    /** More decimals than any setting has. */
    private static final int MOST_DECIMALS = 3;

    private FieldRules() {}

    /** The station's value as it stands in the editor. */
    public static String show(FieldSpec spec, PropertyValue value, Formats formats) {
        return switch (spec.editor()) {
            case Editor.Numeric number when !(value instanceof PropertyValue.Text) ->
                formats.decimal(value.number(), number.decimals(), MOST_DECIMALS);
            case Editor.Box box when !(value instanceof PropertyValue.Text) ->
                ((long) value.number() & box.mask()) != 0 ? Editor.Box.ON : Editor.Box.OFF;
            default -> value.text();
        };
    }

    /** The station's value in words, for beside the editor. */
    public static String say(FieldSpec spec, PropertyValue value, Texts texts) {
        return switch (spec.editor()) {
            case Editor.Box box -> texts.get("form.box." + show(spec, value, texts.formats()));
            case Editor.Choice choice -> choice.options().stream()
                    .filter(o -> o.value().equals(value))
                    .map(o -> texts.get(o.textKey()))
                    .findFirst()
                    .orElse(value.text());
            default -> show(spec, value, texts.formats());
        };
    }

    /**
     * What would be written.
     *
     * @param station what the station holds: a box keeps its other bits
     */
    public static Outcome<PropertyValue> read(
            FieldSpec spec, String input, Optional<PropertyValue> station, Formats formats) {
        return switch (spec.editor()) {
            case Editor.Numeric ignored -> number(spec, input, formats);
            case Editor.Box box -> {
                long others = station.map(v -> (long) v.number()).orElse(0L) & ~box.mask();
                yield PropertyRules.check(
                        spec.property(),
                        PropertyValue.of(others | (input.equals(Editor.Box.ON) ? box.mask() : 0L)));
            }
            case Editor.Choice choice -> choice.options().stream()
                    .map(Editor.Option::value)
                    .filter(v -> v.text().equals(input))
                    .findFirst()
                    .map(v -> PropertyRules.check(spec.property(), v))
                    .orElseGet(() -> Outcome.failed(ProblemCode.NOT_A_CHOICE, input, ""));
            case Editor.Text ignored -> PropertyRules.check(spec.property(), PropertyValue.of(input));
        };
    }

    private static Outcome<PropertyValue> number(FieldSpec spec, String input, Formats formats) {
        Optional<BigDecimal> typed = formats.parse(input);
        if (typed.isEmpty()) {
            return Outcome.failed(ProblemCode.NOT_A_NUMBER, input);
        }
        return PropertyRules.parse(spec.property(), typed.get().toPlainString())
                .flatMap(value -> PropertyRules.check(spec.property(), value));
    }

    /** Whether it can be saved and what there is to say. */
    public static Validation validate(
            FieldSpec spec, String input, Optional<PropertyValue> station, Formats formats) {
        return switch (read(spec, input, station, formats)) {
            case Outcome.Failed<PropertyValue>(Problem problem) -> new Validation.Invalid(problem);
            case Outcome.Ok<PropertyValue>(PropertyValue value) -> spec.cautions().stream()
                    .flatMap(c -> c.about(value, station).stream())
                    .findFirst()
                    .<Validation>map(Validation.Warning::new)
                    .orElseGet(Validation.Valid::new);
        };
    }

    /** Whether writing the input would change nothing. */
    public static boolean same(FieldSpec spec, String input, PropertyValue station, Formats formats) {
        return read(spec, input, Optional.of(station), formats) instanceof Outcome.Ok<PropertyValue>(var value)
                ? PropertyValue.same(spec.property().type(), value, station)
                : input.equals(show(spec, station, formats));
    }
}
