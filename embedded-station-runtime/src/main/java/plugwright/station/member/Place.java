package plugwright.station.member;

import java.util.List;
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

    String text() {
        return firstSocket
                + mappings.stream().map(m -> "," + m.code()).collect(Collectors.joining());
    }
}
