package plugwright.station.presence;

import java.util.List;
import plugwright.model.Outcome;
import plugwright.model.StationId;
import plugwright.wire.presence.StationPresence;

/** Several ways to be found as one. */
public final class Presences implements Presence {

    private final List<Presence> ways;

    /** @param ways closed with this one */
    public Presences(List<Presence> ways) {
        this.ways = List.copyOf(ways);
    }

    /** Announces by every way, and reports the first that failed; the others work all the same. */
    @Override
    public Outcome<StationPresence> announce(StationPresence station) {
        Outcome<StationPresence> result = Outcome.ok(station);
        for (Presence way : ways) {
            Outcome<StationPresence> outcome = way.announce(station);
            result = result instanceof Outcome.Ok<StationPresence> ? outcome : result;
        }
        return result;
    }

    @Override
    public void withdraw(StationId station) {
        ways.forEach(way -> way.withdraw(station));
    }

    @Override
    public void close() {
        ways.forEach(Presence::close);
    }
}
