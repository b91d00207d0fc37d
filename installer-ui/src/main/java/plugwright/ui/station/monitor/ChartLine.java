package plugwright.ui.station.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Reduces samples to what a line of a few hundred pixels can show. Pure. */
final class ChartLine {
    /** One point for so many pixels: finer is not seen, and costs. */
    static final double PIXELS_A_POINT = 2;

    /** Without a sample for longer the line is broken: nothing is known of that time. */
    static final Duration GAP = Duration.ofSeconds(5);

    /**
     * A point.
     *
     * @param x pixels from the left
     * @param value in the unit of the samples
     * @param begins whether a new piece of line begins here
     */
    record Point(double x, double value, boolean begins) {}

    private ChartLine() {}

    /**
     * The line of a value: in each column the sample with the highest value, so that no peak is lost.
     *
     * @param axis where moments are drawn
     * @param value of a sample; NaN where it has none
     */
    static List<Point> of(List<StationSample> samples, TimeAxis axis, ToDoubleFunction<StationSample> value) {
        List<Point> points = new ArrayList<>();
        long column = Long.MIN_VALUE;
        boolean broken = true;
        Instant last = samples.isEmpty() ? axis.end() : samples.getFirst().at();
        for (StationSample sample : samples) {
            double y = value.applyAsDouble(sample);
            double x = axis.x(sample.at());
            broken |= Double.isNaN(y) || last.plus(GAP).isBefore(sample.at());
            last = sample.at();
            if (Double.isNaN(y) || x < 0) {
                continue;
            }
            long itsColumn = (long) (x / PIXELS_A_POINT);
            if (itsColumn == column && !broken) {
                Point there = points.removeLast();
                points.add(new Point(x, Math.max(there.value, y), there.begins));
            } else {
                points.add(new Point(x, y, broken));
            }
            column = itsColumn;
            broken = false;
        }
        return points;
    }
}
