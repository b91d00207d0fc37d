package plugwright.main;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plugwright} itself: opens the window, or shows the demo. */
@Command(
        name = "plugwright",
        description = "Finds charging stations, unlocks them, sets their limits and shows why each vehicle gets its current.",
        mixinStandardHelpOptions = true,
        version = "Plugwright 0.1.0",
        synopsisSubcommandLabel = "COMMAND")
final class RootCommand implements Callable<Integer> {

    @Option(names = "--demo", description = "On a simulated site, already able to log in.")
    private boolean demo;

    @Spec
    private CommandSpec spec;

    RootCommand() {
        this.spec = CommandSpec.create();
    }

    @Override
    public Integer call() {
        if (!demo) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
        return ExitCode.OK;
    }
}
