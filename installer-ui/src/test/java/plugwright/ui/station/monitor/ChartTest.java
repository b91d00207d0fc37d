package plugwright.ui.station.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import plugwright.ui.station.monitor.ChartEvent.What;

/** What the chart shows of its samples. */
class ChartTest {
    @Test
    void marksWhatTheSocketAndTheOneBesideItDo() {
        List<ChartEvent> events = ChartEvents.of(
                new Samples()
                        .seconds(10, Samples.free(), Samples.free())
                        .seconds(1, Samples.connected(), Samples.free())
                        .seconds(60, Samples.probed(14), Samples.free())
                        .seconds(60, Samples.charging(25, 25, 25, 25), Samples.free())
                        .seconds(30, Samples.charging(12, 12, 12, 12), Samples.probed(14))
                        .seconds(10, Samples.charging(12, 12, 12, 12), Samples.free())
                        .list(),
                0);
        assertThat(events.stream().map(ChartEvent::what))
                .containsExactly(
                        new What.Became(Activity.PROBING),
                        new What.Became(Activity.CHARGING),
                        new What.OtherPluggedIn(2),
                        new What.OtherUnplugged(2));
    }

    @Test
    void marksANewLimitOnceItHasComeToRest() {
        List<ChartEvent> events = ChartEvents.of(
                new Samples()
                        .seconds(30, Samples.charging(10, 0, 0, 10))
                        .seconds(1, Samples.charging(10, 0, 0, 12))
                        .seconds(1, Samples.charging(10, 0, 0, 14))
                        .seconds(30, Samples.charging(16, 0, 0, 16))
                        .list(),
                0);
        assertThat(events).hasSize(1);
        assertThat(events.getFirst().what()).isEqualTo(new What.Told(16));
    }

    @Test
    void drawsNoMorePointsThanColumnsAndLosesNoPeak() {
        List<StationSample> samples = new Samples()
                .seconds(300, Samples.charging(6, 0, 0, 6))
                .seconds(1, Samples.charging(31, 0, 0, 32))
                .seconds(299, Samples.charging(6, 0, 0, 6))
                .list();
        double width = 200;
        List<ChartLine.Point> points = ChartLine.of(
                samples, TimeAxis.over(samples, width), s -> s.measured().orElseThrow().l1().value());
        assertThat(points).hasSizeLessThanOrEqualTo((int) (width / ChartLine.PIXELS_A_POINT) + 1);
        assertThat(points).anyMatch(p -> p.value() == 31);
        assertThat(points.stream().filter(ChartLine.Point::begins)).hasSize(1);
    }

    @Test
    void breaksTheLineWhereNothingIsKnown() {
        List<StationSample> samples = new Samples()
                .seconds(60, Samples.charging(6, 0, 0, 6))
                .nothingFor(60)
                .seconds(60, Samples.charging(6, 0, 0, 6))
                .list();
        List<ChartLine.Point> points =
                ChartLine.of(samples, TimeAxis.over(samples, 600), s -> s.measured().orElseThrow().l1().value());
        assertThat(points.stream().filter(ChartLine.Point::begins)).hasSize(2);
    }

    @Test
    void showsTheFirstMinuteWideAndTenMinutesLater() {
        List<StationSample> one = new Samples().seconds(30, Samples.free()).list();
        List<StationSample> all = new Samples().seconds(550, Samples.free()).list();
        assertThat(TimeAxis.over(one, 600).span().toMinutes()).isEqualTo(1);
        assertThat(TimeAxis.over(all, 600).span()).isEqualTo(History.SPAN);
        assertThat(TimeAxis.over(all, 600).x(all.getLast().at())).isEqualTo(600);
    }

    @Test
    void keepsTenMinutesAndNoMore() {
        History history = new History();
        new Samples().seconds(2_000, Samples.free()).list().forEach(history::add);
        List<StationSample> kept = history.samples();
        Instant last = kept.getLast().at();
        assertThat(kept).hasSizeLessThanOrEqualTo(History.MOST_SAMPLES);
        assertThat(kept.getFirst().at()).isEqualTo(last.minus(History.SPAN));
    }

    @Test
    void leavesRoomOverTheHighestLine() {
        assertThat(CurrentChart.topFor(0)).isEqualTo(16);
        assertThat(CurrentChart.topFor(12.5)).isEqualTo(16);
        assertThat(CurrentChart.topFor(32)).isEqualTo(40);
    }

    @Test
    void writesATableThatASpreadsheetReads() {
        String csv = SampleCsv.of(
                new Samples().seconds(1, Samples.charging(10, 0, 0, 16), Samples.free()).list());
        assertThat(csv.split("\r\n"))
                .containsExactly(
                        "time,socket,l1_A,l2_A,l3_A,told_A,power_W,duty_percent,mode3,main_state,reason",
                        "2026-11-23T13:00:00Z,1,10.000,0.000,0.000,16.000,2300.000,,C2,CHARGING_POWER_ON,SOCKET_MAXIMUM",
                        "2026-11-23T13:00:00Z,2,0.000,0.000,0.000,0.000,0.000,,A,AVAILABLE,NOT_IN_USE");
    }
}
