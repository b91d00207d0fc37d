package plugwright.proof.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import plugwright.proof.bench.Form;

/** Starts a proof; the start script passes {@code prove …} and {@code bench allocation} on to it. */
@Command(
        name = "plugwright prove",
        description = "Proofs at scale; needs the source tree.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class ProofMain {

    private ProofMain() {}

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        // The solver greets on standard output, which belongs to results.
        System.setOut(System.err);
        System.exit(run(out, arguments));
    }

    /** Runs a command line; the exit code is 0 only where all held. */
    public static int run(PrintWriter out, String... arguments) {
        return new CommandLine(new ProofMain())
                .addSubcommand(new SitesCommand())
                .addSubcommand(new HouseCommand())
                .addSubcommand(new FaultsCommand())
                .addSubcommand(new AllocationCommand(Form.FULL))
                .setOut(out)
                .execute(arguments);
    }
}
