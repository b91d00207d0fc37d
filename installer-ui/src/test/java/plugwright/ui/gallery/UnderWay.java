package plugwright.ui.gallery;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import plugwright.ui.fx.Job;
import plugwright.ui.text.Texts;

/** A save that never ends, for pictures. */
final class UnderWay implements Job.Tracked<String> {

    private final Texts texts;

    UnderWay(Texts texts) {
        this.texts = texts;
    }

    @Override
    public CompletionStage<String> begin(Job.Progress progress) {
        progress.at(0.4, texts.get("task.step.writing", 2, 5));
        return new CompletableFuture<>();
    }

    @Override
    public void cancel() {}

    @Override
    public Job.Ending ending(String value) {
        return new Job.Ending(Job.State.DONE, value);
    }
}
