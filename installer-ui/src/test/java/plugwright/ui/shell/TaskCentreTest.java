package plugwright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import plugwright.ui.fx.FxDoor;
import plugwright.ui.fx.Job;
import plugwright.ui.fx.ManualToolkit;

class TaskCentreTest {

    private final ManualToolkit toolkit = new ManualToolkit();
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final TaskCentre tasks = new TaskCentre(new FxDoor(toolkit, background::add));

    @Test
    void whoListensHearsOfEachTaskThoughNobodyElseHoldsTheList() {
        List<String> heard = new ArrayList<>();
        tasks.jobs().addListener((ListChangeListener<Job<?>>) change -> heard.add("change"));
        System.gc();
        tasks.start("Reading", progress -> 1);
        assertThat(heard).hasSize(1);
    }

    @Test
    void showsTheNewestOfThoseThatAreOverAndAllThatRun() {
        Job<Integer> runs = tasks.start("the first", progress -> 0);
        Runnable first = background.remove();
        for (int i = 0; i < 40; i++) {
            tasks.start("task " + i, progress -> 1);
            background.remove().run();
            toolkit.drain();
        }
        assertThat(tasks.jobs()).hasSizeLessThan(40).contains(runs);
        assertThat(tasks.jobs().getFirst().title()).isEqualTo("task 39");
        assertThat(tasks.count().get()).isEqualTo(1);
        first.run();
        toolkit.drain();
        assertThat(tasks.count().get()).isZero();
    }
}
