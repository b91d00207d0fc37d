package plugwright.station.sim.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import plugwright.model.SiteTime;
import plugwright.station.sim.Breach;
import plugwright.station.sim.WatchedWorld;

/** Plays a scenario in virtual time and compares. */
public final class ScenarioRun {

    /** A scenario begins on 2026-01-01 at midnight; any other moment would do. */
    private static final SiteTime START = new SiteTime(1_767_225_600_000L);

    private static final double MILLIS = 1_000;

    /** Nobody reads more, and one thing gone wrong makes many others wrong. */
    private static final int MAX_FAILURES = 50;

    private final Scenario scenario;
    private final WatchedWorld watched;
    private final List<String> failures = new ArrayList<>();

    /** What came of it: nothing failed where the list is empty. */
    public record Result(List<String> failures, Duration simulated) {
        public Result {
            failures = List.copyOf(failures);
        }
    }

    private ScenarioRun(Scenario scenario) {
        this.scenario = scenario;
        this.watched = new WatchedWorld(scenario.settings(), START);
    }

    /** Plays it to its end or to the first invariant that breaks. */
    public static Result of(Scenario scenario) {
        ScenarioRun run = new ScenarioRun(scenario);
        run.play();
        run.watched.breach().ifPresent(b -> run.failures.addAll(lines(b)));
        Duration simulated = Duration.ofMillis(run.watched.world().now().millisSince(START));
        return new Result(run.failures.stream().limit(MAX_FAILURES).toList(), simulated);
    }

    /** A breach in words, with the last things that happened before. */
    public static List<String> lines(Breach breach) {
        String first = breach.invariant() + " at " + breach.at().toInstant() + ": " + breach.what();
        return Stream.concat(Stream.of(first), breach.trace().stream().map(l -> "  " + l)).toList();
    }

    private void play() {
        int event = 0;
        int expectation = 0;
        List<Duration> moments = Stream.of(
                        scenario.events().stream().map(Scenario.Event::at),
                        scenario.expectations().stream().map(Scenario.Expectation::at),
                        Stream.of(scenario.length()))
                .flatMap(s -> s)
                .sorted()
                .distinct()
                .toList();
        for (Duration moment : moments) {
            if (!watched.advanceTo(START.plus(moment))) {
                return;
            }
            while (isAt(scenario.expectations(), expectation, moment)) {
                compare(scenario.expectations().get(expectation++));
            }
            while (event < scenario.events().size() && scenario.events().get(event).at().equals(moment)) {
                watched.command(scenario.events().get(event++).command());
            }
        }
    }

    private static boolean isAt(List<Scenario.Expectation> expectations, int index, Duration moment) {
        return index < expectations.size() && expectations.get(index).at().equals(moment);
    }

    private void compare(Scenario.Expectation expectation) {
        expectation.expected()
                .differenceIn(watched.world().snapshot())
                .ifPresent(d -> failures.add(
                        String.format(Locale.ROOT, "at %.1f s: %s", expectation.at().toMillis() / MILLIS, d)));
    }
}
