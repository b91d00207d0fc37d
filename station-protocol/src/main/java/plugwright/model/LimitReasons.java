package plugwright.model;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Reasons in a user's language: bundle {@code plugwright/model/reasons}. */
public final class LimitReasons {

    private static final String BUNDLE = "plugwright.model.reasons";

    /** As all times of day in the window, in every language. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private LimitReasons() {}

    /**
     * The limit and why, e.g. {@code 12.5 A – shared on L1 with socket 2, station maximum 25 A}.
     *
     * @param zone in which moments are shown
     */
    public static String textWithLimit(Ampere limit, LimitReason reason, Locale locale, ZoneId zone) {
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, locale);
        return new MessageFormat(bundle.getString("limit-and-reason"), locale)
                .format(new Object[] {current(limit.milliampere(), locale), text(reason, locale, zone)});
    }

    /** Why, without the limit itself. */
    public static String text(LimitReason reason, Locale locale, ZoneId zone) {
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, locale);
        Object[] words = new Object[reason.arguments().size()];
        for (int i = 0; i < words.length; i++) {
            words[i] = word(reason.kind().arguments().get(i), reason.arguments().get(i), bundle, locale, zone);
        }
        return new MessageFormat(bundle.getString(reason.kind().textKey()), locale).format(words);
    }

    private static String word(
            ReasonKind.Argument argument, int value, ResourceBundle bundle, Locale locale, ZoneId zone) {
        return switch (argument) {
            case CURRENT -> current(value, locale);
            case PHASE -> "L" + value;
            case SOCKET, COUNT -> Integer.toString(value);
            case GROUP -> LimitGroup.ofCode(value)
                    .map(group -> bundle.getString(group.textKey()))
                    .orElse(Integer.toString(value));
            case MOMENT -> TIME.format(Instant.ofEpochSecond(Integer.toUnsignedLong(value)).atZone(zone));
            case CAUSE -> cause(value, bundle);
        };
    }

    private static String cause(int code, ResourceBundle bundle) {
        String key = ReasonKind.ofCode(code).map(kind -> "cause" + kind.textKey().substring("reason".length())).orElse("");
        try {
            return bundle.getString(key);
        } catch (MissingResourceException notACap) {
            return Integer.toString(code);
        }
    }

    private static String current(int milliampere, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        // Limits are never shown higher than they are.
        format.setRoundingMode(java.math.RoundingMode.FLOOR);
        return format.format(new Ampere(milliampere).value());
    }
}
