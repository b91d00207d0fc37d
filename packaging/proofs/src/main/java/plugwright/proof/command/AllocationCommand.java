package plugwright.proof.command;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import plugwright.proof.bench.AllocationBench;
import plugwright.proof.bench.Form;
import plugwright.proof.bench.Row;

/** {@code plugwright bench allocation}: how long sharing takes, and what it allocates. */
@Command(
        name = "allocation",
        description = {
            "Measures sharing among 128 and 1024 sockets with JMH, beside a linear program and an empty loop.",
            "Targets are shown with the figures; exit code 0 wherever all could be measured."
        },
        mixinStandardHelpOptions = true)
final class AllocationCommand implements Callable<Integer> {

    private final Form form;

    AllocationCommand(Form form) {
        this.form = form;
    }

    @Option(names = "--json", description = "One JSON value a line.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        double before = load();
        List<Row> rows = new AllocationBench(form, line -> {
                    err.println("measuring " + line);
                    err.flush();
                })
                .run();
        String machine = machine(before);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            err.println(machine);
            rows.forEach(row -> out.println(AllocationReport.line(row)));
        } else {
            AllocationReport.print(out, machine, rows);
        }
        out.flush();
        err.flush();
        return 0;
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String machine(double loadBefore) {
        return String.format(
                Locale.ROOT,
                "%s %s, %d cores, Java %s; load %.1f before, %.1f after",
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                loadBefore,
                load());
    }
}
