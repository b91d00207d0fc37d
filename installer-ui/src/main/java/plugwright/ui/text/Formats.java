package plugwright.ui.text;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Numbers and times as a locale writes them. */
public final class Formats {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DATE_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final String MINUS = "\u2212";

    private final Locale locale;

    Formats(Locale locale) {
        this.locale = locale;
    }

    /** A current in A with one decimal, without its unit. */
    public String ampere(double ampere) {
        return decimal(ampere, 1, 1);
    }

    /** A whole number, not grouped. */
    public String whole(long number) {
        return decimal((double) number, 0, 0);
    }

    /** A number with as many decimals as it has, within these bounds. */
    public String decimal(double number, int fewest, int most) {
        DecimalFormat format = new DecimalFormat("0", DecimalFormatSymbols.getInstance(locale));
        format.setMinimumFractionDigits(fewest);
        format.setMaximumFractionDigits(most);
        String text = format.format(number);
        return text.startsWith("-") ? MINUS + text.substring(1) : text;
    }

    /** A share of one as per cent, whole. */
    public String percent(double share) {
        return whole(Math.round(share * 100)) + "\u00a0%";
    }

    public String millis(Duration duration) {
        return whole(duration.toMillis()) + "\u00a0ms";
    }

    /** Whole seconds. */
    public String seconds(Duration duration) {
        return whole(duration.toSeconds()) + "\u00a0s";
    }

    /** Date and time of this computer, in the order that sorts. */
    public String dateAndTime(Instant instant) {
        return DATE_AND_TIME.format(instant.atZone(ZoneId.systemDefault()));
    }

    /** Time of day of this computer. */
    public String timeOfDay(Instant instant) {
        return TIME.format(instant.atZone(ZoneId.systemDefault()));
    }

    /**
     * Reads a number as typed: the locale's decimal sign or a point, blanks around it are fine.
     *
     * @return empty if it is no number
     */
    public Optional<BigDecimal> parse(String typed) {
        String plain = typed.strip()
                .replace(DecimalFormatSymbols.getInstance(locale).getDecimalSeparator(), '.')
                .replace(',', '.')
                .replace(MINUS, "-");
        try {
            return plain.length() > MAX_DIGITS ? Optional.empty() : Optional.of(new BigDecimal(plain));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** Longer input is no setting of any station, and exponents could make huge numbers of it. */
    private static final int MAX_DIGITS = 24;
}
