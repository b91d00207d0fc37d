package plugwright.meter.p1;

import plugwright.model.Problem;
import plugwright.model.ProblemCode;

/** Why bytes from a P1 port did not become a telegram that can be relied on. */
public sealed interface P1Fault {

    /** The checksum sent and that of the bytes. */
    record CrcWrong(int sent, int computed) implements P1Fault {}

    /** A version below 4.0; its code, or 0 where the telegram has neither version nor checksum, as they had then. */
    record VersionTooOld(int code) implements P1Fault {}

    /** An object that is needed and has a value that cannot be read, e.g. {@code 1-0:31.7.0}. */
    record ValueUnreadable(String object) implements P1Fault {}

    /** The meter's clock is this much behind the telegram's arrival, measured against earlier telegrams. */
    record TimeStale(long behindSeconds) implements P1Fault {}

    /** Faults that have nothing to tell but themselves. */
    enum Plain implements P1Fault {
        CRC_MISSING(ProblemCode.P1_CRC_MISSING),
        VERSION_MISSING(ProblemCode.P1_VERSION_MISSING),
        TIME_MISSING(ProblemCode.P1_TIME_MISSING),
        NO_CURRENTS(ProblemCode.P1_NO_CURRENTS),
        TOO_LONG(ProblemCode.P1_TOO_LONG),
        CUT_SHORT(ProblemCode.P1_CUT_SHORT);

        private final ProblemCode code;

        Plain(ProblemCode code) {
            this.code = code;
        }
    }

    /** The code to quote and the particulars of its text. */
    default Problem problem() {
        return switch (this) {
            case CrcWrong(int sent, int computed) ->
                Problem.of(ProblemCode.P1_CRC_WRONG, hex(sent), hex(computed));
            case VersionTooOld(int code) ->
                Problem.of(
                        ProblemCode.P1_VERSION_TOO_OLD,
                        code == 0 ? "a version before 4.0" : new P1Version(code).text());
            case ValueUnreadable(String object) -> Problem.of(ProblemCode.P1_VALUE_UNREADABLE, object);
            case TimeStale(long behind) -> Problem.of(ProblemCode.P1_TIME_STALE, Long.toString(behind));
            case Plain plain ->
                plain == Plain.TOO_LONG
                        ? Problem.of(plain.code, Integer.toString(P1Parser.MAX_TELEGRAM_BYTES))
                        : Problem.of(plain.code);
        };
    }

    private static String hex(int crc) {
        return String.format("%04X", crc);
    }
}
