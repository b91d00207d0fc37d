package plugwright.proof.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import plugwright.proof.bench.Row;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How measured cases are written. */
public final class AllocationReport {

    private static final double THOUSANDTHS = 1_000;
    private static final double TENTHS = 10;

    private AllocationReport() {}

    /** A JSON value on one line. */
    public static String line(Row row) {
        JsonMapper mapper = JsonMapper.builder().build();
        ObjectNode node = mapper.createObjectNode();
        node.put("case", row.name());
        node.put("engine", row.engine());
        node.put("medianMicros", rounded(row.medianMicros()));
        node.put("p999Micros", rounded(row.p999Micros()));
        node.put("bytesPerCall", Math.round(row.bytesPerCall() * TENTHS) / TENTHS);
        node.put("ratio", rounded(row.ratio()));
        return mapper.writeValueAsString(node);
    }

    private static double rounded(double value) {
        return Math.round(value * THOUSANDTHS) / THOUSANDTHS;
    }

    /** A table, with the machine on top. */
    public static void print(PrintWriter out, String machine, List<Row> rows) {
        out.println(machine);
        out.printf("%-44s %-28s %11s %11s %11s %9s  %s%n", "case", "engine", "median µs", "p99.9 µs", "byte/call", "ratio", "target");
        for (Row row : rows) {
            String target = row.target().isEmpty() ? "" : row.target() + (row.held() ? ": held" : ": MISSED");
            out.printf(
                    Locale.ROOT,
                    "%-44s %-28s %11.2f %11.2f %11.1f %9.2f  %s%n",
                    row.name(),
                    row.engine(),
                    row.medianMicros(),
                    row.p999Micros(),
                    row.bytesPerCall(),
                    row.ratio(),
                    target);
        }
        out.println("ratio: of the first line its p99.9 ÷ that of the empty loop, of the others their median ÷ that of the first");
    }
}
