package plugwright.ui.station;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.session.Course;
import plugwright.session.WorkStep;
import plugwright.settings.SaveResult;
import plugwright.ui.fx.Job;
import plugwright.ui.text.Texts;

/** Work on a station as the task centre shows it: where it stands and how it ended, in words. */
final class StationWork<T> implements Job.Tracked<Outcome<T>> {

    /** JavaFX' own sign for "it is not known how far". */
    private static final double NOT_KNOWN = -1;

    /** Of a save, writing is by far the longest part; the rest is asking before and after. */
    private static final double WRITING_ENDS = 0.9;

    private final Texts texts;
    private final Function<Course, CompletionStage<Outcome<T>>> work;
    private final Function<T, Job.Ending> success;
    private final Course course = new Course();

    private StationWork(
            Texts texts, Function<Course, CompletionStage<Outcome<T>>> work, Function<T, Job.Ending> success) {
        this.texts = texts;
        this.work = work;
        this.success = success;
    }

    /** Work that tells its steps and ends by itself when it is called off. */
    static <T> StationWork<T> of(Texts texts, Function<Course, CompletionStage<Outcome<T>>> work) {
        return new StationWork<>(texts, work, value -> new Job.Ending(Job.State.DONE, ""));
    }

    /** Reading: when called off nobody waits for the values any more. */
    static <T> StationWork<T> reading(Texts texts, CompletionStage<Outcome<T>> values) {
        return of(texts, course -> {
            CompletableFuture<Outcome<T>> read = new CompletableFuture<>();
            var _ = values.thenAccept(read::complete);
            course.whenCalledOff(() -> read.complete(Outcome.failed(ProblemCode.READ_CANCELLED)));
            return read;
        });
    }

    /** A save, or its undoing. */
    static StationWork<SaveResult> save(Texts texts, Function<Course, CompletionStage<Outcome<SaveResult>>> work) {
        return new StationWork<>(texts, work, result -> ending(SaveCounts.of(result), texts));
    }

    private static Job.Ending ending(SaveCounts counts, Texts texts) {
        if (counts.cancelled() > 0) {
            return new Job.Ending(
                    Job.State.CANCELLED,
                    texts.get("task.save.cancelled", counts.written() + counts.adjusted(), counts.all()));
        }
        return counts.written() == counts.all()
                ? new Job.Ending(Job.State.DONE, texts.get("task.save.done", counts.written()))
                : new Job.Ending(
                        Job.State.FAILED,
                        texts.get("task.save.partly", counts.written(), counts.adjusted(), counts.refused()));
    }

    @Override
    public CompletionStage<Outcome<T>> begin(Job.Progress progress) {
        course.onStep(step -> progress.at(fraction(step), sentence(step)));
        return work.apply(course);
    }

    @Override
    public void cancel() {
        course.callOff();
    }

    @Override
    public Job.Ending ending(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Ok<T>(var value) -> success.apply(value);
            case Outcome.Failed<T>(var problem) -> new Job.Ending(
                    isCancelling(problem.code()) ? Job.State.CANCELLED : Job.State.FAILED, texts.problem(problem));
        };
    }

    private static boolean isCancelling(ProblemCode code) {
        return code == ProblemCode.WAIT_CANCELLED
                || code == ProblemCode.READ_CANCELLED
                || code == ProblemCode.WRITE_CANCELLED;
    }

    private static double fraction(WorkStep step) {
        return switch (step) {
            case WorkStep.Asking() -> 0;
            case WorkStep.Writing(var id, int number, int of) -> WRITING_ENDS * (number - 1) / of;
            case WorkStep.ReadingBack() -> WRITING_ENDS;
            case WorkStep.AwaitingReturn awaiting -> NOT_KNOWN;
        };
    }

    private String sentence(WorkStep step) {
        return switch (step) {
            case WorkStep.Asking() -> texts.get("task.step.asking");
            case WorkStep.Writing(var id, int number, int of) -> texts.get("task.step.writing", number, of);
            case WorkStep.ReadingBack() -> texts.get("task.step.reading-back");
            case WorkStep.AwaitingReturn(var usual, var late) ->
                switch (late) {
                    case IN_TIME -> texts.get("task.step.awaiting", texts.formats().seconds(usual));
                    case LATE -> texts.get("task.step.late", texts.formats().seconds(usual));
                };
        };
    }
}
