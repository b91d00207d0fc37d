package plugwright.main;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import plugwright.api.StationInfo;
import plugwright.main.demo.TextDemo;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.model.Problems;
import plugwright.station.site.SimulatedSite;

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

    private final Wiring wiring;

    RootCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() {
        Optional<Problem> missing = Display.missing(wiring.environment(), System.getProperty("os.name", ""));
        if (missing.isEmpty()) {
            return window();
        }
        if (demo) {
            wiring.console().note(Problems.textWithCode(missing.get(), Locale.getDefault()));
            wiring.console().note("So this is the guided run in the terminal.");
            int code = textDemo();
            wiring.console().say("");
            wiring.console().say("This was the guided run. For the window:");
            wiring.console().say(Problems.textWithCode(missing.get(), Locale.getDefault()));
            return code;
        }
        wiring.console().note("All commands work without a window: plugwright --help. A guided run: plugwright --demo.");
        return wiring.console().fail(missing.get());
    }

    private int window() {
        Window window = new Window(wiring);
        if (!demo) {
            window.open();
            return ExitCode.OK;
        }
        return window.openDemo() instanceof Outcome.Failed<SimulatedSite>(var problem)
                ? wiring.console().fail(problem)
                : ExitCode.OK;
    }

    private int textDemo() {
        try (ThrowAwayFolder folder = ThrowAwayFolder.create()) {
            return switch (new TextDemo(folder.path(), wiring.console()::say).run()) {
                case Outcome.Failed<StationInfo>(var problem) -> wiring.console().fail(problem);
                case Outcome.Ok<StationInfo> _ -> ExitCode.OK;
            };
        } catch (IOException unwritable) {
            return wiring.console()
                    .fail(Problem.of(
                            ProblemCode.FILE_UNWRITABLE,
                            System.getProperty("java.io.tmpdir", ""),
                            unwritable.toString()));
        }
    }
}
