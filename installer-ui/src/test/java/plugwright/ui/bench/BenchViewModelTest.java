package plugwright.ui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plugwright.model.Ampere;
import plugwright.model.LedPattern;
import plugwright.model.MainState;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.model.SocketNumber;
import plugwright.station.engine.SocketSnapshot;
import plugwright.station.sim.Quirks;
import plugwright.station.site.SiteCommand;
import plugwright.ui.app.MadeUpSite;
import plugwright.ui.app.MadeUpStation;
import plugwright.ui.gallery.LiveCourse;
import plugwright.ui.gallery.SameThread;

/** What the bench does to a site, and what it sees of it. */
class BenchViewModelTest {
    private final SameThread thread = new SameThread();
    private final LiveCourse course = new LiveCourse(new MadeUpStation(), thread);
    private final List<SiteCommand> done = new ArrayList<>();
    private final BenchViewModel model = new BenchViewModel(
            BenchSite.of(course.bench()::snapshot, command -> {
                done.add(command);
                return Outcome.ok(command);
            }),
            thread.itsDoor());

    @Test
    void plugsInWhatWasChosen() {
        model.plugIn(MadeUpSite.FIRST, SocketNumber.TWO, new VehicleChoice(
                        1, 20, 14, VehicleChoice.Battery.NEARLY_FULL, VehicleChoice.Habit.SLEEPS));
        assertThat(done).singleElement().isInstanceOfSatisfying(SiteCommand.PlugIn.class, plug -> {
            assertThat(plug.socket()).isEqualTo(SocketNumber.TWO);
            assertThat(plug.vehicle().phases()).isEqualTo(1);
            assertThat(plug.vehicle().maximum()).isEqualTo(Ampere.of(20));
            assertThat(plug.vehicle().minimum()).isEqualTo(Ampere.of(14));
            assertThat(plug.vehicle().battery()).hasValueSatisfying(b -> assertThat(b.chargedWattHours()).isEqualTo(58_200));
            assertThat(plug.vehicle().quirks().resuming()).isEqualTo(Quirks.Resuming.WHEN_WOKEN);
        });
    }

    @Test
    void saysWhyACommandWasNotDone() {
        BenchViewModel refused = new BenchViewModel(
                BenchSite.of(course.bench()::snapshot, c -> Outcome.failed(ProblemCode.BAD_ARGUMENT, "speed")),
                thread.itsDoor());
        refused.speed(60);
        assertThat(refused.problem().get()).hasValueSatisfying(p -> assertThat(p.code()).isEqualTo(ProblemCode.BAD_ARGUMENT));
    }

    @Test
    @Tag("UIF-1")
    void showsFrontPanelAndWhatHappenedOnlyWhileSeen() {
        model.whileSeen().attach();
        course.twoSharing();
        SocketSnapshot first = model.seen().get().site().stations().getFirst().inside().sockets().getFirst();
        assertThat(first.panel().led()).isEqualTo(LedPattern.DARK_BLUE);
        assertThat(model.seen().get().lines())
                .anyMatch(l -> l.what().equals(new BenchLine.What.State(MainState.CHARGING_POWER_ON)))
                .hasSizeLessThanOrEqualTo(BenchViewModel.MOST_LINES);
        model.whileSeen().detach();
        assertThat(thread.repeating()).isZero();
    }
}
