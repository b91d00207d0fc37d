package plugwright.ui.station.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pages of a log put together. */
class LogMergeTest {
    private final List<String> station = new ArrayList<>();
    private List<LogRow> known = List.of();
    private int asked;

    private void writes(int from, int count) {
        for (int i = from; i < from + count; i++) {
            station.add(line(i, "text " + i));
        }
    }

    private static String line(int number, String text) {
        return number * 128L + "_2026-11-23T13:02:11.000Z:INFO:socket.c:212:" + text;
    }

    private List<String> page(int offset) {
        int to = Math.max(0, station.size() - offset);
        return List.copyOf(station.subList(Math.max(0, to - LogMerge.PAGE), to));
    }

    /** One round; something may happen between two pages. */
    private void round(Consumer<Integer> between) {
        LogMerge merge = LogMerge.after(known);
        int offset = 0;
        asked = 0;
        while (true) {
            asked++;
            switch (merge.take(page(offset))) {
                case LogMerge.Step.More(var next, var further) -> {
                    merge = next;
                    offset = further;
                    between.accept(asked);
                }
                case LogMerge.Step.Done(var rows, var kept) -> {
                    assertThat(rows.subList(0, kept)).isEqualTo(known.subList(known.size() - kept, known.size()));
                    known = rows;
                    return;
                }
            }
        }
    }

    private void round() {
        round(page -> {});
    }

    private List<Long> ids() {
        return known.stream()
                .filter(LogRow.Line.class::isInstance)
                .map(row -> ((LogRow.Line) row).id() / 128)
                .toList();
    }

    @Test
    @Tag("MON-2")
    void readsAllThereIsAndThenOnlyWhatIsNew() {
        writes(0, 40);
        round();
        assertThat(asked).isEqualTo(3);
        assertThat(ids()).hasSize(40).isSorted().doesNotHaveDuplicates();
        writes(40, 3);
        round();
        assertThat(asked).isEqualTo(1);
        assertThat(ids()).hasSize(43).isSorted().doesNotHaveDuplicates();
        round();
        assertThat(known).hasSize(43);
    }

    @Test
    void losesNothingWhenLinesAreWrittenBetweenTwoPages() {
        writes(0, 60);
        round(page -> writes(60 + (page - 1) * 5, 5));
        round();
        assertThat(ids()).hasSize(station.size()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void goesBackToWhatIsKnownAfterAPause() {
        writes(0, 16);
        round();
        writes(16, 100);
        round();
        assertThat(asked).isEqualTo(7);
        assertThat(ids()).hasSize(116).isSorted().doesNotHaveDuplicates();
        assertThat(known).noneMatch(LogRow.Missing.class::isInstance);
    }

    @Test
    void saysHowManyLinesAreMissingWhereTheStationWasFaster() {
        writes(0, 16);
        round();
        writes(16, 2_000);
        round();
        assertThat(asked).isEqualTo(LogMerge.MOST_PAGES);
        assertThat(known).contains(new LogRow.Missing(2_000 - LogMerge.MOST_PAGES * LogMerge.PAGE));
    }

    @Test
    void beginsAnewWhenIdsStartAgain() {
        writes(0, 30);
        round();
        station.clear();
        writes(0, 5);
        round();
        assertThat(known).hasSize(36);
        assertThat(known.get(30)).isEqualTo(new LogRow.Restarted());
        writes(5, 5);
        round();
        assertThat(known).hasSize(41);
        assertThat(known.stream().filter(LogRow.Restarted.class::isInstance)).hasSize(1);
    }

    @Test
    void seesARestartThatHasPassedTheOldIdsAlready() {
        writes(0, 5);
        round();
        station.clear();
        for (int i = 0; i < 10; i++) {
            station.add(line(i, "other " + i));
        }
        round();
        assertThat(known).hasSize(16).contains(new LogRow.Restarted());
    }

    @Test
    void showsLinesOfNoKnownFormAsTheyCameAndOnce() {
        station.add("### boot loader ###");
        writes(0, 2);
        station.add("128_yesterday:INFO:a.c:1:no time");
        round();
        round();
        assertThat(known)
                .hasSize(4)
                .contains(new LogRow.Unknown("### boot loader ###"), new LogRow.Unknown("128_yesterday:INFO:a.c:1:no time"));
    }

    @Test
    void keepsNoMoreThanItsBound() {
        for (int i = 0; i < 10; i++) {
            writes(i * 1_000, 1_000);
            round();
        }
        assertThat(known).hasSize(LogMerge.MOST_ROWS);
        assertThat(ids().getLast()).isEqualTo(9_999);
    }

    @Test
    void takesALineApart() {
        assertThat(LogRow.parse("256_2026-11-23T13:02:11.250Z:WARNING:p1.c:20:a: b: c"))
                .isInstanceOfSatisfying(LogRow.Line.class, line -> {
                    assertThat(line.id()).isEqualTo(256);
                    assertThat(line.at()).isEqualTo("2026-11-23T13:02:11.250Z");
                    assertThat(line.level()).isEqualTo("WARNING");
                    assertThat(line.source()).isEqualTo("p1.c:20");
                    assertThat(line.text()).isEqualTo("a: b: c");
                });
    }
}
