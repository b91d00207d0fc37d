package plugwright.ui.text;

import java.text.MessageFormat;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plugwright.model.Ampere;
import plugwright.model.LimitReason;
import plugwright.model.LimitReasons;
import plugwright.model.Problem;
import plugwright.model.Problems;

/** Texts by key in the user's language. A key is known once over all bundles. */
public final class Texts {

    /** Each package of screens has its own bundle; a new one is named here. */
    public static final List<String> BUNDLES = List.of(
            "plugwright.ui.shell.texts",
            "plugwright.ui.form.texts",
            "plugwright.ui.login.texts",
            "plugwright.ui.station.texts",
            "plugwright.ui.station.monitor.texts",
            "plugwright.ui.station.log.texts",
            "plugwright.ui.bench.texts");

    /** A language that no one speaks, for tests and pictures. */
    public static final Locale PSEUDO = Locale.of("qps");

    private static final Logger LOG = LoggerFactory.getLogger(Texts.class);

    private final Locale locale;
    private final Map<String, String> patterns = new HashMap<>();

    private Texts(Locale locale, List<String> bundles) {
        this.locale = locale;
        for (String name : bundles) {
            ResourceBundle bundle = ResourceBundle.getBundle(
                    name, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            for (String key : bundle.keySet()) {
                if (patterns.put(key, bundle.getString(key)) != null) {
                    throw new IllegalStateException("text key twice: " + key);
                }
            }
        }
    }

    /** All texts of the program; a language that is not there is English. */
    public static Texts in(Locale locale) {
        return new Texts(locale, BUNDLES);
    }

    /**
     * A text.
     *
     * @param details values for its places {0}, {1}, …
     */
    public String get(String key, Object... details) {
        String pattern = patterns.get(key);
        if (pattern == null) {
            LOG.warn("No text for {}", key);
            return key;
        }
        String shown = Pseudo.isPseudo(locale) ? Pseudo.of(pattern) : pattern;
        return new MessageFormat(shown, locale).format(details);
    }

    public boolean has(String key) {
        return patterns.containsKey(key);
    }

    /** What is wrong and what to do, with its code behind it so that the sentence comes first. */
    public String problem(Problem problem) {
        String text = Problems.text(problem, locale);
        return (Pseudo.isPseudo(locale) ? Pseudo.of(text) : text) + " (" + problem.code().code() + ")";
    }

    /** Why a vehicle is offered its current. */
    public String reason(LimitReason reason, ZoneId zone) {
        String text = LimitReasons.text(reason, locale, zone);
        return Pseudo.isPseudo(locale) ? Pseudo.of(text) : text;
    }

    /** The limit and why, e.g. {@code 12.5 A – shared on L1 with socket 2, station maximum 25 A}. */
    public String limitAndReason(Ampere limit, LimitReason reason, ZoneId zone) {
        String text = LimitReasons.textWithLimit(limit, reason, locale, zone);
        return Pseudo.isPseudo(locale) ? Pseudo.of(text) : text;
    }

    public Locale locale() {
        return locale;
    }

    /** Numbers and times for this language. */
    public Formats formats() {
        return new Formats(locale);
    }

    /** All keys, for tests. */
    public java.util.Set<String> keys() {
        return java.util.Set.copyOf(patterns.keySet());
    }
}
