package plugwright.station.presence;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;
import plugwright.net.DatagramEndpoint;
import plugwright.wire.presence.StationPresence;

/**
 * The stations of this process that one way of finding makes known: a socket that hears the questions for all of them,
 * opened with the first, and a socket of its own for each. Whoever has it locks.
 *
 * @param <P> what there is of each station
 */
public final class Posts<P extends Posts.Post> {

    private static final Logger LOG = LoggerFactory.getLogger(Posts.class);

    private final String way;
    private final int port;
    private final Map<StationId, P> posted = new HashMap<>();
    private @Nullable DatagramEndpoint hearing;

    /** A station and the socket that speaks for it. */
    public interface Post {
        StationPresence station();

        DatagramEndpoint endpoint();
    }

    /** Opens a socket. */
    @FunctionalInterface
    public interface Opening {
        DatagramEndpoint open() throws IOException;
    }

    /**
     * @param way how stations are found, for the log
     * @param port of all the sockets
     */
    public Posts(String way, int port) {
        this.way = way;
        this.port = port;
    }

    /**
     * Opens what a station needs; an earlier post of it goes.
     *
     * @param all opens the socket that hears for all, if it is not there yet
     * @param own opens the station's
     * @return the new post, or PORT_IN_USE
     */
    public Outcome<P> open(StationPresence station, Opening all, Opening own, Function<DatagramEndpoint, P> made) {
        drop(station.id());
        try {
            if (hearing == null) {
                hearing = all.open();
            }
            P post = made.apply(own.open());
            posted.put(station.id(), post);
            return Outcome.ok(post);
        } catch (IOException | RuntimeException refused) {
            LOG.warn("{} can't be found by {}: {}", station.id(), way, refused.toString());
            return Outcome.failed(ProblemCode.PORT_IN_USE, station.address().toString(), Integer.toString(port));
        }
    }

    public Optional<P> find(StationId station) {
        return Optional.ofNullable(posted.get(station));
    }

    public Collection<P> all() {
        return posted.values();
    }

    /** Says goodbye for a station that is posted and closes its socket. */
    public void withdraw(StationId station, Consumer<P> goodbye) {
        find(station).ifPresent(post -> {
            goodbye.accept(post);
            drop(station);
        });
    }

    /** Withdraws all and hears nothing any more. */
    public void close(Consumer<P> goodbye) {
        List.copyOf(posted.keySet()).forEach(station -> withdraw(station, goodbye));
        if (hearing != null) {
            hearing.close();
            hearing = null;
        }
    }

    private void drop(StationId station) {
        P post = posted.remove(station);
        if (post != null) {
            post.endpoint().close();
        }
    }
}
