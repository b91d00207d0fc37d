package plugwright.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plugwright.api.PropertyRow;
import plugwright.api.PropertyWrite;
import plugwright.catalog.Catalogue;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;
import plugwright.session.Course;
import plugwright.session.Reply;
import plugwright.session.WorkStep;

class SettingsWriterTest {

    private static final StationId STATION = new StationId("ACE0104711");

    private final Catalogue catalogue = Catalogue.shipped();
    private final FakeStation station = new FakeStation();

    @TempDir
    private Path folder;

    private FileJournal journal;
    private SettingsWriter writer;

    @BeforeEach
    void open() {
        journal = new FileJournal(folder);
        writer = new SettingsWriter(catalogue, journal, () -> Instant.EPOCH, "test");
        station.held.put(Known.STATION_MAX_CURRENT, PropertyValue.of(32.0));
        station.held.put(Known.CONNECTOR_1_MAX_CURRENT, PropertyValue.of(16.0));
        station.held.put(Known.LOAD_BALANCING_MODE, PropertyValue.of(2));
        station.held.put(Known.ALTERNATING_PERIOD, PropertyValue.of(900));
    }

    /** Holds values; can be told to ignore, to change or to lose writes. */
    private final class FakeStation implements SettingsPort {
        private final Map<PropertyId, PropertyValue> held = new HashMap<>();
        private final Map<PropertyId, PropertyValue> insists = new HashMap<>();
        private final List<PropertyId> written = new ArrayList<>();
        private int breaksAtWrite = Integer.MAX_VALUE;
        private boolean gone;
        private List<Integer> journalAtWrite = new ArrayList<>();

        @Override
        public CompletableFuture<Outcome<List<PropertyRow>>> read(List<PropertyId> ids) {
            if (gone) {
                return CompletableFuture.completedFuture(Outcome.failed(ProblemCode.CONNECTION_LOST, "x"));
            }
            return CompletableFuture.completedFuture(Outcome.ok(ids.stream()
                    .filter(held::containsKey)
                    .map(id -> new PropertyRow(id, 0, catalogue.get(id).type(), 0, "", held.get(id)))
                    .toList()));
        }

        @Override
        public CompletableFuture<Outcome<Reply>> write(PropertyWrite write) {
            journalAtWrite.add(journal.all(STATION).size());
            if (written.size() + 1 >= breaksAtWrite) {
                gone = true;
                return CompletableFuture.completedFuture(Outcome.failed(ProblemCode.CONNECTION_LOST, "x"));
            }
            written.add(write.id());
            held.put(write.id(), insists.getOrDefault(write.id(), write.value()));
            return CompletableFuture.completedFuture(Outcome.ok(new Reply(200, new byte[0])));
        }
    }

    private SaveResult save(Edit... edits) {
        return ((Outcome.Ok<SaveResult>)
                        writer.save(STATION, List.of(edits), station).join())
                .value();
    }

    private static Edit.Replace set(PropertyId id, double value) {
        return new Edit.Replace(id, PropertyValue.of(value));
    }

    @Test
    void saysWrittenWhenReadBackIsEqual() {
        SaveResult result = save(set(Known.STATION_MAX_CURRENT, 25));
        assertThat(result.outcomes())
                .containsExactly(new WriteOutcome.Written(Known.STATION_MAX_CURRENT, PropertyValue.of(25.0)));
        assertThat(result.isComplete()).isTrue();
    }

    @Test
    void lowersFirstAndRaisesLastWhenSeveralLimitsChange() {
        save(
                set(Known.CONNECTOR_1_MAX_CURRENT, 32),
                new Edit.ReplaceBits(Known.LOAD_BALANCING_MODE, 1, 1),
                set(Known.STATION_MAX_CURRENT, 20));
        assertThat(station.written)
                .containsExactly(Known.STATION_MAX_CURRENT, Known.LOAD_BALANCING_MODE, Known.CONNECTOR_1_MAX_CURRENT);
    }

    @Test
    void leavesOtherBitsAloneWhenOneIsSet() {
        SaveResult result = save(new Edit.ReplaceBits(Known.LOAD_BALANCING_MODE, 1, 1));
        assertThat(station.held.get(Known.LOAD_BALANCING_MODE)).isEqualTo(PropertyValue.of(3));
        assertThat(result.reboot()).containsExactly(Known.LOAD_BALANCING_MODE);
    }

    @Test
    void keepsOldValuesBeforeTheFirstWrite() {
        save(set(Known.STATION_MAX_CURRENT, 25));
        assertThat(station.journalAtWrite).containsExactly(1);
        assertThat(journal.newest(STATION).orElseThrow().before())
                .isEqualTo(Map.of(Known.STATION_MAX_CURRENT, PropertyValue.of(32.0)));
    }

    /** A save that is called off when this step is told. */
    private SaveResult calledOffAt(Class<? extends WorkStep> step, int occurrence, Edit... edits) {
        Course course = new Course();
        AtomicInteger seen = new AtomicInteger();
        course.onStep(told -> {
            if (step.isInstance(told) && seen.incrementAndGet() == occurrence) {
                course.callOff();
            }
        });
        return ((Outcome.Ok<SaveResult>)
                        writer.save(STATION, List.of(edits), station, course).join())
                .value();
    }

    @Test
    void reportsWhatWasWrittenAndKeepsTheRestWhenCalledOffBetweenWrites() {
        SaveResult result = calledOffAt(
                WorkStep.Writing.class,
                2,
                set(Known.STATION_MAX_CURRENT, 20),
                set(Known.CONNECTOR_1_MAX_CURRENT, 10),
                set(Known.ALTERNATING_PERIOD, 60));
        assertThat(station.written).hasSize(2);
        assertThat(result.outcomes())
                .hasSize(3)
                .filteredOn(WriteOutcome.Written.class::isInstance)
                .extracting(WriteOutcome::id)
                .containsExactlyElementsOf(station.written);
        assertThat(result.outcomes().getLast())
                .isInstanceOfSatisfying(WriteOutcome.NotWritten.class, not -> assertThat(not.problem().code())
                        .isEqualTo(ProblemCode.WRITE_CANCELLED));
        assertThat(result.isComplete()).isFalse();
        writer.undo(STATION, station, new Course()).join();
        assertThat(station.held.get(Known.STATION_MAX_CURRENT)).isEqualTo(PropertyValue.of(32.0));
        assertThat(station.held.get(Known.CONNECTOR_1_MAX_CURRENT)).isEqualTo(PropertyValue.of(16.0));
    }

    @Test
    void writesNothingAndRemembersNothingWhenCalledOffBeforeTheFirstWrite() {
        SaveResult result = calledOffAt(WorkStep.Asking.class, 1, set(Known.STATION_MAX_CURRENT, 20));
        assertThat(result.outcomes()).singleElement().isInstanceOf(WriteOutcome.NotWritten.class);
        assertThat(station.written).isEmpty();
        assertThat(journal.all(STATION)).isEmpty();
    }

    @Test
    void tellsEachStepWhenItSaves() {
        Course course = new Course();
        List<WorkStep> steps = new ArrayList<>();
        course.onStep(steps::add);
        writer.save(STATION, List.of(set(Known.STATION_MAX_CURRENT, 20), set(Known.ALTERNATING_PERIOD, 60)), station, course)
                .join();
        assertThat(steps)
                .containsExactly(
                        new WorkStep.Asking(),
                        new WorkStep.Writing(Known.STATION_MAX_CURRENT, 1, 2),
                        new WorkStep.Writing(Known.ALTERNATING_PERIOD, 2, 2),
                        new WorkStep.ReadingBack());
    }

    @Test
    void bringsOldValuesBackWhenUndone() {
        save(set(Known.STATION_MAX_CURRENT, 25), set(Known.CONNECTOR_1_MAX_CURRENT, 10));
        writer.undo(STATION, station, new Course()).join();
        assertThat(station.held.get(Known.STATION_MAX_CURRENT)).isEqualTo(PropertyValue.of(32.0));
        assertThat(station.held.get(Known.CONNECTOR_1_MAX_CURRENT)).isEqualTo(PropertyValue.of(16.0));
    }

    @Test
    void bringsTheSameValuesBackWhenAnUndoingBrokeOffAndIsTriedAgain() {
        save(set(Known.STATION_MAX_CURRENT, 25), set(Known.CONNECTOR_1_MAX_CURRENT, 10));
        station.breaksAtWrite = 4;
        SaveResult half = ((Outcome.Ok<SaveResult>) writer.undo(STATION, station, new Course()).join()).value();
        assertThat(half.isComplete()).isFalse();
        assertThat(station.written).hasSize(3);
        station.gone = false;
        station.breaksAtWrite = Integer.MAX_VALUE;
        writer.undo(STATION, station, new Course()).join();
        assertThat(station.held.get(Known.STATION_MAX_CURRENT)).isEqualTo(PropertyValue.of(32.0));
        assertThat(station.held.get(Known.CONNECTOR_1_MAX_CURRENT)).isEqualTo(PropertyValue.of(16.0));
    }

    @Test
    void saysSoWhenThereIsNothingToUndo() {
        assertThat(writer.undo(STATION, station, new Course()).join())
                .isEqualTo(Outcome.failed(ProblemCode.NOTHING_TO_UNDO));
    }

    @Test
    void writesNothingWhenOneValueIsOutOfRange() {
        SaveResult result = save(set(Known.STATION_MAX_CURRENT, 25), set(Known.CONNECTOR_1_MAX_CURRENT, 99));
        assertThat(station.written).isEmpty();
        assertThat(codes(result))
                .containsEntry(Known.CONNECTOR_1_MAX_CURRENT, ProblemCode.OUT_OF_RANGE)
                .containsEntry(Known.STATION_MAX_CURRENT, ProblemCode.NOT_WRITTEN);
    }

    private static Map<PropertyId, ProblemCode> codes(SaveResult result) {
        Map<PropertyId, ProblemCode> codes = new LinkedHashMap<>();
        for (WriteOutcome outcome : result.outcomes()) {
            switch (outcome) {
                case WriteOutcome.Refused r -> codes.put(r.id(), r.problem().code());
                case WriteOutcome.Lost l -> codes.put(l.id(), l.problem().code());
                case WriteOutcome.NotWritten n -> codes.put(n.id(), n.problem().code());
                default -> {}
            }
        }
        return codes;
    }

    @Test
    void saysUnknownToFirmwareWhenTheStationDoesNotAnswerTheProperty() {
        SaveResult result = save(set(Known.PROBING_CURRENT, 14));
        assertThat(codes(result)).containsEntry(Known.PROBING_CURRENT, ProblemCode.UNKNOWN_TO_FIRMWARE);
    }

    @Test
    void saysRefusedWhenTheStationKeepsItsValue() {
        station.insists.put(Known.STATION_MAX_CURRENT, PropertyValue.of(32.0));
        SaveResult result = save(set(Known.STATION_MAX_CURRENT, 25));
        assertThat(codes(result)).containsEntry(Known.STATION_MAX_CURRENT, ProblemCode.REFUSED_BY_STATION);
    }

    @Test
    void saysAdjustedWhenTheStationHoldsAThirdValue() {
        station.insists.put(Known.STATION_MAX_CURRENT, PropertyValue.of(24.0));
        assertThat(save(set(Known.STATION_MAX_CURRENT, 25)).outcomes())
                .containsExactly(new WriteOutcome.Adjusted(
                        Known.STATION_MAX_CURRENT, PropertyValue.of(25.0), PropertyValue.of(24.0)));
    }

    @Test
    void saysLostAndNotWrittenWhenTheStationGoesMidWrite() {
        station.breaksAtWrite = 2;
        SaveResult result = save(set(Known.STATION_MAX_CURRENT, 25), set(Known.CONNECTOR_1_MAX_CURRENT, 10),
                set(Known.ALTERNATING_PERIOD, 600));
        assertThat(result.outcomes().stream().map(o -> o.getClass().getSimpleName()))
                .containsExactly("Lost", "Lost", "NotWritten");
        assertThat(journal.newest(STATION)).isPresent();
    }

    @Test
    void writesNothingWhenTheStationAlreadyHoldsTheValue() {
        assertThat(save(set(Known.STATION_MAX_CURRENT, 32)).outcomes()).isEmpty();
        assertThat(station.written).isEmpty();
    }

    @Test
    void beginsNothingWhenTheStationIsGone() {
        station.gone = true;
        assertThat(writer.save(STATION, List.of(set(Known.STATION_MAX_CURRENT, 25)), station).join())
                .isInstanceOf(Outcome.Failed.class);
        assertThat(journal.newest(STATION)).isEmpty();
    }

    @Test
    void survivesALineCutShortInTheJournal() throws java.io.IOException {
        save(set(Known.STATION_MAX_CURRENT, 25));
        Path file = folder.resolve("ACE0104711.journal");
        java.nio.file.Files.writeString(file, "{\"at\":\"2026-", java.nio.file.StandardOpenOption.APPEND);
        assertThat(journal.all(STATION)).hasSize(1);
    }
}
