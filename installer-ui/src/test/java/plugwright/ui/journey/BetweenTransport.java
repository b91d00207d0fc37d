package plugwright.ui.journey;

import java.util.Optional;
import plugwright.model.Outcome;
import plugwright.session.Fingerprint;
import plugwright.session.Reply;
import plugwright.session.Request;
import plugwright.session.Transport;

/** A connection on whose way something happens. */
abstract class BetweenTransport implements Transport {

    private final Transport wire;

    BetweenTransport(Transport wire) {
        this.wire = wire;
    }

    /** The request that goes on to the station. */
    abstract Request onItsWay(Request request);

    @Override
    public Outcome<Reply> exchange(Request request) {
        return wire.exchange(onItsWay(request));
    }

    @Override
    public Optional<Fingerprint> peerKey() {
        return wire.peerKey();
    }

    @Override
    public void require(Fingerprint key) {
        wire.require(key);
    }

    @Override
    public void drop() {
        wire.drop();
    }

    @Override
    public void close() {
        wire.close();
    }
}
