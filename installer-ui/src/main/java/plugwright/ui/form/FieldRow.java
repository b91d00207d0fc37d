package plugwright.ui.form;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import plugwright.catalog.PropertyRules;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.ui.text.Texts;

/** A field as a row: label, editor, the station's value, its state, and below what helps or what is wrong. */
public final class FieldRow extends VBox {

    private static final PseudoClass EDITED = PseudoClass.getPseudoClass("edited");
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    private static final PseudoClass LOCKED = PseudoClass.getPseudoClass("locked");

    private final FieldModel model;
    private final Texts texts;
    private final Control editor;
    private final Label stationValue = new Label();
    private final Pill statePill = new Pill("", Pill.Tone.NEUTRAL);
    private final Pill rebootPill = new Pill("", Pill.Tone.NEUTRAL);
    private final Label note = new Label();

    public FieldRow(FieldModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        FieldSpec spec = model.spec();
        getStyleClass().add("field-row");
        setId(spec.id());

        Label label = new Label(texts.get(spec.labelKey()));
        label.getStyleClass().add("field-label");
        Wrapping.apply(label);
        editor = Editors.build(model, texts);
        label.setLabelFor(editor);
        editor.setAccessibleText(texts.get(spec.labelKey()));
        editor.setAccessibleHelp(help());
        editor.setTooltip(new Tooltip(tooltip()));
        stationValue.getStyleClass().addAll("station-value", "small", "muted");
        note.getStyleClass().addAll("field-note", "small");
        Wrapping.apply(note);
        rebootPill.show(spec.needsReboot() ? texts.get("form.needs-reboot") : "", Pill.Tone.NEUTRAL);

        FlowPane beside = new FlowPane(stationValue, statePill, rebootPill);
        beside.getStyleClass().add("field-beside");
        beside.setAlignment(Pos.CENTER_LEFT);
        for (Label part : List.of(stationValue, statePill, rebootPill)) {
            part.setMinWidth(0);
            part.maxWidthProperty().bind(beside.widthProperty());
            Wrapping.apply(part);
        }
        HBox.setHgrow(beside, Priority.ALWAYS);
        HBox line = new HBox(label, editor, beside);
        line.getStyleClass().add("field-line");
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, note);

        editor.focusedProperty().addListener((property, was, is) -> {
            if (!is) {
                model.left();
            }
        });
        model.state().addListener((property, old, now) -> refresh());
        model.validation().addListener((property, old, now) -> refresh());
        model.messageShown().addListener((property, old, now) -> refresh());
        model.lockKey().addListener((property, old, now) -> refresh());
        model.station().addListener((property, old, now) -> refresh());
        refresh();
    }

    /** The control that is edited, for focus. */
    public Control editor() {
        return editor;
    }

    public FieldModel model() {
        return model;
    }

    private String tooltip() {
        String key = model.spec().property().backOfficeKey();
        return key.isEmpty()
                ? texts.get("form.tooltip.no-key", model.spec().property().id())
                : texts.get("form.tooltip", key, model.spec().property().id());
    }

    /** Range and what it means, e.g. "6.0 to 32.0 A. …". */
    private String help() {
        FieldSpec spec = model.spec();
        Optional<String> words =
                texts.has(spec.helpKey()) ? Optional.of(texts.get(spec.helpKey())) : Optional.<String>empty();
        Optional<String> range = Optional.empty();
        if (spec.editor() instanceof Editor.Numeric number
                && spec.property().min().isPresent()
                && spec.property().max().isPresent()) {
            range = Optional.of(texts.get(
                    "form.range",
                    texts.formats().decimal(PropertyRules.lowest(spec.property()), 0, number.decimals()),
                    texts.formats().decimal(PropertyRules.highest(spec.property()), 0, number.decimals()),
                    spec.property().unit()));
        }
        return range.map(r -> words.map(w -> r + " \u00b7 " + w).orElse(r)).or(() -> words).orElse("");
    }

    private void refresh() {
        FieldState state = model.state().get();
        Validation validation = model.validation().get();
        boolean locked = !model.lockKey().get().isEmpty();
        boolean usable = !locked && !(state instanceof FieldState.NotRead) && !(state instanceof FieldState.Absent);
        editor.setDisable(!usable || state instanceof FieldState.Writing);
        boolean said = model.messageShown().get();
        editor.pseudoClassStateChanged(EDITED, state.isUnsaved());
        editor.pseudoClassStateChanged(
                INVALID, (said && validation.isInvalid()) || state instanceof FieldState.Refused);
        pseudoClassStateChanged(LOCKED, locked);
        stationValue.setText(model.station()
                .get()
                .map(v -> texts.get("form.station", FieldRules.say(model.spec(), v, texts)))
                .orElse(""));
        showState(state);
        showNote(state, validation, said, locked);
    }

    private void showState(FieldState state) {
        switch (state) {
            case FieldState.NotRead ignored -> statePill.show(texts.get("form.state.not-read"), Pill.Tone.NEUTRAL);
            case FieldState.Absent ignored -> statePill.show(texts.get("form.state.absent"), Pill.Tone.NEUTRAL);
            case FieldState.Unchanged ignored -> statePill.show("", Pill.Tone.NEUTRAL);
            case FieldState.Edited ignored when model.validation().get().isInvalid() ->
                statePill.show(texts.get("form.state.invalid"), Pill.Tone.BAD);
            case FieldState.Edited ignored -> statePill.show(texts.get("form.state.edited"), Pill.Tone.ACCENT);
            case FieldState.Writing ignored -> statePill.show(texts.get("form.state.writing"), Pill.Tone.NEUTRAL);
            case FieldState.Written ignored -> statePill.show(texts.get("form.state.written"), Pill.Tone.GOOD);
            case FieldState.Adjusted ignored -> statePill.show(texts.get("form.state.adjusted"), Pill.Tone.ATTENTION);
            case FieldState.Refused ignored -> statePill.show(texts.get("form.state.refused"), Pill.Tone.BAD);
            case FieldState.NotWritten ignored ->
                statePill.show(texts.get("form.state.not-written"), Pill.Tone.ATTENTION);
            case FieldState.Lost ignored -> statePill.show(texts.get("form.state.lost"), Pill.Tone.ATTENTION);
        }
        boolean matters = state.isUnsaved() || state instanceof FieldState.Written;
        rebootPill.setVisible(model.spec().needsReboot() && matters);
        rebootPill.setManaged(rebootPill.isVisible());
    }

    private void showNote(FieldState state, Validation validation, boolean said, boolean locked) {
        note.pseudoClassStateChanged(INVALID, false);
        note.pseudoClassStateChanged(WARNING, false);
        if (locked) {
            note.setText(texts.get(model.lockKey().get()));
        } else if (state instanceof FieldState.Absent) {
            note.setText(texts.problem(Problem.of(
                    ProblemCode.UNKNOWN_TO_FIRMWARE, texts.get(model.spec().labelKey()))));
        } else if (state instanceof FieldState.Refused(var problem)) {
            bad(texts.problem(named(problem)));
        } else if (state instanceof FieldState.NotWritten(var problem)) {
            warn(texts.get("form.not-written", texts.problem(named(problem))));
        } else if (state instanceof FieldState.Lost(var problem)) {
            warn(texts.problem(named(problem)));
        } else if (state instanceof FieldState.Adjusted(var asked)) {
            warn(texts.get("form.adjusted", FieldRules.say(model.spec(), asked, texts)));
        } else if (said && validation instanceof Validation.Invalid(var problem)) {
            bad(texts.problem(named(problem)));
        } else if (validation instanceof Validation.Warning(var key)) {
            warn(texts.get(key));
        } else {
            note.setText(help());
        }
        note.setVisible(!note.getText().isEmpty());
        note.setManaged(note.isVisible());
    }

    /** Problems speak of properties by number; here the label stands beside them. */
    private Problem named(Problem problem) {
        String number = model.spec().property().id().toString();
        String name = texts.get(model.spec().labelKey());
        return new Problem(
                problem.code(),
                problem.details().stream().map(d -> d.equals(number) ? name : d).toList());
    }

    private void bad(String text) {
        note.pseudoClassStateChanged(INVALID, true);
        note.setText(text);
    }

    private void warn(String text) {
        note.pseudoClassStateChanged(WARNING, true);
        note.setText(text);
    }
}
