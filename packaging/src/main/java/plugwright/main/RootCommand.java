package plugwright.main;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import plugwright.api.StationInfo;
import plugwright.main.demo.TextDemo;
import plugwright.model.Outcome;

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

    private final Wiring wiring;

    RootCommand(Wiring wiring) {
        this.wiring = wiring;
        this.spec = CommandSpec.create();
    }

    @Override
    public Integer call() {
        if (!demo) {
            spec.commandLine().usage(spec.commandLine().getOut());
            return ExitCode.OK;
        }
        return textDemo();
    }

    private int textDemo() {
        TextDemo run = new TextDemo(wiring.folders().state().resolve("demo"), wiring.console()::say);
        return switch (run.run()) {
            case Outcome.Failed<StationInfo>(var problem) -> wiring.console().fail(problem);
            case Outcome.Ok<StationInfo> _ -> ExitCode.OK;
        };
    }
}
