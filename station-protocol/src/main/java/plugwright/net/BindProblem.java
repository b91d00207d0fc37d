package plugwright.net;

import java.util.Locale;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;

/** Why a port cannot be opened. The JDK tells by its message alone: the system's own words, in English. */
public final class BindProblem {

    /** More causes than this are not looked at: two are usual. */
    private static final int MOST_CAUSES = 8;

    private BindProblem() {}

    /** @return PORT_NOT_ALLOWED, BAD_ARGUMENT for an address that this machine does not have, else PORT_IN_USE */
    public static Problem of(Throwable refused, String address, int port) {
        StringBuilder words = new StringBuilder();
        Throwable cause = refused;
        for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
            words.append(' ').append(String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT));
            cause = cause.getCause();
        }
        if (words.indexOf("permission") >= 0) {
            return Problem.of(ProblemCode.PORT_NOT_ALLOWED, address, Integer.toString(port));
        }
        return words.indexOf("cannot assign") >= 0
                ? Problem.of(ProblemCode.BAD_ARGUMENT, address + " is not an address of this computer.")
                : Problem.of(ProblemCode.PORT_IN_USE, address, Integer.toString(port));
    }
}
