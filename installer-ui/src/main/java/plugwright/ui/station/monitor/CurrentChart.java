package plugwright.ui.station.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Line;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import plugwright.model.Ampere;
import plugwright.model.Phase;

/**
 * The last minutes of one socket: a line a phase, the told limit dashed, marks where something happened. Drawn on a
 * canvas, because with software rendering a chart of nodes costs a core.
 */
final class CurrentChart extends Region {
    private static final double SCALE_STEP_AMPERE = 8;

    /** So that the words over a line stay in the chart. */
    private static final double HEADROOM_AMPERE = 3;

    private static final double LEFT_EM = 2.4;
    private static final double BOTTOM_EM = 1.6;
    private static final double TOP_EM = 0.7;
    private static final double RIGHT_EM = 0.5;
    private static final double LINE_WIDTH = 1.6;
    private static final double MARK_SPACE = 0.6;
    private static final double LINE_HEIGHT = 1.3;

    /** Equal currents would hide each other; side by side they look like the three wires of a cable. */
    private static final double PHASE_SHIFT = 1.6;

    private static final double[] DASHES = {6, 4};
    private static final double[] DOTS = {2, 3};
    private static final double WIDTH = 300;
    private static final double HEIGHT = 150;

    /** What is drawn. */
    record Picture(List<StationSample> samples, int socket, List<ChartEvent> events, double topAmpere) {}

    /** Words in the chart. */
    record Words(
            Function<Duration, String> begin,
            Function<ChartEvent, String> event, Function<Double, String> told,
            Function<Double, String> scale) {}

    private final Canvas canvas = new Canvas();
    private final List<Line> phases = new ArrayList<>();
    private final Line limit = ink("chart-limit");
    private final Line grid = ink("chart-grid");
    private final Line mark = ink("chart-mark");
    private final Line ground = ink("chart-ground");
    private final Label fontSource = new Label();
    private final Text measure = new Text();
    private final Words words;
    private Optional<Picture> picture = Optional.empty();

    CurrentChart(Words words) {
        this.words = words;
        getStyleClass().add("chart");
        for (Phase phase : Phase.values()) {
            phases.add(ink("chart-" + phase.name().toLowerCase(java.util.Locale.ROOT)));
        }
        fontSource.getStyleClass().add("chart-text");
        fontSource.setManaged(false);
        fontSource.setOpacity(0);
        fontSource.fontProperty().addListener((property, old, now) -> draw());
        getChildren().addAll(canvas, fontSource);
        setPrefSize(WIDTH, HEIGHT);
        setMinSize(WIDTH / 2, HEIGHT);
    }

    /** Colours come from the stylesheet by way of shapes that are not seen. */
    private Line ink(String styleClass) {
        Line line = new Line();
        line.getStyleClass().add(styleClass);
        line.setManaged(false);
        line.setOpacity(0);
        line.strokeProperty().addListener((property, old, now) -> draw());
        getChildren().add(line);
        return line;
    }

    void show(Picture now) {
        picture = Optional.of(now);
        draw();
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            draw();
        }
    }

    private double em() {
        return fontSource.getFont().getSize();
    }

    private void draw() {
        if (canvas.getWidth() <= 0 || canvas.getHeight() <= 0) {
            return;
        }
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.setFont(fontSource.getFont());
        Area area = new Area(
                em() * LEFT_EM,
                em() * TOP_EM,
                canvas.getWidth() - em() * (LEFT_EM + RIGHT_EM),
                canvas.getHeight() - em() * (TOP_EM + BOTTOM_EM),
                picture.map(Picture::topAmpere).orElse(2 * SCALE_STEP_AMPERE));
        scale(g, area);
        picture.filter(p -> !p.samples.isEmpty()).ifPresent(p -> {
            TimeAxis axis = TimeAxis.over(p.samples, area.width);
            begin(g, area, axis);
            marks(g, area, p.events, axis);
            for (Phase phase : Phase.values()) {
                double shift = (phase.index() - 1) * PHASE_SHIFT;
                stroke(g, phases.get(phase.index()).getStroke());
                line(g, area.shifted(shift), p, axis, s -> s.measured()
                        .map(m -> m.on(phase).value())
                        .orElse(Double.NaN));
            }
            limit(g, area, p, axis);
        });
    }

    private void scale(GraphicsContext g, Area area) {
        g.setTextBaseline(VPos.CENTER);
        for (double ampere = 0; ampere <= area.top; ampere += SCALE_STEP_AMPERE) {
            double y = Math.round(area.y(ampere)) + 0.5;
            stroke(g, grid.getStroke());
            g.setLineWidth(1);
            g.strokeLine(area.left, y, area.left + area.width, y);
            g.setFill(mark.getStroke());
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(words.scale.apply(ampere), area.left - em() / 2, y);
        }
    }

    private void begin(GraphicsContext g, Area area, TimeAxis axis) {
        g.setFill(mark.getStroke());
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.TOP);
        g.fillText(words.begin.apply(axis.span()), area.left, area.bottom() + em() * 0.4);
    }

    /** A mark's line is always drawn; its words only where they do not run into those before. */
    private void marks(GraphicsContext g, Area area, List<ChartEvent> events, TimeAxis axis) {
        List<ChartEvent> seen = events.stream()
                .filter(e -> axis.x(e.at()) >= 0)
                .toList();
        stroke(g, mark.getStroke());
        g.setLineWidth(1);
        g.setLineDashes(DOTS);
        for (ChartEvent event : seen) {
            double x = area.x(event.at(), axis);
            g.strokeLine(x, area.topY, x, area.bottom());
        }
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.TOP);
        double free = area.left;
        for (ChartEvent event : seen) {
            double x = area.x(event.at(), axis);
            String text = words.event.apply(event);
            double width = width(text) + em() * MARK_SPACE;
            double at = x + width > area.left + area.width ? x - width : x + 1;
            if (at >= free) {
                g.setFill(ground.getStroke());
                g.fillRect(at, area.topY, width, em() * LINE_HEIGHT);
                g.setFill(mark.getStroke());
                g.fillText(text, at + em() * MARK_SPACE / 2, area.topY);
                free = at + width;
            }
        }
    }

    private void limit(GraphicsContext g, Area area, Picture p, TimeAxis axis) {
        ToDoubleFunction<StationSample> told = s -> s.told(p.socket).map(Ampere::value).orElse(Double.NaN);
        stroke(g, limit.getStroke());
        g.setLineDashes(DASHES);
        steps(g, area, ChartLine.of(p.samples, axis, told));
        double last = told.applyAsDouble(p.samples.getLast());
        if (last > 0) {
            g.setFill(limit.getStroke());
            g.setTextAlign(TextAlignment.RIGHT);
            g.setTextBaseline(VPos.BOTTOM);
            g.fillText(words.told.apply(last), area.left + area.width, area.y(last) - em() * 0.3);
        }
    }

    private static void stroke(GraphicsContext g, Paint paint) {
        g.setStroke(paint);
        g.setLineWidth(LINE_WIDTH);
        g.setLineDashes((double[]) null);
    }

    private void line(GraphicsContext g, Area area, Picture p, TimeAxis axis, ToDoubleFunction<SocketSample> value) {
        g.beginPath();
        for (ChartLine.Point point : ChartLine.of(
                p.samples, axis, s -> s.socket(p.socket).map(value::applyAsDouble).orElse(Double.NaN))) {
            if (point.begins()) {
                g.moveTo(area.left + point.x(), area.y(point.value()));
            } else {
                g.lineTo(area.left + point.x(), area.y(point.value()));
            }
        }
        g.stroke();
    }

    /** A limit holds until the next one: it is drawn in steps. */
    private static void steps(GraphicsContext g, Area area, List<ChartLine.Point> points) {
        g.beginPath();
        double y = 0;
        for (ChartLine.Point point : points) {
            double x = area.left + point.x();
            if (point.begins()) {
                g.moveTo(x, area.y(point.value()));
            } else {
                g.lineTo(x, y);
                g.lineTo(x, area.y(point.value()));
            }
            y = area.y(point.value());
        }
        g.stroke();
    }

    private double width(String text) {
        Font font = fontSource.getFont();
        measure.setFont(font);
        measure.setText(text);
        return measure.getLayoutBounds().getWidth();
    }

    /** The least top of the scale that shows a current. */
    static double topFor(double ampere) {
        return Math.max(2, Math.ceil((ampere + HEADROOM_AMPERE) / SCALE_STEP_AMPERE)) * SCALE_STEP_AMPERE;
    }

    /** Where the lines are; y grows downwards. */
    private record Area(double left, double topY, double width, double height, double top) {
        double y(double ampere) {
            return topY + height * (1 - Math.clamp(ampere, 0, top) / top);
        }

        double x(Instant at, TimeAxis axis) {
            return Math.round(left + axis.x(at)) + 0.5;
        }

        double bottom() {
            return topY + height;
        }

        Area shifted(double pixels) {
            return new Area(left, topY + pixels, width, height, top);
        }
    }
}
