package plugwright.station.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import plugwright.model.PhaseMapping;

/**
 * A station's place in the network.
 *
 * @param firstSocket the id of its first socket; the second has the next
 * @param mappings of the feeder of each socket, in order: one or two
 */
public record Place(int firstSocket, List<PhaseMapping> mappings) {

    public Place {
        mappings = List.copyOf(mappings);
    }

    public int sockets() {
        return mappings.size();
    }

    /** As it is kept with the generation: first socket id and the codes of the mappings, comma joined. */
    public String text() {
        return firstSocket
                + mappings.stream().map(m -> "," + m.code()).collect(Collectors.joining());
    }

    /** Reads {@link #text}; empty for anything else. */
    public static Optional<Place> parse(String text) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            try {
                numbers.add(Integer.valueOf(part));
            } catch (NumberFormatException notANumber) {
                return Optional.empty();
            }
        }
        List<PhaseMapping> mappings = new ArrayList<>();
        for (int code : numbers.subList(1, numbers.size())) {
            PhaseMapping.ofCode(code).ifPresent(mappings::add);
        }
        boolean whole = !mappings.isEmpty() && mappings.size() == numbers.size() - 1;
        return whole ? Optional.of(new Place(numbers.getFirst(), mappings)) : Optional.empty();
    }
}
