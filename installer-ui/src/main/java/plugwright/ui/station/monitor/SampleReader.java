package plugwright.ui.station.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.Ampere;
import plugwright.model.LedPattern;
import plugwright.model.LimitReason;
import plugwright.model.MainState;
import plugwright.model.Mode3State;
import plugwright.model.PhaseCurrents;

/** Makes a sample of what was read. Pure; what a station left out or sent as nonsense is absent. */
final class SampleReader {
    private static final int PHASES = 3;
    private static final double CENTI = 100;

    /** No meter of a socket shows more: above it the reply is broken. */
    private static final double LARGEST_AMPERE = 1_000;

    private final Map<PropertyId, PropertyValue> values;

    private SampleReader(Map<PropertyId, PropertyValue> values) {
        this.values = values;
    }

    /** @param values all that is known: settings and what this sample read */
    static StationSample read(Instant at, Map<PropertyId, PropertyValue> values) {
        return new SampleReader(values).read(at);
    }

    private StationSample read(Instant at) {
        List<SocketIds> present = SocketIds.BOTH.subList(0, hasSecond() ? 2 : 1);
        int inUse = (int) present.stream()
                .filter(s -> mainState(s).filter(m -> m != MainState.AVAILABLE).isPresent())
                .count();
        List<SocketSample> sockets = new ArrayList<>();
        for (int i = 0; i < present.size(); i++) {
            sockets.add(socket(present.get(i), i, inUse));
        }
        return new StationSample(at, sockets, ampere(Known.STATION_MAX_CURRENT));
    }

    private boolean hasSecond() {
        OptionalDouble count = number(Known.SOCKET_COUNT);
        return count.isPresent() ? count.getAsDouble() > 1 : values.containsKey(SocketIds.SECOND.current(0));
    }

    private SocketSample socket(SocketIds ids, int index, int inUse) {
        List<Double> volt = new ArrayList<>();
        for (int phase = 0; phase < PHASES; phase++) {
            number(ids.voltage(phase)).ifPresent(volt::add);
        }
        OptionalDouble duty = number(ids.dutyCycle());
        Optional<Ampere> told = ampere(ids.told())
                .or(() -> duty.isPresent()
                        ? Optional.of(ProbableReason.told(duty.getAsDouble() / CENTI))
                        : Optional.empty());
        return new SocketSample(
                measured(ids),
                volt.size() == PHASES ? volt : List.of(),
                number(ids.power()),
                mainState(ids),
                whole(ids.mode3()).flatMap(Mode3State::ofCode),
                duty.isPresent() ? OptionalDouble.of(duty.getAsDouble() / CENTI) : duty,
                told,
                why(ids, index, told, inUse),
                text(ids.led())
                        .flatMap(LedPattern::ofName)
                        .map(led -> new SocketSample.Panel(led, text(ids.display()).orElse(""))));
    }

    /** A phase that is not told counts as 0 where another is: a station with one phase tells of one. */
    private Optional<PhaseCurrents> measured(SocketIds ids) {
        List<Optional<Ampere>> told = IntStream.range(0, PHASES)
                .mapToObj(phase -> ampere(ids.current(phase)))
                .toList();
        if (told.stream().allMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        List<Ampere> currents = told.stream().map(a -> a.orElse(Ampere.ZERO)).toList();
        return Optional.of(new PhaseCurrents(currents.get(0), currents.get(1), currents.get(2)));
    }

    private Optional<Why> why(SocketIds ids, int index, Optional<Ampere> told, int inUse) {
        if (values.containsKey(ids.reasonCode())) {
            String arguments = Optional.ofNullable(values.get(ids.reasonArguments()))
                    .map(PropertyValue::text)
                    .orElse("");
            return whole(ids.reasonCode())
                    .flatMap(code -> LimitReason.parse(code, arguments))
                    .map(reason -> new Why(reason, Why.Certainty.SAID));
        }
        int count = hasSecond() ? 2 : 1;
        ProbableReason.Settings settings = new ProbableReason.Settings(
                ampere(Known.STATION_MAX_CURRENT),
                ampere(ids.connectorMaximum()),
                number(Known.LOAD_BALANCING_MODE).orElse(0) > 0,
                count,
                2 - index);
        return mainState(ids)
                .flatMap(state -> told.flatMap(limit -> ProbableReason.of(state, limit, settings, inUse)))
                .map(reason -> new Why(reason, Why.Certainty.PROBABLE));
    }

    private Optional<MainState> mainState(SocketIds ids) {
        return whole(ids.mainState()).flatMap(MainState::ofCode);
    }

    private Optional<String> text(PropertyId id) {
        return values.get(id) instanceof PropertyValue.Text(var text) ? Optional.of(text) : Optional.empty();
    }

    private Optional<Ampere> ampere(PropertyId id) {
        OptionalDouble number = number(id);
        return number.isPresent() && Math.abs(number.getAsDouble()) <= LARGEST_AMPERE
                ? Optional.of(Ampere.ofNearest(number.getAsDouble()))
                : Optional.empty();
    }

    private Optional<Integer> whole(PropertyId id) {
        OptionalDouble number = number(id);
        return number.isPresent() ? Optional.of((int) number.getAsDouble()) : Optional.empty();
    }

    private OptionalDouble number(PropertyId id) {
        PropertyValue value = values.get(id);
        return value == null || value instanceof PropertyValue.Text
                ? OptionalDouble.empty()
                : OptionalDouble.of(value.number());
    }
}
