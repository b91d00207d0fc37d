package plugwright.ui.station.monitor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plugwright.model.Ampere;
import plugwright.ui.station.monitor.ChartEvent.What;

/** Finds the marks of a socket's chart in its samples. Pure. */
final class ChartEvents {
    /** Smaller steps of the limit are seen in its line. */
    private static final Ampere WORTH_A_MARK = Ampere.of(1);

    /** A limit that moves from sample to sample gets one mark, where it came to rest. */
    private static final int RESTING_SAMPLES = 3;

    /** A new limit just after another mark is explained by that one. */
    private static final Duration EXPLAINED = Duration.ofSeconds(20);

    private static final Duration PASSING = Duration.ofSeconds(4);

    private ChartEvents() {}

    /**
     * Marks in the order of time.
     *
     * @param socket its index, 0 or 1
     */
    static List<ChartEvent> of(List<StationSample> samples, int socket) {
        List<ChartEvent> events = new ArrayList<>();
        Optional<Ampere> rest = Optional.empty();
        for (int i = 1; i < samples.size(); i++) {
            StationSample before = samples.get(i - 1);
            StationSample now = samples.get(i);
            if (socket >= before.sockets().size() || socket >= now.sockets().size()) {
                continue;
            }
            activity(before, now, socket).ifPresent(e -> {
                if (!events.isEmpty() && isPassing(events.getLast(), e)) {
                    events.removeLast();
                }
                events.add(e);
            });
            other(before, now, socket).ifPresent(events::add);
            Optional<Ampere> rested = restAt(samples, i, socket);
            if (rested.isPresent()) {
                boolean probed = now.sockets().get(socket).activity() == Activity.PROBING;
                if (rest.isPresent() && isFar(rest.get(), rested.get()) && !probed && !isExplained(events, now)) {
                    events.add(new ChartEvent(now.at(), new What.Told(rested.get().value())));
                }
                rest = rested;
            }
        }
        return List.copyOf(events);
    }

    /** What a socket was for a moment only, on its way to what it is. */
    private static boolean isPassing(ChartEvent before, ChartEvent now) {
        return before.what() instanceof What.Became
                && Duration.between(before.at(), now.at()).compareTo(PASSING) < 0;
    }

    private static Optional<ChartEvent> activity(StationSample before, StationSample now, int socket) {
        Activity was = before.sockets().get(socket).activity();
        Activity is = now.sockets().get(socket).activity();
        return was == is || was == Activity.UNKNOWN || is == Activity.UNKNOWN ? Optional.empty() : Optional.of(new ChartEvent(now.at(), new What.Became(is)));
    }

    private static Optional<ChartEvent> other(StationSample before, StationSample now, int socket) {
        int other = 1 - socket;
        if (before.sockets().size() < 2 || now.sockets().size() < 2) {
            return Optional.empty();
        }
        boolean had = before.sockets().get(other).activity().hasVehicle();
        boolean has = now.sockets().get(other).activity().hasVehicle();
        if (had == has) {
            return Optional.empty();
        }
        return Optional.of(new ChartEvent(
                now.at(), has ? new What.OtherPluggedIn(other + 1) : new What.OtherUnplugged(other + 1)));
    }

    private static Optional<Ampere> restAt(List<StationSample> samples, int last, int socket) {
        Optional<Ampere> told = samples.get(last).told(socket);
        for (int i = Math.max(0, last - RESTING_SAMPLES + 1); i < last; i++) {
            if (!samples.get(i).told(socket).equals(told)) {
                return Optional.empty();
            }
        }
        return told;
    }

    private static boolean isFar(Ampere one, Ampere other) {
        return one.max(other).minus(one.min(other)).compareTo(WORTH_A_MARK) >= 0;
    }

    private static boolean isExplained(List<ChartEvent> events, StationSample now) {
        return !events.isEmpty()
                && Duration.between(events.getLast().at(), now.at()).compareTo(EXPLAINED) < 0;
    }
}
