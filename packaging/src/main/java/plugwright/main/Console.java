package plugwright.main;

import java.io.PrintWriter;
import java.util.Locale;
import plugwright.model.Problem;
import plugwright.model.Problems;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the command line writes: results to standard output, everything else to standard error, so that with
 * {@code --json} standard output holds nothing but one JSON value a line.
 */
final class Console {

    private final PrintWriter out;
    private final PrintWriter err;
    private final JsonMapper json = JsonMapper.builder().build();

    Console(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** A line for people, on standard output. */
    void say(String line) {
        out.println(line);
        out.flush();
    }

    /** A remark that is not a result. */
    void note(String line) {
        err.println(line);
        err.flush();
    }

    /** A new JSON object to fill. */
    ObjectNode object() {
        return json.createObjectNode();
    }

    /** One JSON value on a line of its own. */
    void json(ObjectNode node) {
        out.println(json.writeValueAsString(node));
        out.flush();
    }

    /** Says what went wrong and what to do; returns the exit code for it. */
    int fail(Problem problem) {
        note(Problems.textWithCode(problem, Locale.getDefault()));
        return ExitCode.FAILED;
    }
}
