package plugwright.ui.station.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plugwright.catalog.Catalogue;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;
import plugwright.ui.app.MadeUpSite;
import plugwright.ui.app.MadeUpStation;
import plugwright.ui.gallery.SameThread;
import plugwright.ui.station.LinkView;
import plugwright.ui.station.StationModel;
import plugwright.ui.station.monitor.MonitorState.Liveness;
import plugwright.ui.text.Texts;

/** When a station is asked, and what is shown of its answers. */
class MonitorViewModelTest {
    private final MadeUpStation station = new MadeUpStation();
    private final SameThread thread = new SameThread();
    private Instant now = MadeUpSite.NOW;
    private final InstantSource clock = () -> now;
    private final StationModel open = new StationModel(
            new StationId("ACE0104711"),
            station,
            thread.itsDoor(),
            Texts.in(java.util.Locale.ENGLISH),
            Catalogue.shipped(),
            clock);
    private final MonitorViewModel model = new MonitorViewModel(open);

    private void second() {
        now = now.plusSeconds(1);
        thread.tick();
    }

    @Test
    @Tag("MON-1")
    void asksOncePerSecondWhileItIsSeenAndNeverElse() {
        station.logIn(MadeUpStation.PASSWORD);
        thread.tick();
        assertThat(station.polls()).isZero();
        model.whileSeen().attach();
        second();
        second();
        assertThat(station.polls()).isEqualTo(3);
        model.whileSeen().detach();
        second();
        assertThat(station.polls()).isEqualTo(3);
        assertThat(thread.repeating()).isZero();
        assertThat(model.state().get().samples()).hasSize(3);
    }

    @Test
    void asksNothingBeforeTheLogIn() {
        model.whileSeen().attach();
        second();
        assertThat(station.polls()).isZero();
        assertThat(model.state().get().liveness()).isInstanceOf(Liveness.Loading.class);
    }

    @Test
    void fitsAllOfOneSampleIntoOneRequest() {
        assertThat(SocketIds.sampled()).hasSizeLessThanOrEqualTo(32).doesNotHaveDuplicates();
    }

    @Test
    void showsTheLastValuesWithTheirTimeWhenTheStationIsGone() {
        station.logIn(MadeUpStation.PASSWORD);
        model.whileSeen().attach();
        Instant last = now;
        station.linkIs(new LinkView.Lost(Problem.of(ProblemCode.CONNECTION_LOST, "10.0.3.21:443")));
        second();
        assertThat(model.state().get().liveness()).isEqualTo(new Liveness.Gone(last));
        assertThat(model.state().get().latest()).isPresent();
    }

    @Test
    void standsStillWhilePausedAndLosesNothing() {
        station.logIn(MadeUpStation.PASSWORD);
        station.with(PropertyId.of("2221_A"), PropertyValue.of(6.0));
        model.whileSeen().attach();
        model.pauseOrGoOn();
        station.with(PropertyId.of("2221_A"), PropertyValue.of(9.0));
        second();
        second();
        assertThat(model.state().get().liveness()).isInstanceOf(Liveness.Paused.class);
        assertThat(model.state().get().samples()).hasSize(1);
        model.pauseOrGoOn();
        assertThat(model.state().get().samples()).hasSize(3);
    }
}
