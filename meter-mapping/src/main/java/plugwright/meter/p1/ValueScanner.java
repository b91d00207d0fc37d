package plugwright.meter.p1;

/**
 * Reads one value in parentheses, e.g. {@code (01.193*kW)}: a figure and a unit, with or without the asterisk between.
 * One object serves all values, so that none is allocated for each.
 */
final class ValueScanner {

    /** What a value turned out to be. */
    enum Kind {
        /** A figure, in thousandths of its unit. */
        FIGURE,
        /** Empty parentheses: the meter has no such value. */
        EMPTY,
        /** Something else. */
        UNREADABLE
    }

    private static final int TEN = 10;
    private static final int KEPT_DECIMALS = 3;

    /** More digits than any value of a house has; nine of them in thousandths fit a long by far. */
    private static final int MAX_DIGITS = 9;

    private long thousandths;
    private int decimals;
    private int unitAt;
    private int end;

    /** In thousandths of the unit. */
    long thousandths() {
        return thousandths;
    }

    /** How many decimals the meter writes. */
    int decimals() {
        return decimals;
    }

    /**
     * Reads a value.
     *
     * @param from behind the opening parenthesis
     * @param lineEnd where the line ends
     */
    Kind scan(byte[] bytes, int from, int lineEnd) {
        int at = from;
        int digits = 0;
        boolean inDecimals = false;
        thousandths = 0;
        decimals = 0;
        for (; at < lineEnd; at++) {
            byte b = bytes[at];
            if (b >= '0' && b <= '9') {
                digits++;
                if (inDecimals) {
                    decimals++;
                }
                if (decimals <= KEPT_DECIMALS) {
                    thousandths = thousandths * TEN + (b - '0');
                }
                if (digits > MAX_DIGITS) {
                    return Kind.UNREADABLE;
                }
            } else if (b == '.' && !inDecimals) {
                inDecimals = true;
            } else {
                break;
            }
        }
        for (int i = decimals; i < KEPT_DECIMALS; i++) {
            thousandths *= TEN;
        }
        return close(bytes, at, lineEnd, digits);
    }

    private Kind close(byte[] bytes, int from, int lineEnd, int digits) {
        int at = from;
        if (at < lineEnd && bytes[at] == '*') {
            at++;
        }
        unitAt = at;
        while (at < lineEnd && bytes[at] != ')') {
            at++;
        }
        end = at;
        if (at == lineEnd) {
            return Kind.UNREADABLE;
        }
        if (digits == 0) {
            return at == from ? Kind.EMPTY : Kind.UNREADABLE;
        }
        return Kind.FIGURE;
    }

    /** Whether the value has this unit, or none. */
    boolean isIn(byte[] bytes, String unit) {
        return unitAt == end || is(bytes, unit);
    }

    /** Whether the value has exactly this unit. */
    boolean is(byte[] bytes, String unit) {
        if (end - unitAt != unit.length()) {
            return false;
        }
        for (int i = 0; i < unit.length(); i++) {
            if (bytes[unitAt + i] != unit.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
