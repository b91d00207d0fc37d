package plugwright.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plugwright.proof.bench.AllocationBench;
import plugwright.proof.bench.Form;
import plugwright.proof.bench.Row;
import plugwright.proof.command.AllocationReport;
import plugwright.proof.sites.RandomSites;
import plugwright.proof.sites.Site;
import plugwright.station.control.MaxMinSharing;

/** A short form of {@code bench allocation}: the ratios and counts that hold on a busy machine too. */
class AllocationBenchTest {

    private static final double LEAST_OBJECT = 16;
    private static final int WARM_UPS = 20_000;
    private static final int ROUNDS = 5_001;

    private static List<Row> rows = List.of();

    @BeforeAll
    static void measure() {
        rows = new AllocationBench(Form.SHORT, line -> {}).run();
    }

    private static Row row(String name, String engine) {
        return rows.stream()
                .filter(r -> r.name().startsWith(name) && r.engine().startsWith(engine))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void allocatesNothingWhenItShares() {
        assertThat(row("128 sockets", "ours").bytesPerCall()).isLessThan(LEAST_OBJECT / 2);
        assertThat(row("1024 sockets", "ours").bytesPerCall()).isLessThan(LEAST_OBJECT / 2);
        assertThat(row("128 sockets", "linear program").bytesPerCall())
                .as("bytes are counted")
                .isGreaterThan(LEAST_OBJECT);
    }

    /** By turns, so that whatever else the machine does meets both: what JMH measures seconds apart it may meet once. */
    @Test
    void takesTwelveTimesAsLongAtMostForEightTimesTheSockets() {
        Site few = RandomSites.carPark(new Random(1), 64);
        Site many = RandomSites.carPark(new Random(1), 512);
        MaxMinSharing sharingFew = new MaxMinSharing(few.problem());
        MaxMinSharing sharingMany = new MaxMinSharing(many.problem());
        long[] tookFew = new long[ROUNDS];
        long[] tookMany = new long[ROUNDS];
        for (int round = -WARM_UPS; round < ROUNDS; round++) {
            int n = Math.floorMod(round, ROUNDS);
            tookFew[n] = nanos(() -> sharingFew.share(few.admitted()));
            tookMany[n] = nanos(() -> sharingMany.share(many.admitted()));
        }
        assertThat(median(tookMany) / median(tookFew)).isBetween(1.0, 12.0);
    }

    private static long nanos(Runnable call) {
        long begin = System.nanoTime();
        call.run();
        return System.nanoTime() - begin;
    }

    private static double median(long[] values) {
        return Arrays.stream(values).sorted().skip(values.length / 2).findFirst().orElseThrow();
    }

    @Test
    void isAThousandTimesAsQuickAsTheLinearProgram() {
        assertThat(row("128 sockets", "linear program").ratio()).isGreaterThanOrEqualTo(1_000);
    }

    @Test
    void measuresAnEmptyLoopThatTakesAboutAsLong() {
        assertThat(row("empty loop", "empty loop").ratio()).isBetween(0.2, 5.0);
    }

    @Test
    void writesALineForEachCaseWhenAskedForJson() {
        assertThat(rows.stream().map(AllocationReport::line))
                .hasSize(rows.size())
                .allMatch(line -> line.matches("\\{\"case\":\"[^\"]+\",\"engine\":\"[^\"]+\",\"medianMicros\":[0-9.E]+,"
                        + "\"p999Micros\":[0-9.E]+,\"bytesPerCall\":[0-9.E]+,\"ratio\":[0-9.E]+}"));
    }

    @Test
    void showsWhichTargetsAreMissedInTheTable() {
        Function<Boolean, Row> slow = held -> new Row("a site", "ours", 11, 12, 0, 13, "ratio ≤ 12", held);
        StringWriter out = new StringWriter();
        AllocationReport.print(new PrintWriter(out), "a machine; load 0.1", List.of(slow.apply(true), slow.apply(false)));
        assertThat(out.toString().lines().collect(Collectors.joining("\n")))
                .startsWith("a machine; load 0.1\n")
                .containsOnlyOnce("ratio ≤ 12: held")
                .containsOnlyOnce("ratio ≤ 12: MISSED");
    }
}
