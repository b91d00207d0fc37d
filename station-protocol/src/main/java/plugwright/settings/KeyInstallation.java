package plugwright.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plugwright.api.PropertyRow;
import plugwright.api.PropertyWrite;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.session.Course;
import plugwright.session.RebootWatch;
import plugwright.session.Reply;
import plugwright.session.RequestClass;
import plugwright.session.StationLink;
import plugwright.session.WorkStep;

/**
 * Hands a licence key to a station as typed and lets the station judge it (LIC-6). An accepted key makes the station
 * reboot; a refused one changes nothing, and our own station says why.
 */
public final class KeyInstallation {

    private static final List<PropertyId> ASKED = List.of(
            Known.LICENCE_KEY,
            Known.LICENCE_FEATURES,
            Known.BOOT_COUNT,
            Known.KEY_VERDICT,
            Known.KEY_VERDICT_DETAILS);

    private final StationLink link;
    private final RebootWatch reboot;

    /**
     * @param link logged in
     * @param reboot waits for this link's station
     */
    public KeyInstallation(StationLink link, RebootWatch reboot) {
        this.link = link;
        this.reboot = reboot;
    }

    /**
     * What a key changed.
     *
     * @param before feature bits of 21A2_0 before
     * @param after feature bits after the reboot
     */
    public record Unlocked(long before, long after) {}

    /** Where the key is after a failure. */
    public enum Standing {
        /** It was judged and not taken: nothing has changed. */
        REFUSED,
        /** It did not get through to the station: nothing has changed. */
        NOT_SENT,
        /** It may be on the station. */
        UNKNOWN
    }

    /** What a failed installation says of the key. */
    public static Standing standing(Problem problem) {
        return switch (problem.code()) {
            case KEY_MISTYPED,
                    KEY_FOR_OTHER_STATION,
                    KEY_NOT_GENUINE,
                    KEY_ISSUER_UNKNOWN,
                    KEY_EXPIRED,
                    KEY_WRONG_LENGTH,
                    KEY_OTHER_PRODUCT,
                    KEY_EMPTY,
                    KEY_TOO_NEW,
                    TOO_LONG,
                    UNKNOWN_TO_FIRMWARE,
                    REFUSED_BY_STATION -> Standing.REFUSED;
            // From the first question: once the key is on its way these lead to waiting for the station.
            case CONNECTION_REFUSED,
                    CONNECTION_LOST,
                    REPLY_CUT_SHORT,
                    NO_ANSWER,
                    NO_ROUTE,
                    ASKED_TOO_OFTEN,
                    STATION_BUSY,
                    WRITE_CANCELLED -> Standing.NOT_SENT;
            default -> Standing.UNKNOWN;
        };
    }

    /**
     * Installs a key and waits for the reboot. Calling it off before the key is sent keeps it from being sent; later it
     * ends the waiting only.
     *
     * @param typed as typed or pasted; blanks around it are taken off
     * @return the features, or KEY_EMPTY, TOO_LONG, what the station finds wrong with the key, REFUSED_BY_STATION
     *     where it does not say, or what broke on the way; {@link #standing} tells what that means for the key
     */
    public CompletableFuture<Outcome<Unlocked>> install(String typed, Course course) {
        String key = typed.strip();
        if (key.isEmpty()) {
            return CompletableFuture.completedFuture(Outcome.failed(ProblemCode.KEY_EMPTY));
        }
        course.tell(new WorkStep.Asking());
        return ask().thenCompose(read -> switch (read) {
            case Outcome.Failed<Map<PropertyId, PropertyRow>>(var problem) -> failed(problem);
            case Outcome.Ok<Map<PropertyId, PropertyRow>> _ when course.isCalledOff() ->
                failed(Problem.of(ProblemCode.WRITE_CANCELLED, Known.LICENCE_KEY.toString()));
            case Outcome.Ok<Map<PropertyId, PropertyRow>>(var before) -> write(key, before, course);
        });
    }

    private CompletableFuture<Outcome<Map<PropertyId, PropertyRow>>> ask() {
        return link.read(RequestClass.USER, ASKED)
                .thenApply(read -> read.map(
                        rows -> rows.stream().collect(Collectors.toMap(PropertyRow::id, r -> r, (a, _) -> a))));
    }

    private static <T> CompletableFuture<Outcome<T>> failed(Problem problem) {
        return CompletableFuture.completedFuture(Outcome.failed(problem));
    }

    private CompletableFuture<Outcome<Unlocked>> write(
            String key, Map<PropertyId, PropertyRow> before, Course course) {
        PropertyRow held = before.get(Known.LICENCE_KEY);
        if (held == null) {
            return failed(Problem.of(ProblemCode.UNKNOWN_TO_FIRMWARE, Known.LICENCE_KEY.toString()));
        }
        if (held.length() > 0 && key.length() >= held.length()) {
            return failed(Problem.of(ProblemCode.TOO_LONG, Integer.toString(held.length() - 1)));
        }
        course.tell(new WorkStep.Writing(Known.LICENCE_KEY, 1, 1));
        return link.write(RequestClass.USER, List.of(new PropertyWrite(Known.LICENCE_KEY, PropertyValue.of(key))))
                .thenCompose(sent -> switch (sent) {
                    case Outcome.Failed<Reply>(var problem) when !RebootWatch.mayHaveArrived(problem.code()) ->
                        failed(problem);
                    default -> afterWrite(key, before, course);
                });
    }

    private CompletableFuture<Outcome<Unlocked>> afterWrite(
            String key, Map<PropertyId, PropertyRow> before, Course course) {
        course.tell(new WorkStep.ReadingBack());
        return ask().thenCompose(after -> switch (after) {
            // The connection went: the station is rebooting already.
            case Outcome.Failed<Map<PropertyId, PropertyRow>> _ -> awaitFeatures(before, course);
            case Outcome.Ok<Map<PropertyId, PropertyRow>>(var now) -> judge(key, before, now, course);
        });
    }

    private CompletableFuture<Outcome<Unlocked>> judge(
            String key, Map<PropertyId, PropertyRow> before, Map<PropertyId, PropertyRow> now, Course course) {
        int verdict = (int) number(now.get(Known.KEY_VERDICT));
        if (verdict != 0) {
            PropertyRow details = now.get(Known.KEY_VERDICT_DETAILS);
            return failed(new Problem(
                    ProblemCode.ofNumber(verdict).orElse(ProblemCode.KEY_NOT_GENUINE),
                    details == null ? List.of() : Arrays.asList(details.value().text().split(",", -1))));
        }
        PropertyRow held = now.get(Known.LICENCE_KEY);
        boolean rebooted = number(now.get(Known.BOOT_COUNT)) != number(before.get(Known.BOOT_COUNT));
        if (rebooted || (held != null && held.value().text().equals(key))) {
            return awaitFeatures(before, course);
        }
        return failed(Problem.of(ProblemCode.REFUSED_BY_STATION, Known.LICENCE_KEY.toString(), key, "-"));
    }

    private CompletableFuture<Outcome<Unlocked>> awaitFeatures(
            Map<PropertyId, PropertyRow> before, Course course) {
        return reboot.awaitReturn(number(before.get(Known.BOOT_COUNT)), course)
                .thenCompose(back -> switch (back) {
                    case Outcome.Failed<Long>(var problem) -> failed(problem);
                    case Outcome.Ok<Long> _ -> ask().thenApply(read -> unlocked(before, read));
                });
    }

    private static Outcome<Unlocked> unlocked(
            Map<PropertyId, PropertyRow> before, Outcome<Map<PropertyId, PropertyRow>> read) {
        return switch (read) {
            case Outcome.Failed<Map<PropertyId, PropertyRow>> _ -> Outcome.failed(ProblemCode.KEY_OUTCOME_UNREAD);
            case Outcome.Ok<Map<PropertyId, PropertyRow>>(var now) -> Outcome.ok(new Unlocked(
                    number(before.get(Known.LICENCE_FEATURES)), number(now.get(Known.LICENCE_FEATURES))));
        };
    }

    private static long number(@Nullable PropertyRow row) {
        return row == null ? 0 : (long) row.value().number();
    }
}
