package plugwright.ui.station.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plugwright.catalog.Catalogue;
import plugwright.model.StationId;
import plugwright.ui.app.MadeUpSite;
import plugwright.ui.app.MadeUpStation;
import plugwright.ui.gallery.SameThread;
import plugwright.ui.station.StationModel;
import plugwright.ui.text.Texts;

/** Which rows are shown, and when the station is asked. */
class LogViewModelTest {
    private final MadeUpStation station = new MadeUpStation();
    private final SameThread thread = new SameThread();
    private final LogViewModel model = new LogViewModel(new StationModel(
            new StationId("ACE0104711"),
            station,
            thread.itsDoor(),
            Texts.in(Locale.ENGLISH),
            Catalogue.shipped(),
            InstantSource.fixed(MadeUpSite.NOW)));

    private void logs(int from, int count, String level) {
        for (int i = from; i < from + count; i++) {
            station.logs(i * 128 + "_2026-11-23T13:02:11.000Z:" + level + ":a.c:1:line " + i);
        }
    }

    @Test
    @Tag("MON-2")
    void followsTheLogOnlyWhileItIsSeen() {
        logs(0, 5, "INFO");
        station.logIn(MadeUpStation.PASSWORD);
        model.whileSeen().attach();
        assertThat(model.shown()).hasSize(5);
        logs(5, 2, "ERROR");
        thread.tick();
        assertThat(model.shown()).hasSize(7);
        model.whileSeen().detach();
        int asked = station.logPages();
        logs(7, 2, "INFO");
        thread.tick();
        assertThat(station.logPages()).isEqualTo(asked);
    }

    @Test
    @Tag("MON-2")
    void filtersByLevelAndText() {
        logs(0, 20, "INFO");
        logs(20, 2, "ERROR");
        station.logIn(MadeUpStation.PASSWORD);
        model.whileSeen().attach();
        model.filter().set(new LogFilter(LogFilter.Levels.TROUBLE, ""));
        assertThat(model.shown()).hasSize(2);
        logs(22, 1, "INFO");
        logs(23, 1, "WARNING");
        thread.tick();
        assertThat(model.shown()).hasSize(3);
        model.filter().set(new LogFilter(LogFilter.Levels.ALL, "LINE 1"));
        assertThat(model.shown()).hasSize(11);
        model.filter().set(new LogFilter(LogFilter.Levels.ALL, "nowhere"));
        assertThat(model.standing().get()).isEqualTo(LogViewModel.Standing.NOTHING_MATCHES);
    }

    @Test
    @Tag("MON-2")
    void searchesForwardsAndBackwardsAndAround() {
        logs(0, 20, "INFO");
        station.logIn(MadeUpStation.PASSWORD);
        model.whileSeen().attach();
        model.search().set("line 7");
        assertThat(model.find(-1, 1)).hasValue(7);
        assertThat(model.find(7, 1)).hasValue(7);
        model.search().set("LINE 1");
        assertThat(model.find(1, 1)).hasValue(10);
        assertThat(model.find(1, -1)).hasValue(19);
        model.search().set("nothing");
        assertThat(model.find(-1, 1)).isEmpty();
    }

    @Test
    @Tag("MON-2")
    void savesTheLinesThatAreShownAsTheStationWroteThem() {
        logs(0, 3, "INFO");
        station.logs("### boot loader 1.4 ###");
        logs(4, 1, "ERROR");
        station.logIn(MadeUpStation.PASSWORD);
        model.whileSeen().attach();
        assertThat(model.text().lines()).hasSize(5).contains("### boot loader 1.4 ###");
        model.filter().set(new LogFilter(LogFilter.Levels.ERROR, ""));
        assertThat(model.text()).isEqualTo("512_2026-11-23T13:02:11.000Z:ERROR:a.c:1:line 4\n");
    }

    @Test
    void keepsWhatIsShownInStepWhenTheOldestRowsAreDropped() {
        logs(0, 1_000, "INFO");
        station.logIn(MadeUpStation.PASSWORD);
        model.whileSeen().attach();
        for (int i = 1; i < 8; i++) {
            logs(i * 1_000, 1_000, "INFO");
            thread.tick();
        }
        assertThat(model.shown()).hasSize(LogMerge.MOST_ROWS);
        assertThat(model.shown().getLast().searched()).endsWith("line 7999");
        assertThat(model.text().lines()).hasSize(LogMerge.MOST_ROWS);
    }
}
