package plugwright.station.sim.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import plugwright.model.PhaseCurrents;
import plugwright.station.sim.grid.HouseLoads.Row;

/**
 * The loads of a random house on a random day: a base load, appliances of one phase that come and go, a hob that
 * pulses, a heat pump on three phases, and on most houses a PV system under clouds.
 */
final class HouseDay {

    private static final int DAY_SECONDS = 86_400;
    private static final int PHASES = 3;
    private static final int HOUR = 3_600;
    private static final int MINUTE = 60;

    private final Random random;
    /** What begins at a second and ends before another: a phase, 0 to 2, and mA. */
    private final List<int[]> stretches = new ArrayList<>();
    private final int[] base = new int[PHASES];
    private int pvPeak;
    private int sunrise;
    private int sunset;
    /** Seconds at which the sky changes, and what of the sun comes through from then on, in percent. */
    private final List<int[]> sky = new ArrayList<>();

    private HouseDay(Random random) {
        this.random = random;
    }

    static HouseLoads of(Random random) {
        HouseDay day = new HouseDay(random);
        day.fill();
        return new HouseLoads(day.rows());
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private void fill() {
        for (int phase = 0; phase < PHASES; phase++) {
            base[phase] = between(100, 1_500);
        }
        fridge();
        for (int k = between(2, 6); k > 0; k--) {
            add(random.nextInt(PHASES), between(6 * HOUR, 23 * HOUR), between(2, 4) * MINUTE, between(8_000, 9_500));
        }
        for (int k = between(0, 2); k > 0; k--) {
            int phase = random.nextInt(PHASES);
            int at = between(7 * HOUR, 21 * HOUR);
            add(phase, at, between(8, 16) * MINUTE, 9_000);
            add(phase, at + HOUR / 2, between(20, 50) * MINUTE, 1_200);
        }
        pulses(between(17 * HOUR, 19 * HOUR), between(15, 45) * MINUTE, 10, 40, between(5_000, 8_000));
        pulses(between(11 * HOUR, 18 * HOUR), between(30, 80) * MINUTE, 60, 200, between(8_000, 11_000));
        if (random.nextBoolean()) {
            heatPump(between(3_000, 7_000));
        }
        if (random.nextInt(4) > 0) {
            sun(between(4_000, 16_000));
        }
    }

    private void add(int phase, int from, int seconds, int milliampere) {
        stretches.add(new int[] {phase, from, from + seconds, milliampere});
    }

    private void fridge() {
        int phase = random.nextInt(PHASES);
        for (int at = between(0, HOUR); at < DAY_SECONDS; at += between(30, 60) * MINUTE) {
            add(phase, at, between(8, 18) * MINUTE, 500);
        }
    }

    /** A thermostat or a hob: on and off again and again. */
    private void pulses(int from, int seconds, int shortest, int longest, int milliampere) {
        int phase = random.nextInt(PHASES);
        int at = from;
        while (at < from + seconds) {
            int on = between(shortest, longest);
            add(phase, at, on, milliampere);
            at += on + between(shortest, longest);
        }
    }

    private void heatPump(int milliampere) {
        for (int at = between(0, HOUR); at < DAY_SECONDS; at += between(40, 120) * MINUTE) {
            int seconds = between(12, 30) * MINUTE;
            for (int phase = 0; phase < PHASES; phase++) {
                add(phase, at, seconds, milliampere);
            }
        }
    }

    private void sun(int peak) {
        pvPeak = peak;
        sunrise = between(5, 8) * HOUR;
        sunset = between(17, 21) * HOUR;
        boolean clouded = random.nextBoolean();
        for (int at = sunrise; at < sunset; at += clouded ? between(20, 180) : between(300, 900)) {
            sky.add(new int[] {at, clouded ? between(15, 100) : between(90, 100)});
        }
        sky.add(new int[] {sunset, 0});
    }

    private List<Row> rows() {
        TreeSet<Integer> moments = new TreeSet<>();
        moments.add(0);
        stretches.forEach(s -> {
            moments.add(s[1]);
            moments.add(s[2]);
        });
        sky.forEach(s -> moments.add(s[0]));
        List<Row> rows = new ArrayList<>();
        for (int at : moments) {
            if (at >= DAY_SECONDS) {
                break;
            }
            int[] house = base.clone();
            for (int[] s : stretches) {
                house[s[0]] += at >= s[1] && at < s[2] ? s[3] : 0;
            }
            int pv = pv(at);
            rows.add(new Row(
                    at * 1_000L,
                    PhaseCurrents.ofMilliampere(house[0], house[1], house[2]),
                    PhaseCurrents.ofMilliampere(pv, pv, pv)));
        }
        return rows;
    }

    private int pv(int at) {
        int through = 0;
        for (int[] s : sky) {
            through = s[0] <= at ? s[1] : through;
        }
        if (at < sunrise || at >= sunset) {
            return 0;
        }
        double height = Math.sin(Math.PI * (at - sunrise) / (sunset - sunrise));
        return (int) (pvPeak * height * through / 100);
    }
}
