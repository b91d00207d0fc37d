package plugwright.main;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code plugwright p1}: smart meters with a P1 port. */
@Command(name = "p1", description = "Smart meters with a P1 port.", mixinStandardHelpOptions = true)
final class P1Command implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: p1 decode FILE|-.");
    }
}
