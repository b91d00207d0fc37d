package plugwright.station.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import plugwright.model.PhaseCurrents;

/**
 * What each register must say of a double station with 32 A per phase, in Socket mode, a vehicle charging on three
 * phases at socket 1 and nothing at socket 2. Reckoned here from the currents that the vehicle draws.
 */
final class Expectations {

    private static final int STATION = 200;
    private static final double VOLT = 230;

    private final Map<String, Predicate<String>> all = new HashMap<>();

    /** @param drawn by the vehicle, equal on all phases */
    Expectations(String serial, PhaseCurrents drawn) {
        station(serial);
        network();
        double ampere = drawn.l1().value();
        meter(1, ampere, n -> n > 0);
        meter(2, 0, n -> n == 0);
        socket(1, "C2", 20.5, 1);
        socket(2, "A", 7, 0);
    }

    private void station(String serial) {
        all.put("200/100", text -> !text.isEmpty());
        text(117, "Plugwright");
        number(STATION, 122, 1);
        all.put("200/123", text -> text.matches("\\d+\\.\\d+\\.\\d+.*"));
        text(140, "NG920");
        text(157, serial);
        between(STATION, 168, 2_020, 2_200);
        between(STATION, 169, 1, 12);
        between(STATION, 170, 1, 31);
        between(STATION, 171, 0, 23);
        between(STATION, 172, 0, 59);
        between(STATION, 173, 0, 59);
        between(STATION, 174, 1_000, 100_000_000);
        number(STATION, 178, 0);
        number(STATION, 1_100, 32);
        between(STATION, 1_102, -40, 90);
        number(STATION, 1_104, 0);
        number(STATION, 1_105, 2);
    }

    /** In no network; nobody wrote a set point for it. */
    private void network() {
        text(1_400, "");
        between(STATION, 1_404, 0, 128);
        for (int start = 1_405; start <= 1_421; start += 2) {
            unavailable(STATION, start);
        }
        for (int start = 1_423; start <= 1_427; start += 2) {
            number(STATION, start, 0);
        }
        number(STATION, 1_429, 9);
        number(STATION, 1_431, 0);
    }

    private void meter(int unit, double ampere, Predicate<Double> delivered) {
        number(unit, 300, 3);
        between(unit, 301, 0, 60_000);
        number(unit, 305, 0);
        for (int phase = 0; phase < 3; phase++) {
            int two = 2 * phase;
            int four = 4 * phase;
            number(unit, 306 + two, VOLT);
            number(unit, 312 + two, 398.3717);
            number(unit, 320 + two, ampere);
            number(unit, 328 + two, 1);
            number(unit, 338 + two, VOLT * ampere);
            number(unit, 346 + two, VOLT * ampere);
            number(unit, 354 + two, 0);
            number(unit, 362 + four, delivered);
            number(unit, 378 + four, 0);
            number(unit, 394 + four, delivered);
            number(unit, 410 + four, 0);
        }
        number(unit, 318, 0);
        number(unit, 326, 3 * ampere);
        number(unit, 334, 1);
        number(unit, 336, 50);
        number(unit, 344, 3 * VOLT * ampere);
        number(unit, 352, 3 * VOLT * ampere);
        number(unit, 360, 0);
        number(unit, 374, delivered);
        number(unit, 390, 0);
        number(unit, 406, delivered);
        number(unit, 422, 0);
    }

    private void socket(int unit, String mode3, double applied, int decides) {
        number(unit, 1_200, 1);
        all.put(unit + "/1201", mode3::equals);
        number(unit, 1_206, applied);
        if (decides == 1) {
            between(unit, 1_208, 30_000, 65_535);
            number(unit, 1_210, applied);
        } else {
            number(unit, 1_208, 0);
            unavailable(unit, 1_210);
        }
        number(unit, 1_212, 7);
        number(unit, 1_214, decides);
        number(unit, 1_215, 3);
    }

    /** All ones: no number, of either sign. */
    private void unavailable(int unit, int start) {
        all.put(unit + "/" + start, text -> text.matches("(?i)-?nan"));
    }

    private void text(int start, String expected) {
        all.put(STATION + "/" + start, expected::equals);
    }

    /** To the six digits that mbpoll prints. */
    private void number(int unit, int start, double expected) {
        number(unit, start, n -> Math.abs(n - expected) <= 1e-5 * Math.abs(expected));
    }

    private void between(int unit, int start, double least, double most) {
        number(unit, start, n -> n >= least && n <= most);
    }

    private void number(int unit, int start, Predicate<Double> expected) {
        all.put(unit + "/" + start, text -> expected.test(Double.parseDouble(text)));
    }

    int count() {
        return all.size();
    }

    void check(int unit, int start, String value) {
        String key = unit + "/" + start;
        assertThat(all).containsKey(key);
        assertThat(value).as(key).matches(all.get(key));
    }
}
