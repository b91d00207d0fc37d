package plugwright.ui.shell;

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

    /** Kept, since it hears of changes only as long as somebody holds it. */
    private final ObservableList<Job<?>> shown = FXCollections.unmodifiableObservableList(jobs);

    private final ObservableList<Job<?>> running = FXCollections.observableArrayList();
    private final IntegerBinding count = Bindings.size(running);

    public TaskCentre(FxDoor door) {
        this.door = door;
    }

    /** Starts work in the background and shows it. */
    public <T> Job<T> start(String title, Job.Work<T> work) {
        return shown(door.start(title, work));
    }

    /** Begins work that runs elsewhere and shows it. */
    public <T> Job<T> track(String title, Job.Tracked<T> work) {
        return shown(door.track(title, work));
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
        return shown;
    }

    /** How many run now. */
    public IntegerBinding count() {
        return count;
    }
}
