package plugwright.ui.shell;

import java.util.concurrent.CompletionStage;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import plugwright.ui.fx.FxDoor;
import plugwright.ui.fx.Job;

/** What runs and what ran lately. FX thread only. */
public final class TaskCentre {

    /** More than one screen of tasks that are over helps nobody. */
    private static final int MOST_SHOWN = 30;

    private final FxDoor door;
    private final ObservableList<Job<?>> jobs = FXCollections.observableArrayList();
    private final ObservableList<Job<?>> running = FXCollections.observableArrayList();
    private final IntegerBinding count = Bindings.size(running);

    public TaskCentre(FxDoor door) {
        this.door = door;
    }

    /** Starts work in the background and shows it. */
    public <T> Job<T> start(String title, Job.Work<T> work) {
        return shown(door.start(title, work));
    }

    /** Shows work that runs elsewhere. */
    public <T> Job<T> track(String title, CompletionStage<T> stage) {
        return shown(door.track(title, stage));
    }

    private <T> Job<T> shown(Job<T> job) {
        jobs.addFirst(job);
        if (!job.state().get().isOver()) {
            running.add(job);
        }
        job.state().addListener((property, old, now) -> {
            if (now.isOver()) {
                running.remove(job);
            }
        });
        while (jobs.size() > MOST_SHOWN && jobs.removeIf(j -> j.state().get().isOver() && jobs.indexOf(j) >= MOST_SHOWN)) {
            // one pass removes all that are over beyond the bound; those that run stay
        }
        return job;
    }

    /** Newest first. */
    public ObservableList<Job<?>> jobs() {
        return FXCollections.unmodifiableObservableList(jobs);
    }

    /** How many run now. */
    public IntegerBinding count() {
        return count;
    }
}
