package plugwright.settings;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import plugwright.api.PropertyRow;
import plugwright.api.PropertyWrite;
import plugwright.catalog.Catalogue;
import plugwright.catalog.Property;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;
import plugwright.session.Course;
import plugwright.session.Reply;
import plugwright.session.WorkStep;

/**
 * Saves edits: reads what the station holds, plans, keeps the old values, writes step by step, reads back, and says
 * of every property what became of it. Nothing is written if one edit cannot be, or the old values cannot be kept.
 */
public final class SettingsWriter {

    private final Catalogue catalogue;
    private final Journal journal;
    private final InstantSource clock;
    private final String who;

    /** What an undoing that was not done whole was to bring back: it made the journal's newest entry itself. One a station. */
    private final Map<StationId, Journal.Entry> unfinished = new ConcurrentHashMap<>();

    /**
     * @param who whose saves the journal says these are
     */
    public SettingsWriter(Catalogue catalogue, Journal journal, InstantSource clock, String who) {
        this.catalogue = catalogue;
        this.journal = journal;
        this.clock = clock;
        this.who = who;
    }

    /**
     * Saves.
     *
     * @return what became of each property, or the problem that kept the save from beginning; then nothing was written
     */
    public CompletableFuture<Outcome<SaveResult>> save(StationId station, List<Edit> edits, SettingsPort port) {
        return save(station, edits, port, new Course());
    }

    /**
     * Saves, and can be called off between two writes: what was written by then is read back and reported, the rest is
     * reported as not written.
     */
    public CompletableFuture<Outcome<SaveResult>> save(
            StationId station, List<Edit> edits, SettingsPort port, Course course) {
        return write(station, edits, port, course).thenApply(outcome -> {
            if (outcome instanceof Outcome.Ok<SaveResult>(SaveResult result) && !result.outcomes().isEmpty()) {
                unfinished.remove(station);
            }
            return outcome;
        });
    }

    private CompletableFuture<Outcome<SaveResult>> write(
            StationId station, List<Edit> edits, SettingsPort port, Course course) {
        course.tell(new WorkStep.Asking());
        List<PropertyId> readable =
                edits.stream().map(Edit::id).distinct().filter(this::isReadable).toList();
        return port.read(readable).thenCompose(read -> switch (read) {
            case Outcome.Failed<List<PropertyRow>>(var problem) ->
                CompletableFuture.completedFuture(Outcome.<SaveResult>failed(problem));
            case Outcome.Ok<List<PropertyRow>>(var rows) ->
                begin(station, WritePlan.of(edits, values(rows), catalogue), edits, new Way(port, course));
        });
    }

    /**
     * Brings back what the newest save of this station changed; called again where that was not done whole, the same.
     * Reads the journal: not for a thread that must not wait.
     *
     * @return as of a save, or NOTHING_TO_UNDO
     */
    public CompletableFuture<Outcome<SaveResult>> undo(StationId station, SettingsPort port, Course course) {
        Optional<Journal.Entry> last =
                Optional.ofNullable(unfinished.get(station)).or(() -> journal.newest(station));
        if (last.isEmpty()) {
            return CompletableFuture.completedFuture(Outcome.failed(ProblemCode.NOTHING_TO_UNDO));
        }
        unfinished.put(station, last.get());
        return write(station, last.get().undo(), port, course).thenApply(outcome -> {
            if (outcome instanceof Outcome.Ok<SaveResult>(SaveResult result) && result.isComplete()) {
                unfinished.remove(station);
            }
            return outcome;
        });
    }

    /** The way to the station, and the course that is told. */
    private record Way(SettingsPort port, Course course) {}

    private boolean isReadable(PropertyId id) {
        return catalogue.find(id).map(p -> p.access() != Property.Access.WRITE_ONLY).orElse(true);
    }

    private CompletableFuture<Outcome<SaveResult>> begin(
            StationId station, WritePlan plan, List<Edit> edits, Way way) {
        if (!plan.refused().isEmpty()) {
            return CompletableFuture.completedFuture(Outcome.ok(nothingWritten(plan, edits)));
        }
        if (plan.steps().isEmpty()) {
            return CompletableFuture.completedFuture(Outcome.ok(new SaveResult(List.of(), List.of())));
        }
        if (way.course.isCalledOff()) {
            return CompletableFuture.completedFuture(Outcome.ok(new SaveResult(
                    plan.steps().stream().map(SettingsWriter::calledOff).toList(), List.of())));
        }
        Map<PropertyId, PropertyValue> before = new HashMap<>();
        plan.steps().stream().filter(s -> isReadable(s.id())).forEach(s -> before.put(s.id(), s.before()));
        if (journal.keep(new Journal.Entry(clock.instant(), station, who, before))
                instanceof Outcome.Failed<Journal.Entry>(var problem)) {
            return CompletableFuture.completedFuture(Outcome.failed(problem));
        }
        return writeFrom(0, plan.steps(), new ArrayList<>(), way)
                .thenCompose(sent -> readBack(plan.steps(), sent, way))
                .thenApply(outcomes -> Outcome.ok(new SaveResult(outcomes, reboots(outcomes))));
    }

    private static SaveResult nothingWritten(WritePlan plan, List<Edit> edits) {
        List<WriteOutcome> outcomes = new ArrayList<>();
        for (WritePlan.Refusal refusal : plan.refused()) {
            PropertyValue asked = edits.stream()
                    .filter(e -> e.id().equals(refusal.id()))
                    .map(e -> e.appliedTo(PropertyValue.of(0)))
                    .findFirst()
                    .orElse(PropertyValue.of(""));
            outcomes.add(new WriteOutcome.Refused(refusal.id(), asked, refusal.problem()));
        }
        for (WritePlan.Step step : plan.steps()) {
            outcomes.add(notWritten(step));
        }
        return new SaveResult(outcomes, List.of());
    }

    private static WriteOutcome notWritten(WritePlan.Step step) {
        return new WriteOutcome.NotWritten(
                step.id(), step.after(), Problem.of(ProblemCode.NOT_WRITTEN, step.id().toString()));
    }

    private static WriteOutcome calledOff(WritePlan.Step step) {
        return new WriteOutcome.NotWritten(
                step.id(), step.after(), Problem.of(ProblemCode.WRITE_CANCELLED, step.id().toString()));
    }

    /** Sends the steps one by one until one fails or the save is called off; the list holds how each sent one went. */
    private static CompletableFuture<List<Outcome<Reply>>> writeFrom(
            int index, List<WritePlan.Step> steps, List<Outcome<Reply>> sent, Way way) {
        if (index >= steps.size() || way.course.isCalledOff()) {
            return CompletableFuture.completedFuture(sent);
        }
        WritePlan.Step step = steps.get(index);
        way.course.tell(new WorkStep.Writing(step.id(), index + 1, steps.size()));
        return way.port.write(new PropertyWrite(step.id(), step.after())).thenCompose(outcome -> {
            sent.add(outcome);
            return outcome instanceof Outcome.Ok
                    ? writeFrom(index + 1, steps, sent, way)
                    : CompletableFuture.completedFuture(sent);
        });
    }

    private CompletableFuture<List<WriteOutcome>> readBack(
            List<WritePlan.Step> steps, List<Outcome<Reply>> sent, Way way) {
        way.course.tell(new WorkStep.ReadingBack());
        boolean stopped = sent.stream().allMatch(Outcome.Ok.class::isInstance);
        List<PropertyId> ids = steps.stream()
                .limit(sent.size())
                .map(WritePlan.Step::id)
                .filter(this::isReadable)
                .toList();
        return way.port.read(ids).thenApply(read -> {
            List<WriteOutcome> outcomes = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                outcomes.add(
                        i < sent.size()
                                ? judged(steps.get(i), sent.get(i), read)
                                : stopped ? calledOff(steps.get(i)) : notWritten(steps.get(i)));
            }
            return outcomes;
        });
    }

    private WriteOutcome judged(WritePlan.Step step, Outcome<Reply> sent, Outcome<List<PropertyRow>> read) {
        if (!isReadable(step.id())) {
            return sent instanceof Outcome.Failed<Reply>(var problem)
                    ? new WriteOutcome.Lost(step.id(), step.after(), problem)
                    : new WriteOutcome.SentUnseen(step.id());
        }
        if (!(read instanceof Outcome.Ok<List<PropertyRow>>(var rows))) {
            return new WriteOutcome.Lost(
                    step.id(), step.after(), Problem.of(ProblemCode.WRITE_LOST, step.id().toString()));
        }
        PropertyValue held = values(rows).get(step.id());
        if (held == null) {
            return new WriteOutcome.Refused(
                    step.id(),
                    step.after(),
                    Problem.of(ProblemCode.UNKNOWN_TO_FIRMWARE, step.id().toString()));
        }
        if (PropertyValue.same(catalogue.get(step.id()).type(), held, step.after())) {
            return new WriteOutcome.Written(step.id(), held);
        }
        if (!PropertyValue.same(catalogue.get(step.id()).type(), held, step.before())) {
            return new WriteOutcome.Adjusted(step.id(), step.after(), held);
        }
        Problem why = sent instanceof Outcome.Failed<Reply>(var problem)
                ? problem
                : Problem.of(
                        ProblemCode.REFUSED_BY_STATION,
                        step.id().toString(),
                        step.after().text(),
                        held.text());
        return new WriteOutcome.Refused(step.id(), step.after(), why);
    }

    private List<PropertyId> reboots(List<WriteOutcome> outcomes) {
        return outcomes.stream()
                .filter(o -> o instanceof WriteOutcome.Written || o instanceof WriteOutcome.Adjusted)
                .map(WriteOutcome::id)
                .filter(id -> catalogue.get(id).reboot() == Property.Reboot.NEEDED)
                .toList();
    }

    private static Map<PropertyId, PropertyValue> values(List<PropertyRow> rows) {
        Map<PropertyId, PropertyValue> values = new HashMap<>();
        rows.forEach(row -> values.put(row.id(), row.value()));
        return values;
    }
}
