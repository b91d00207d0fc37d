package plugwright.proof.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import plugwright.proof.faults.Fault;
import plugwright.proof.faults.Planter;

/** {@code plugwright prove faults}: plants each fault into a copy and says who finds it. */
@Command(
        name = "faults",
        description = {
            "Plants each fault of embedded-station-runtime/src/test/faults into a copy, and looks for it with directed",
            "tests, scenario files and random runs. Exit code 0 only where every patch applies and is found."
        },
        mixinStandardHelpOptions = true)
final class FaultsCommand implements Callable<Integer> {

    /** Random runs on the code as it is: others do more of them. */
    private static final int SOUND_SEEDS = 5;

    @Option(names = "--area", paramLabel = "AREA", description = "Only of this area.")
    private String area = "";

    @Option(names = "--only", paramLabel = "NAME", description = "Only this fault.")
    private String only = "";

    @Option(names = "--seeds", paramLabel = "N", description = "Random runs at most (${DEFAULT-VALUE}).")
    private int seeds = 200;

    @Option(names = "--write", description = "Writes docs/planted-faults.md; rows of faults that were left out stay.")
    private boolean write;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Path root = Path.of(System.getProperty("project.root", "."));
        Planter planter = new Planter(root, System.getProperty("java.class.path", ""));
        List<Fault> all = planter.faults();
        List<Fault> faults = all.stream()
                .filter(f -> area.isEmpty() || area.equals(f.area()))
                .filter(f -> only.isEmpty() || only.equals(f.name()))
                .toList();
        if (!soundFindsNobody(planter, faults)) {
            return 1;
        }
        Map<String, String> table = new HashMap<>();
        int missed = 0;
        for (Fault fault : faults) {
            String by;
            try {
                List<String> finders = finders(planter, fault);
                missed += finders.isEmpty() ? 1 : 0;
                by = finders.isEmpty() ? "**nobody**" : String.join("; ", finders);
            } catch (IllegalStateException unfit) {
                missed++;
                by = "**" + unfit.getMessage() + "**";
            }
            String row = head(fault) + fault.plants() + " | " + by + " |";
            table.put(head(fault), row);
            say(row);
        }
        say(table.size() + " faults, " + missed + " found by nobody");
        if (write) {
            Path page = root.resolve("docs/planted-faults.md");
            Files.writeString(page, page(rows(all, table, page)));
        }
        return missed == 0 && !table.isEmpty() ? 0 : 1;
    }

    /** What a fault's row begins with. */
    private static String head(Fault fault) {
        return "| " + fault.area() + " | " + fault.name() + " | ";
    }

    /** Of all faults that there are: the row of now, else that of the page as it is. */
    private static List<String> rows(List<Fault> all, Map<String, String> now, Path page) throws IOException {
        List<String> before = Files.exists(page) ? Files.readAllLines(page) : List.of();
        return all.stream()
                .map(FaultsCommand::head)
                .flatMap(head -> Optional.ofNullable(now.get(head))
                        .or(() -> before.stream().filter(line -> line.startsWith(head)).findFirst())
                        .stream())
                .toList();
    }

    /** Who finds faults in sound code says nothing about planted ones. */
    private boolean soundFindsNobody(Planter planter, List<Fault> faults) throws IOException {
        boolean nobody = true;
        Set<List<String>> looked = new HashSet<>();
        for (Fault fault : faults) {
            List<String> wrong =
                    looked.add(fault.where().tests()) ? planter.findInSound(fault.area(), SOUND_SEEDS) : List.of();
            wrong.forEach(w -> say("Where no fault of " + fault.area() + " is planted one is found, by " + w));
            nobody &= wrong.isEmpty();
        }
        return nobody;
    }

    private List<String> finders(Planter planter, Fault fault) throws IOException {
        Path folder = Files.createTempDirectory("plugwright-fault");
        try {
            return planter.find(fault, planter.plant(fault, folder), seeds);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private String page(List<String> table) {
        return """
                # Planted faults

                Made by `./plugwright prove faults --write`: each patch of `embedded-station-runtime/src/test/faults`
                is applied to a copy of the code, which is compiled and given to the directed tests, random sites, the
                scenario files and up to %d random runs: quarter days of a station, or for `member`, `network` and `scn` networks of 2 to
                8 stations with all faults of the air. The first of each that finds the fault is named.

                | area | fault | what it plants | found by |
                |---|---|---|---|
                """
                        .formatted(seeds)
                + String.join("\n", table)
                + "\n";
    }
}
