package plugwright.station.member;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stations by their numbers; asked for each packet, so that it makes no objects and stays small. */
final class PeerIndex {

    private static final int FIRST_ROOM = 16;

    /** 2³² divided by the golden ratio: spreads any numbers. */
    private static final int SPREAD = 0x9e37_79b9;

    /** At most half full: the next free place is near. */
    private @Nullable Peer[] places = new Peer[FIRST_ROOM];

    private int count;

    @Nullable Peer of(int sender) {
        int mask = places.length - 1;
        for (int at = start(sender); ; at = (at + 1) & mask) {
            Peer peer = places[at];
            if (peer == null || peer.sender == sender) {
                return peer;
            }
        }
    }

    private int start(int sender) {
        return (sender * SPREAD) >>> (Integer.numberOfLeadingZeros(places.length) + 1);
    }

    /** Adds one that is not there. */
    void add(Peer peer) {
        if (2 * (count + 1) > places.length) {
            @Nullable Peer[] before = places;
            places = new Peer[2 * before.length];
            for (Peer known : before) {
                if (known != null) {
                    place(known);
                }
            }
        }
        place(peer);
        count++;
    }

    private void place(Peer peer) {
        int at = start(peer.sender);
        while (places[at] != null) {
            at = (at + 1) & (places.length - 1);
        }
        places[at] = peer;
    }

    /** Begins anew with these: some were forgotten. */
    void become(List<Peer> all) {
        places = new Peer[places.length];
        count = 0;
        all.forEach(this::add);
    }
}
