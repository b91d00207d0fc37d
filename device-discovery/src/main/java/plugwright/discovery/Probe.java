package plugwright.discovery;

import java.util.concurrent.CompletableFuture;
import plugwright.api.StationInfo;
import plugwright.model.HostPort;
import plugwright.model.Outcome;

/** Asks an address for GET /api/info, which needs no log-in. Must not block; a late answer is not waited for. */
@FunctionalInterface
public interface Probe {

    CompletableFuture<Outcome<StationInfo>> ask(HostPort at);
}
