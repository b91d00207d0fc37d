package plugwright.ui.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plugwright.catalog.Catalogue;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyValue;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;
import plugwright.settings.WriteOutcome;
import plugwright.ui.app.MadeUpSite;
import plugwright.ui.app.MadeUpStation;
import plugwright.ui.form.FieldModel;
import plugwright.ui.form.FieldSpec;
import plugwright.ui.form.FieldState;
import plugwright.ui.form.FormModel;
import plugwright.ui.gallery.SameThread;
import plugwright.ui.text.Texts;

/** What may happen while a save is under way, and what becomes of edits. */
class StationModelTest {

    private static final Catalogue CATALOGUE = Catalogue.shipped();
    private static final Texts ENGLISH = Texts.in(Locale.ENGLISH);

    private final MadeUpStation station = new MadeUpStation();
    private final CompletableFuture<Void> saved = new CompletableFuture<>();
    private final StationModel model = new StationModel(
            new StationId("ACE0104711"), station, SameThread.door(), ENGLISH, CATALOGUE, () -> MadeUpSite.NOW);
    private final FieldModel maximum = new FieldModel(
            FieldSpec.ampere("power.station-max", CATALOGUE.get(Known.STATION_MAX_CURRENT)), ENGLISH.formats());
    private final FieldModel probing = new FieldModel(
            FieldSpec.ampere("power.chameleon", CATALOGUE.get(Known.PROBING_CURRENT)), ENGLISH.formats());

    @BeforeEach
    void open() {
        model.add("power", new FormModel(List.of(maximum, probing)));
        station.logIn(MadeUpStation.PASSWORD);
        maximum.input().set("25");
    }

    @Test
    void keepsWhatIsOnItsWayWhenTheStationIsReadBeforeItArrived() {
        station.slow(saved);
        model.save();
        // Another tab is opened, and its values are read: those of before the save.
        maximum.load(PropertyValue.of(32.0));
        model.want(List.of(Known.ALTERNATING_PERIOD));
        model.reload();
        assertThat(maximum.state().get()).isInstanceOf(FieldState.Writing.class);
        assertThat(maximum.input().get()).isEqualTo("25");
        assertThat(model.values().get()).as("read during the save").doesNotContainKey(Known.ALTERNATING_PERIOD);

        saved.complete(null);
        assertThat(maximum.input().get()).isEqualTo("25.0");
        assertThat(maximum.station().get()).contains(PropertyValue.of(25.0));
        assertThat(model.values().get()).as("read after the save").containsKey(Known.ALTERNATING_PERIOD);
        assertThat(model.unsaved().get()).isZero();
    }

    @Test
    void beginsNoSecondSaveWhileOneIsUnderWayAndKeepsWhatIsEditedMeanwhile() {
        station.slow(saved);
        model.save();
        probing.input().set("16");
        model.save();
        assertThat(model.lastDone().get()).isEqualTo(new LastDone.Saving(1));
        assertThat(station.value(Known.PROBING_CURRENT)).contains(PropertyValue.of(14.0));
        saved.complete(null);
        assertThat(probing.input().get()).isEqualTo("16");
        assertThat(probing.state().get()).isInstanceOf(FieldState.Edited.class);
        model.save();
        assertThat(station.value(Known.PROBING_CURRENT)).contains(PropertyValue.of(16.0));
    }

    @Test
    void canBeToldNothingElseUntilASaveIsReadBack() {
        station.slow(saved);
        assertThat(model.usable().get()).isTrue();
        model.save();
        assertThat(model.usable().get()).isFalse();
        assertThat(model.isSaving()).isTrue();
        saved.complete(null);
        assertThat(model.usable().get()).isTrue();
        assertThat(model.isSaving()).isFalse();
    }

    @Test
    void canBeUndoneWhenItIsNotKnownWhatWasWritten() {
        station.answer(new WriteOutcome.Lost(
                Known.STATION_MAX_CURRENT,
                PropertyValue.of(25.0),
                Problem.of(ProblemCode.WRITE_LOST, Known.STATION_MAX_CURRENT.toString())));
        model.save();
        assertThat(maximum.state().get()).isInstanceOf(FieldState.Lost.class);
        assertThat(model.undoable().get()).isTrue();
    }

    @Test
    void canBeUndoneAgainWhenTheUndoingWasRefused() {
        model.save();
        assertThat(model.undoable().get()).isTrue();
        station.answer(new WriteOutcome.Refused(
                Known.STATION_MAX_CURRENT,
                PropertyValue.of(32.0),
                Problem.of(ProblemCode.REFUSED_BY_STATION, Known.STATION_MAX_CURRENT.toString(), "32", "25")));
        model.undo();
        assertThat(model.undoable().get()).isTrue();
    }

    @Test
    void saysNotWrittenRatherThanRefusedWhenNothingWasSent() {
        station.answer(new WriteOutcome.NotWritten(
                Known.STATION_MAX_CURRENT,
                PropertyValue.of(25.0),
                Problem.of(ProblemCode.NOT_WRITTEN, Known.STATION_MAX_CURRENT.toString())));
        model.save();
        assertThat(maximum.state().get()).isInstanceOf(FieldState.NotWritten.class);
        assertThat(maximum.edit()).isPresent();
        assertThat(model.undoable().get()).isFalse();
    }
}
