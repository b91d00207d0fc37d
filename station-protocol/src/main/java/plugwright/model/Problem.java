package plugwright.model;

import java.util.List;

/**
 * An error as a value: what went wrong, with the particulars its text needs. Texts are in the bundle
 * {@code plugwright/model/problems}, by the code's key.
 *
 * @param code what went wrong
 * @param details values for the text's places {0}, {1}, …
 */
public record Problem(ProblemCode code, List<String> details) {

    public Problem {
        details = List.copyOf(details);
    }

    public static Problem of(ProblemCode code, String... details) {
        return new Problem(code, List.of(details));
    }

    /** For logs only; users get the text in their language. */
    @Override
    public String toString() {
        return code.code() + " " + code + (details.isEmpty() ? "" : " " + details);
    }
}
