package plugwright.proof.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import plugwright.proof.sites.Check;
import plugwright.proof.sites.Check.Result;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code plugwright prove sites}: sharing and admission on random sites against the oracles. */
@Command(
        name = "sites",
        description = {
            "Compares sharing and admission on random sites with the bottleneck condition, a lexicographic linear",
            "program and all subsets. Exit code 0 only where no site deviates by more than 0.001 A."
        },
        mixinStandardHelpOptions = true)
final class SitesCommand implements Callable<Integer> {

    /** Progress is told this often. */
    private static final int CHUNKS = 10;

    @Option(names = "--sites", paramLabel = "N", description = "Against the bottleneck condition (${DEFAULT-VALUE}).")
    private long sites = 1_000_000;

    @Option(names = "--lp", paramLabel = "N", description = "Against the linear program (${DEFAULT-VALUE}).")
    private long programs = 5_000;

    @Option(names = "--brute", paramLabel = "N", description = "Against all subsets (${DEFAULT-VALUE}).")
    private long brute = 100_000;

    @Option(names = "--seed", paramLabel = "S", description = "Of the first site; goes on from anywhere.")
    private long seed = 1;

    @Option(names = "--json", description = "One JSON value a line.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        boolean held = check(Check.BOTTLENECKS, sites);
        held &= check(Check.PROGRAMS, programs);
        held &= check(Check.ADMISSION, brute);
        return held ? 0 : 1;
    }

    private boolean check(Check check, long count) {
        PrintWriter out = spec.commandLine().getOut();
        Result all = Result.NONE;
        long chunk = Math.max(1, (count + CHUNKS - 1) / CHUNKS);
        for (long done = 0; done < count; done += chunk) {
            all = all.and(check.run(seed + done, Math.min(chunk, count - done)));
            if (!json) {
                out.printf(Locale.ROOT, "%-34s %9d sites, %d failures%n", check.words(), all.sites(), all.failures());
                out.flush();
            }
        }
        report(out, check, all);
        return all.failures() == 0;
    }

    private void report(PrintWriter out, Check check, Result all) {
        if (json) {
            JsonMapper mapper = JsonMapper.builder().build();
            ObjectNode node = mapper.createObjectNode();
            node.put("check", check.name().toLowerCase(Locale.ROOT));
            node.put("firstSeed", seed);
            node.put("sites", all.sites());
            node.put("failures", all.failures());
            node.put("worstAmpere", all.worst());
            node.put("worstSeed", all.worstSeed());
            if (all.failures() > 0) {
                node.put("failedSeed", all.firstFailure());
                node.put("why", all.why());
            }
            out.println(mapper.writeValueAsString(node));
        } else {
            out.printf(Locale.ROOT, "  worst deviation %.6f A, seed %d%n", all.worst(), all.worstSeed());
            if (all.failures() > 0) {
                out.printf(Locale.ROOT, "  FAILED at seed %d: %s%n", all.firstFailure(), all.why());
            }
        }
        out.flush();
    }
}
