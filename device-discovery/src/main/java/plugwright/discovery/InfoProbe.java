package plugwright.discovery;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import plugwright.api.ApiCodec;
import plugwright.api.ApiPath;
import plugwright.api.StationInfo;
import plugwright.api.Unreadable;
import plugwright.model.HostPort;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.session.HttpsTransport;
import plugwright.session.Reply;
import plugwright.session.Request;

/** Asks GET /api/info over a connection of its own, which is closed at once: it holds no session and no station. */
public final class InfoProbe implements Probe, AutoCloseable {

    /** Handshakes cost a laptop some 50 ms each; more at once only make each of them slower. */
    private static final int MOST_AT_ONCE = 8;

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("info-probe-", 0).factory());
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final ApiCodec codec = new ApiCodec();

    @Override
    public CompletableFuture<Outcome<StationInfo>> ask(HostPort at) {
        return CompletableFuture.supplyAsync(() -> askNow(at), threads);
    }

    private Outcome<StationInfo> askNow(HostPort at) {
        places.acquireUninterruptibly();
        try (HttpsTransport transport = new HttpsTransport(at)) {
            return transport.exchange(Request.get(ApiPath.INFO)).flatMap(reply -> read(at, reply));
        } finally {
            places.release();
        }
    }

    private Outcome<StationInfo> read(HostPort at, Reply reply) {
        if (reply.status() != Reply.OK) {
            return Outcome.failed(ProblemCode.NOT_A_STATION, at.toString());
        }
        try {
            return Outcome.ok(codec.parseInfo(reply.body()));
        } catch (Unreadable notAStation) {
            return Outcome.failed(ProblemCode.NOT_A_STATION, at.toString());
        }
    }

    /** What is under way is not waited for. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
