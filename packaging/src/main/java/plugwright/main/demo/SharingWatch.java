package plugwright.main.demo;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import plugwright.api.PropertyRow;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.model.Ampere;
import plugwright.model.LimitReason;
import plugwright.model.LimitReasons;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.session.RequestClass;
import plugwright.session.StationLink;

/** Reads a double station's live values as the window does, and tells what changed, until a goal is reached. */
final class SharingWatch {

    private static final Duration BETWEEN_READINGS = Duration.ofMillis(500);

    /** Some ten times what the site needs at the demo's speed on a slow machine. */
    private static final int MOST_READINGS = 240;

    /** A vehicle draws 97 to 100 % of what it is told. */
    private static final double TOLERANCE_AMPERE = 1.5;

    private static final int SOCKETS = 2;

    private static final List<List<PropertyId>> CURRENTS = List.of(
            List.of(PropertyId.of("2221_A"), PropertyId.of("2221_B"), PropertyId.of("2221_C")),
            List.of(PropertyId.of("3221_A"), PropertyId.of("3221_B"), PropertyId.of("3221_C")));
    private static final List<PropertyId> TOLD = List.of(PropertyId.of("F010_1"), PropertyId.of("F020_1"));
    private static final List<PropertyId> REASON = List.of(PropertyId.of("F010_2"), PropertyId.of("F020_2"));
    private static final List<PropertyId> ARGUMENTS = List.of(PropertyId.of("F010_3"), PropertyId.of("F020_3"));
    private static final List<PropertyId> DISPLAY = List.of(PropertyId.of("F010_6"), PropertyId.of("F020_6"));

    private final StationLink link;
    private final Consumer<String> tell;
    private final Map<Integer, String> lastTold = new HashMap<>();

    /** What to wait for. */
    enum Goal {
        /** One vehicle is told and draws the whole station maximum. */
        ONE_CHARGES_WITH_ALL,
        /** Both draw, and together what the station may. */
        TWO_SHARE
    }

    SharingWatch(StationLink link, Consumer<String> tell) {
        this.link = link;
        this.tell = tell;
    }

    /** Reads and tells until the goal is reached. */
    Outcome<Goal> until(Goal goal) {
        for (int reading = 0; reading < MOST_READINGS; reading++) {
            Outcome<List<PropertyRow>> read =
                    link.read(RequestClass.MONITOR, ids()).join();
            if (!(read instanceof Outcome.Ok<List<PropertyRow>>(var rows))) {
                return read.map(_ -> goal);
            }
            Map<PropertyId, PropertyRow> values = new HashMap<>();
            rows.forEach(row -> values.put(row.id(), row));
            for (int socket = 0; socket < SOCKETS; socket++) {
                tellChange(socket, values);
            }
            if (isReached(goal, values)) {
                return Outcome.ok(goal);
            }
            try {
                Thread.sleep(BETWEEN_READINGS);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                return Outcome.failed(ProblemCode.NO_ANSWER, link.address().toString(), "0");
            }
        }
        return Outcome.failed(
                ProblemCode.NO_ANSWER,
                link.address().toString(),
                Long.toString(BETWEEN_READINGS.multipliedBy(MOST_READINGS).toSeconds()));
    }

    private static List<PropertyId> ids() {
        List<PropertyId> ids = new ArrayList<>(List.of(Known.STATION_MAX_CURRENT));
        CURRENTS.forEach(ids::addAll);
        ids.addAll(TOLD);
        ids.addAll(REASON);
        ids.addAll(ARGUMENTS);
        ids.addAll(DISPLAY);
        return ids;
    }

    /** One line whenever the limit, its reason or the display changed, or the draw settled on a new value. */
    private void tellChange(int socket, Map<PropertyId, PropertyRow> values) {
        double told = number(values, TOLD.get(socket));
        Optional<LimitReason> reason =
                LimitReason.parse((int) number(values, REASON.get(socket)), text(values, ARGUMENTS.get(socket)));
        String why = reason.map(r -> LimitReasons.textWithLimit(
                        Ampere.ofNearest(told), r, Locale.getDefault(), ZoneId.systemDefault()))
                .orElse("");
        List<Double> drawn = CURRENTS.get(socket).stream().map(id -> number(values, id)).toList();
        boolean settled = Math.abs(drawn.stream().mapToDouble(d -> d).max().orElse(0) - told) < TOLERANCE_AMPERE;
        String signature = why + text(values, DISPLAY.get(socket)) + settled;
        if (!signature.equals(lastTold.put(socket, signature))) {
            tell.accept(String.format(
                    Locale.ROOT,
                    "socket %d  L1 %4.1f  L2 %4.1f  L3 %4.1f A   %s",
                    socket + 1,
                    drawn.get(0),
                    drawn.get(1),
                    drawn.get(2),
                    why));
        }
    }

    private static boolean isReached(Goal goal, Map<PropertyId, PropertyRow> values) {
        double maximum = number(values, Known.STATION_MAX_CURRENT);
        double one = highest(values, 0);
        double two = highest(values, 1);
        return switch (goal) {
            case ONE_CHARGES_WITH_ALL -> one > maximum - TOLERANCE_AMPERE && two < TOLERANCE_AMPERE;
            case TWO_SHARE ->
                one > TOLERANCE_AMPERE
                        && Math.abs(one - two) < TOLERANCE_AMPERE
                        && one + two > maximum - 2 * TOLERANCE_AMPERE;
        };
    }

    private static double highest(Map<PropertyId, PropertyRow> values, int socket) {
        return CURRENTS.get(socket).stream()
                .mapToDouble(id -> number(values, id))
                .max()
                .orElse(0);
    }

    private static double number(Map<PropertyId, PropertyRow> values, PropertyId id) {
        PropertyRow row = values.get(id);
        return row == null ? 0 : row.value().number();
    }

    private static String text(Map<PropertyId, PropertyRow> values, PropertyId id) {
        PropertyRow row = values.get(id);
        return row == null ? "" : row.value().text();
    }
}
