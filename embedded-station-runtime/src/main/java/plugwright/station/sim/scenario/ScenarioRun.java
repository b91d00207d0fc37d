package plugwright.station.sim.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import plugwright.model.SiteTime;
import plugwright.station.sim.Breach;

/** Plays a scenario in virtual time and compares. */
public final class ScenarioRun {

    /** A scenario begins on 2026-01-01 at midnight; any other moment would do. */
    private static final SiteTime START = new SiteTime(1_767_225_600_000L);

    private static final double MILLIS = 1_000;

    /** Nobody reads more, and one thing gone wrong makes many others wrong. */
    private static final int MAX_FAILURES = 50;

    private final Scenario scenario;
    private final Stage stage;
    private final List<String> failures = new ArrayList<>();

    /** What came of it: nothing failed where the list is empty. */
    public record Result(List<String> failures, Duration simulated) {
        public Result {
            failures = List.copyOf(failures);
        }
    }

    private ScenarioRun(Scenario scenario) {
        this.scenario = scenario;
        this.stage = Stage.of(scenario, START);
    }

    /** Plays it to its end or to the first invariant that breaks. */
    public static Result of(Scenario scenario) {
        ScenarioRun run = new ScenarioRun(scenario);
        run.play();
        run.failures.addAll(run.stage.broken());
        Duration simulated = Duration.ofMillis(run.stage.now().millisSince(START));
        return new Result(run.failures.stream().limit(MAX_FAILURES).toList(), simulated);
    }

    /** A breach in words, with the last things that happened before. */
    public static List<String> lines(Breach breach) {
        String first = breach.invariant() + " at " + breach.at().toInstant() + ": " + breach.what();
        return Stream.concat(Stream.of(first), breach.trace().stream().map(l -> "  " + l)).toList();
    }

    private void play() {
        int event = 0;
        int total = 0;
        int expectation = 0;
        List<Grid.Change> changes = scenario.grid().map(Grid::changes).orElse(List.of());
        List<Grid.Lines> lines = scenario.lines();
        List<Duration> moments = Stream.of(
                        changes.stream().map(Grid.Change::at),
                        lines.stream().map(Grid.Lines::at),
                        scenario.events().stream().map(Scenario.Event::at),
                        scenario.totals().stream().map(Scenario.TotalChange::at),
                        scenario.expectations().stream().map(Scenario.Expectation::at),
                        Stream.of(scenario.length()))
                .flatMap(s -> s)
                .sorted()
                .distinct()
                .toList();
        for (Duration moment : moments) {
            if (!stage.advanceTo(START.plus(moment))) {
                return;
            }
            while (isAt(scenario.expectations(), expectation, moment)) {
                compare(scenario.expectations().get(expectation++));
            }
            lines.stream().filter(l -> l.at().equals(moment)).forEach(this::compare);
            changes.stream().filter(c -> c.at().equals(moment)).forEach(stage::change);
            while (event < scenario.events().size() && scenario.events().get(event).at().equals(moment)) {
                Scenario.Event done = scenario.events().get(event++);
                stage.command(done.station(), done.command());
            }
            while (total < scenario.totals().size() && scenario.totals().get(total).at().equals(moment)) {
                stage.total(scenario.totals().get(total++).total());
            }
        }
    }

    private static boolean isAt(List<Scenario.Expectation> expectations, int index, Duration moment) {
        return index < expectations.size() && expectations.get(index).at().equals(moment);
    }

    /** All of them must be there in this order; others may stand between. */
    private void compare(Grid.Lines lines) {
        List<String> written = stage.takeLog();
        int at = 0;
        for (String expected : lines.expected()) {
            int found = written.subList(at, written.size()).indexOf(expected);
            if (found < 0) {
                failures.add(String.format(
                        Locale.ROOT, "at %.1f s: \"%s\" is not in the log in its place; written were %s",
                        lines.at().toMillis() / MILLIS, expected, written));
                return;
            }
            at += found + 1;
        }
    }

    private void compare(Scenario.Expectation expectation) {
        expectation.expected()
                .differenceIn(stage.snapshot(expectation.station()))
                .ifPresent(d -> failures.add(String.format(
                        Locale.ROOT, "at %.1f s: %s%s", expectation.at().toMillis() / MILLIS,
                        scenario.stations().size() > 1 ? "station " + (expectation.station() + 1) + " " : "", d)));
    }
}
