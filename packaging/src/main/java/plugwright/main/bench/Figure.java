package plugwright.main.bench;

import java.util.Arrays;

/**
 * One measured figure.
 *
 * @param name what was measured
 * @param unit of the values: ms, requests, ratio
 * @param median of the rounds
 * @param low smallest of the rounds
 * @param high largest of the rounds
 * @param rounds how many there were
 */
public record Figure(String name, String unit, double median, double low, double high, int rounds) {

    /**
     * From the values of all rounds.
     *
     * @param values at least one
     */
    public static Figure of(String name, String unit, double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Figure(
                name, unit, sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1], sorted.length);
    }
}
