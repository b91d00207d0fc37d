package plugwright.model;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Problems in a user's language, for screens and the command line alike. */
public final class Problems {

    private static final String BUNDLE = "plugwright.model.problems";

    private Problems() {}

    /** The sentence that says what is wrong and what to do, without the code. */
    public static String text(Problem problem, Locale locale) {
        String pattern = ResourceBundle.getBundle(BUNDLE, locale).getString(problem.code().textKey());
        return new MessageFormat(pattern, locale).format(problem.details().toArray());
    }

    /** The sentence with its code in front: {@code PW-101: …}. */
    public static String textWithCode(Problem problem, Locale locale) {
        return problem.code().code() + ": " + text(problem, locale);
    }
}
