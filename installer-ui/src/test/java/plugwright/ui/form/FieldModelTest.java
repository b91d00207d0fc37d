package plugwright.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plugwright.catalog.Catalogue;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.settings.Edit;
import plugwright.settings.WriteOutcome;
import plugwright.ui.text.Formats;
import plugwright.ui.text.Texts;

class FieldModelTest {

    private static final Catalogue CATALOGUE = Catalogue.shipped();
    private static final Formats ENGLISH = Texts.in(Locale.ENGLISH).formats();

    private static final PropertyId ID = Known.STATION_MAX_CURRENT;

    private final FieldModel maximum = new FieldModel(
            FieldSpec.ampere("power.station-max", CATALOGUE.get(Known.STATION_MAX_CURRENT)), ENGLISH);

    @Test
    void isUnchangedAfterLoadingAndEditedAfterTyping() {
        assertThat(maximum.state().get()).isInstanceOf(FieldState.NotRead.class);
        maximum.load(PropertyValue.of(32.0));
        assertThat(maximum.input().get()).isEqualTo("32.0");
        assertThat(maximum.state().get()).isInstanceOf(FieldState.Unchanged.class);
        assertThat(maximum.edit()).isEmpty();
        maximum.input().set("25");
        assertThat(maximum.state().get()).isInstanceOf(FieldState.Edited.class);
        assertThat(maximum.edit()).contains(new Edit.Replace(ID, PropertyValue.of(25.0)));
        maximum.input().set("32");
        assertThat(maximum.state().get()).isInstanceOf(FieldState.Unchanged.class);
    }

    @Test
    void keepsTheEditWhenTheStationIsReadAgain() {
        maximum.load(PropertyValue.of(32.0));
        maximum.input().set("25");
        maximum.load(PropertyValue.of(20.0));
        assertThat(maximum.input().get()).isEqualTo("25");
        assertThat(maximum.station().get()).contains(PropertyValue.of(20.0));
    }

    @Test
    void saysWhatIsWrongOnlyAfterTheFieldWasLeftAndNeverWritesIt() {
        maximum.load(PropertyValue.of(32.0));
        maximum.input().set("99");
        assertThat(maximum.messageShown().get()).isFalse();
        maximum.left();
        assertThat(maximum.messageShown().get()).isTrue();
        assertThat(maximum.validation().get())
                .isInstanceOfSatisfying(
                        Validation.Invalid.class,
                        v -> assertThat(v.problem().code()).isEqualTo(ProblemCode.OUT_OF_RANGE));
        assertThat(maximum.edit()).isEmpty();
    }

    @Test
    void editIsKeptWhenTheStationRefusesOrIsLost() {
        maximum.load(PropertyValue.of(32.0));
        maximum.input().set("25");
        maximum.writing();
        maximum.saved(new WriteOutcome.Refused(ID, PropertyValue.of(25.0), Problem.of(ProblemCode.REFUSED_BY_STATION)));
        assertThat(maximum.input().get()).isEqualTo("25");
        assertThat(maximum.state().get().isUnsaved()).isTrue();
        maximum.saved(new WriteOutcome.Lost(ID, PropertyValue.of(25.0), Problem.of(ProblemCode.WRITE_LOST)));
        assertThat(maximum.edit()).contains(new Edit.Replace(ID, PropertyValue.of(25.0)));
    }

    @Test
    void showsWhatTheStationMadeOfIt() {
        maximum.load(PropertyValue.of(32.0));
        maximum.input().set("64");
        maximum.saved(new WriteOutcome.Adjusted(ID, PropertyValue.of(64.0), PropertyValue.of(32.0)));
        assertThat(maximum.input().get()).isEqualTo("32.0");
        assertThat(maximum.state().get()).isEqualTo(new FieldState.Adjusted(PropertyValue.of(64.0)));
        assertThat(maximum.edit()).isEmpty();
    }

    @Test
    void boxesOfOnePropertyEachChangeTheirOwnBit() {
        FieldModel one = box(0x1);
        FieldModel two = box(0x2);
        FormModel form = new FormModel(List.of(one, two));
        form.load(Map.of(Known.LOAD_BALANCING_MODE, PropertyValue.of(2L)));
        assertThat(one.input().get()).isEqualTo(Editor.Box.OFF);
        assertThat(two.input().get()).isEqualTo(Editor.Box.ON);
        one.input().set(Editor.Box.ON);
        assertThat(form.edits()).containsExactly(new Edit.ReplaceBits(Known.LOAD_BALANCING_MODE, 0x1, 3));
        two.input().set(Editor.Box.OFF);
        assertThat(form.edits()).containsExactly(
                        new Edit.ReplaceBits(Known.LOAD_BALANCING_MODE, 0x1, 3),
                        new Edit.ReplaceBits(Known.LOAD_BALANCING_MODE, 0x2, 0));
        assertThat(form.unsaved().get()).isEqualTo(2);
    }

    private static FieldModel box(long mask) {
        return new FieldModel(
                FieldSpec.box("balancing.slb", CATALOGUE.get(Known.LOAD_BALANCING_MODE), mask), ENGLISH);
    }

    @Test
    void formFindsItsFirstErrorAndCountsWhatIsUnsaved() {
        FormModel form = new FormModel(List.of(maximum));
        form.load(Map.of(Known.STATION_MAX_CURRENT, PropertyValue.of(32.0)));
        assertThat(form.firstError()).isEmpty();
        maximum.input().set("many");
        assertThat(form.firstError()).contains(maximum);
        assertThat(form.unsaved().get()).isEqualTo(1);
        form.revert();
        assertThat(form.unsaved().get()).isZero();
        assertThat(maximum.input().get()).isEqualTo("32.0");
    }

    @Test
    void propertyThatTheStationDoesNotHaveIsAbsent() {
        new FormModel(List.of(maximum)).load(Map.of());
        assertThat(maximum.state().get()).isInstanceOf(FieldState.Absent.class);
    }

    @Test
    void cautionWarnsAndStillLetsSave() {
        FieldModel probing = new FieldModel(
                FieldSpec.ampere(
                        "power.chameleon",
                        CATALOGUE.get(Known.PROBING_CURRENT),
                        (entered, held) -> entered.number() < 14 ? Optional.of("power.chameleon.low") : Optional.empty()),
                ENGLISH);
        probing.load(PropertyValue.of(14.0));
        probing.input().set("10");
        assertThat(probing.validation().get()).isEqualTo(new Validation.Warning("power.chameleon.low"));
        assertThat(probing.edit()).contains(new Edit.Replace(Known.PROBING_CURRENT, PropertyValue.of(10.0)));
    }
}
