package plugwright.discovery;

import plugwright.api.StationInfo;
import plugwright.model.HostPort;
import plugwright.model.Outcome;
import plugwright.model.StationId;

/** What reaches the finder's own thread. */
sealed interface News {

    /** From outside, where anyone can send: dropped when there is too much of it. */
    sealed interface FromNetwork extends News {}

    record Seen(Sighting sighting) implements FromNetwork {}

    record SaidGoodbye(StationId station) implements FromNetwork {}

    record Left(StationId station, Source source) implements FromNetwork {}

    record TypedIn(HostPort at) implements News {}

    record Forgotten(HostPort at) implements News {}

    record Refreshed() implements News {}

    record Answered(HostPort at, Outcome<StationInfo> outcome) implements News {}

    record Closed() implements News {}
}
