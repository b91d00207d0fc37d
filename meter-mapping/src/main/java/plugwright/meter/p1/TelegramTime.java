package plugwright.meter.p1;

/** The time of a telegram: YYMMDDhhmmss and W for winter (CET) or S for summer (CEST). */
final class TelegramTime {

    private static final int DIGITS = 12;
    private static final int TEN = 10;
    private static final int CENTURY = 2_000;
    private static final int MONTHS = 12;
    private static final int HOURS = 24;
    private static final int SIXTY = 60;
    private static final int SECONDS_A_DAY = 86_400;
    private static final int SECONDS_AN_HOUR = 3_600;
    private static final int[] DAYS_BEFORE_MONTH = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

    /** 2000-01-01, in days since 1970-01-01. */
    private static final int DAYS_TO_2000 = 10_957;

    private TelegramTime() {}

    /**
     * Seconds since 1970 UTC; 0 if it is no time.
     *
     * @param from behind the opening parenthesis
     */
    static long epochSecond(byte[] bytes, int from, int end) {
        if (end - from < DIGITS + 2 || bytes[from + DIGITS + 1] != ')') {
            return 0;
        }
        int season = bytes[from + DIGITS];
        if (season != 'W' && season != 'S') {
            return 0;
        }
        for (int i = from; i < from + DIGITS; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return 0;
            }
        }
        int year = CENTURY + pair(bytes, from);
        int month = pair(bytes, from + 2);
        int day = pair(bytes, from + 4);
        int hour = pair(bytes, from + 6);
        int minute = pair(bytes, from + 8);
        int second = pair(bytes, from + 10);
        if (month < 1 || month > MONTHS || day < 1 || day > daysIn(year, month)) {
            return 0;
        }
        if (hour >= HOURS || minute >= SIXTY || second >= SIXTY) {
            return 0;
        }
        long days = DAYS_TO_2000 + daysSince2000(year, month) + day - 1L;
        int ahead = season == 'S' ? 2 : 1;
        return days * SECONDS_A_DAY + (long) (hour - ahead) * SECONDS_AN_HOUR + (long) minute * SIXTY + second;
    }

    private static int pair(byte[] bytes, int at) {
        return (bytes[at] - '0') * TEN + bytes[at + 1] - '0';
    }

    /** Every fourth year of this century is a leap year, the first one too. */
    private static boolean isLeap(int year) {
        return year % 4 == 0;
    }

    private static int daysIn(int year, int month) {
        int days = DAYS_BEFORE_MONTH[month] - DAYS_BEFORE_MONTH[month - 1];
        return month == 2 && isLeap(year) ? days + 1 : days;
    }

    /** To the first of the month. */
    private static int daysSince2000(int year, int month) {
        int years = year - CENTURY;
        int leapDaysBefore = (years + 3) / 4;
        int thisYear = DAYS_BEFORE_MONTH[month - 1] + (month > 2 && isLeap(year) ? 1 : 0);
        return years * 365 + leapDaysBefore + thisYear;
    }
}
