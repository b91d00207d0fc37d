package plugwright.meter.p1;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import plugwright.meter.MeterNumber;

/** Finds the objects that matter in a telegram, in any order, and passes over all others. Used again and again. */
final class TelegramFields {

    /** Marks a figure that a telegram does not have; never leaves this class. */
    private static final int NONE = Integer.MIN_VALUE;

    /** P1 writes currents with three digits, voltages below it; what is above was not read right. In mA and mV. */
    private static final int HIGHEST_MILLI = 1_000_000;

    /** Powers have two digits of kW in P1; ten times that is not a house. */
    private static final int HIGHEST_WATT = 1_000_000;

    private static final int THOUSAND = 1_000;
    private static final int TEN = 10;
    private static final int PHASES = 3;
    private static final int GROUPS = 5;
    private static final int GROUP_LIMIT = 255;

    /** Value groups A to E of the object in hand: A-B:C.D.E. */
    private final int[] group = new int[GROUPS];

    private final ValueScanner value = new ValueScanner();
    private final int[] milliampere = new int[PHASES];
    private final int[] ampereDecimals = new int[PHASES];
    private final int[] importWatt = new int[PHASES];
    private final int[] exportWatt = new int[PHASES];
    private final int[] millivolt = new int[PHASES];
    private int importTotal;
    private int exportTotal;
    private int version;
    private long epochSecond;
    private int meter;
    private @Nullable P1Fault unreadable;

    /**
     * Decodes a telegram whose checksum is right.
     *
     * @param from its slash
     * @param to behind its exclamation mark
     */
    void decode(byte[] bytes, int from, int to, P1Sink sink) {
        scan(bytes, from, to);
        P1Fault fault = fault();
        if (fault == null) {
            sink.telegram(telegram());
        } else {
            sink.refused(fault);
        }
    }

    /** The version that a telegram without checksum tells; 0 if none. */
    int versionOnly(byte[] bytes, int to) {
        scan(bytes, 0, to);
        return version;
    }

    private void scan(byte[] bytes, int from, int to) {
        Arrays.fill(milliampere, NONE);
        Arrays.fill(importWatt, NONE);
        Arrays.fill(exportWatt, NONE);
        Arrays.fill(millivolt, NONE);
        importTotal = NONE;
        exportTotal = NONE;
        version = 0;
        meter = MeterNumber.UNKNOWN;
        epochSecond = 0;
        unreadable = null;
        int line = from;
        while (line < to) {
            int end = line;
            while (end < to && bytes[end] != '\n' && bytes[end] != '\r') {
                end++;
            }
            int opened = object(bytes, line, end);
            if (opened > 0) {
                take(bytes, opened, end);
            }
            line = end + 1;
        }
    }

    /**
     * Reads a line's object into {@link #group}: {@code 1-0:31.7.0}, with or without {@code .255} or {@code *255}.
     *
     * @return behind the opening parenthesis; 0 if the line has another form
     */
    private int object(byte[] bytes, int line, int end) {
        int at = line;
        for (int i = 0; i < GROUPS; i++) {
            int figure = 0;
            int start = at;
            while (at < end && bytes[at] >= '0' && bytes[at] <= '9' && figure <= GROUP_LIMIT) {
                figure = figure * TEN + (bytes[at++] - '0');
            }
            if (at == start || at == end || figure > GROUP_LIMIT) {
                return 0;
            }
            group[i] = figure;
            if (i < GROUPS - 1 && bytes[at++] != separatorAfter(i)) {
                return 0;
            }
        }
        if (bytes[at] == '.' || bytes[at] == '*') {
            at++;
            while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
                at++;
            }
        }
        return at < end && bytes[at] == '(' ? at + 1 : 0;
    }

    private static char separatorAfter(int group) {
        return switch (group) {
            case 0 -> '-';
            case 1 -> ':';
            default -> '.';
        };
    }

    private boolean is(int a, int b, int c, int d, int e) {
        return group[0] == a && group[1] == b && group[2] == c && group[3] == d && group[4] == e;
    }

    private void take(byte[] bytes, int from, int end) {
        if (is(1, group[1], group[2], 7, 0) && group[1] == 0) {
            instantaneous(bytes, from, end);
        } else if (is(1, 3, 0, 2, 8) || is(0, 0, 96, 1, 4)) {
            if (value.scan(bytes, from, end) == ValueScanner.Kind.FIGURE && value.decimals() == 0) {
                version = (int) (value.thousandths() / THOUSAND);
            }
        } else if (is(0, 0, 96, 1, 1)) {
            meter = MeterNumber.of(bytes, from, closing(bytes, from, end));
        } else if (is(0, 0, 1, 0, 0)) {
            epochSecond = TelegramTime.epochSecond(bytes, from, end);
        }
    }

    private static int closing(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] != ')') {
            at++;
        }
        return at;
    }

    private void instantaneous(byte[] bytes, int from, int end) {
        switch (group[2]) {
            case 1 -> importTotal = watt(bytes, from, end);
            case 2 -> exportTotal = watt(bytes, from, end);
            case 21, 41, 61 -> importWatt[phase(21)] = watt(bytes, from, end);
            case 22, 42, 62 -> exportWatt[phase(22)] = watt(bytes, from, end);
            case 32, 52, 72 -> millivolt[phase(32)] = milli(bytes, from, end, "V");
            case 31, 51, 71 -> {
                milliampere[phase(31)] = milli(bytes, from, end, "A");
                ampereDecimals[phase(31)] = value.decimals();
            }
            default -> {
                // other quantities: reactive power, frequency
            }
        }
    }

    private int phase(int ofL1) {
        return (group[2] - ofL1) / 20;
    }

    private int milli(byte[] bytes, int from, int end, String unit) {
        return switch (value.scan(bytes, from, end)) {
            case EMPTY -> NONE;
            case UNREADABLE -> unreadable();
            case FIGURE -> value.isIn(bytes, unit) ? inRange(value.thousandths(), HIGHEST_MILLI) : unreadable();
        };
    }

    /** In W; a meter writes kW, some W. */
    private int watt(byte[] bytes, int from, int end) {
        return switch (value.scan(bytes, from, end)) {
            case EMPTY -> NONE;
            case UNREADABLE -> unreadable();
            case FIGURE -> {
                if (value.is(bytes, "W")) {
                    yield inRange(value.thousandths() / THOUSAND, HIGHEST_WATT);
                }
                yield value.isIn(bytes, "kW") ? inRange(value.thousandths(), HIGHEST_WATT) : unreadable();
            }
        };
    }

    private int inRange(long figure, int highest) {
        return figure <= highest ? (int) figure : unreadable();
    }

    private int unreadable() {
        unreadable = new P1Fault.ValueUnreadable(
                group[0] + "-" + group[1] + ":" + group[2] + "." + group[3] + "." + group[4]);
        return NONE;
    }

    private @Nullable P1Fault fault() {
        if (version == 0) {
            return P1Fault.Plain.VERSION_MISSING;
        }
        if (version < P1Version.OLDEST_SUPPORTED) {
            return new P1Fault.VersionTooOld(version);
        }
        if (unreadable != null) {
            return unreadable;
        }
        if (epochSecond == 0) {
            return P1Fault.Plain.TIME_MISSING;
        }
        return isTold(0) && (isTold(1) || !isTold(2)) ? null : P1Fault.Plain.NO_CURRENTS;
    }

    private boolean isTold(int phase) {
        return milliampere[phase] != NONE || importWatt[phase] != NONE || exportWatt[phase] != NONE;
    }

    private P1Telegram telegram() {
        return new P1Telegram(
                new P1Version(version),
                Instant.ofEpochSecond(epochSecond),
                List.of(phaseOf(0), phaseOf(1), phaseOf(2)),
                optional(importTotal),
                optional(exportTotal),
                meter);
    }

    private P1Phase phaseOf(int i) {
        return new P1Phase(
                optional(milliampere[i]),
                ampereDecimals[i] == 0 ? P1Phase.Resolution.WHOLE_AMPERE : P1Phase.Resolution.DECIMALS,
                optional(importWatt[i]),
                optional(exportWatt[i]),
                optional(millivolt[i]));
    }

    private static OptionalInt optional(int figure) {
        return figure == NONE ? OptionalInt.empty() : OptionalInt.of(figure);
    }
}
