package plugwright.discovery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plugwright.api.StationInfo;
import plugwright.model.HostPort;
import plugwright.model.NetworkAdapter;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.model.WireTime;
import plugwright.wire.presence.IgnoredPackets;

/**
 * Shell: looks for stations on every adapter until closed, and hands out a new list whenever one differs from the last
 * (DSC-1, DSC-2). One virtual thread owns the book, the sources and the timers; the public methods only leave it a
 * message and may be called from anywhere.
 */
public final class StationFinder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StationFinder.class);

    /** Hundreds of stations answer at once, by two sources and several adapters. */
    private static final int MOST_NEWS_WAITING = 8_192;

    /** Kept free of what comes from the network, so that the user's wishes and the answers always fit. */
    private static final int NEWS_RESERVE = 512;

    /** News come in bursts; a list more often than this helps nobody. */
    private static final Duration LEAST_BETWEEN_LISTS = Duration.ofMillis(100);

    /** Expiry needs a look even without news. */
    private static final Duration MOST_BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** A plugged cable should show while the user still looks. */
    private static final Duration BETWEEN_ADAPTER_LOOKS = Duration.ofSeconds(2);

    private static final Duration FIRST_PAUSE_BETWEEN_QUERIES = Duration.ofMillis(500);

    /** {@link Place#UDP_COUNTS_FOR} allows for two lost answers at this pace. */
    private static final Duration LONGEST_PAUSE_BETWEEN_QUERIES = Duration.ofSeconds(30);

    /** TLS handshakes at a time: enough for 64 stations in seconds, not so many that they crowd each other out. */
    static final int MOST_QUESTIONS_AT_ONCE = 8;

    /** A station under load takes two or three seconds for its handshake. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(6);

    private final SightingBook book = new SightingBook();
    private final LinkedBlockingQueue<News> queue = new LinkedBlockingQueue<>(MOST_NEWS_WAITING);
    private final IgnoredPackets ignored = new IgnoredPackets();
    private final AtomicLong dropped = new AtomicLong();
    private final Supplier<List<NetworkAdapter>> adapterSource;
    private final Probe probe;
    private final Consumer<List<Found>> listener;
    private final @Nullable UdpSource udp;
    private final @Nullable MdnsSource mdns;

    private List<NetworkAdapter> adapters = List.of();
    private List<Found> published = List.of();
    private WireTime nextAdapterLook;
    private WireTime nextQuery;
    private WireTime lastList;
    private Duration queryPause = FIRST_PAUSE_BETWEEN_QUERIES;
    private boolean newsSinceList;
    private int questionsUnderWay;
    private volatile boolean closed;

    private StationFinder(
            FinderSettings settings,
            Supplier<List<NetworkAdapter>> adapterSource,
            Probe probe,
            Consumer<List<Found>> listener) {
        this.adapterSource = adapterSource;
        this.probe = probe;
        this.listener = listener;
        this.udp =
                settings.sources().contains(Source.UDP) ? new UdpSource(settings.udpPort(), ignored, this::tell) : null;
        this.mdns = settings.sources().contains(Source.MDNS) ? new MdnsSource(this::tell) : null;
        WireTime now = now();
        this.nextAdapterLook = now;
        this.nextQuery = now;
        this.lastList = now;
    }

    /**
     * Starts to look.
     *
     * @param adapterSource tells the adapters now; {@code NetworkAdapters::present} but in tests
     * @param probe asks an address for /api/info
     * @param listener gets each new list, on the finder's own thread: it must be quick
     */
    public static StationFinder start(
            FinderSettings settings,
            Supplier<List<NetworkAdapter>> adapterSource,
            Probe probe,
            Consumer<List<Found>> listener) {
        StationFinder finder = new StationFinder(settings, adapterSource, probe, listener);
        Thread.ofVirtual().name("station-finder").start(finder::run);
        return finder;
    }

    /** Asks again now: by every source, and every known address. */
    public void refresh() {
        tell(new News.Refreshed());
    }

    /** The user typed in an address; it stays in the list until {@link #forget}. */
    public void typedIn(HostPort at) {
        tell(new News.TypedIn(at));
    }

    /** The user does not want a typed-in address any more. */
    public void forget(HostPort at) {
        tell(new News.Forgotten(at));
    }

    /** Datagrams on the discovery port that were none of ours, by reason. */
    public IgnoredPackets ignored() {
        return ignored;
    }

    /** News from the network that were dropped because there was too much of it. */
    public long dropped() {
        return dropped.get();
    }

    /** Ends within moments; the listener hears nothing more. */
    @Override
    public void close() {
        closed = true;
        tell(new News.Closed());
    }

    private void tell(News news) {
        boolean crowded = news instanceof News.FromNetwork && queue.remainingCapacity() < NEWS_RESERVE;
        if (crowded || !queue.offer(news)) {
            dropped.incrementAndGet();
        }
    }

    private void run() {
        while (!closed) {
            try {
                round();
            } catch (InterruptedException ended) {
                closed = true;
            } catch (RuntimeException unforeseen) {
                LOG.error("A round of discovery failed", unforeseen);
            }
        }
        if (udp != null) {
            udp.close();
        }
        if (mdns != null) {
            mdns.close();
        }
    }

    private void round() throws InterruptedException {
        WireTime now = now();
        if (now.compareTo(nextAdapterLook) >= 0) {
            lookAtAdapters(now);
        }
        if (udp != null && now.compareTo(nextQuery) >= 0) {
            udp.ask();
            nextQuery = now.plus(queryPause);
            Duration doubled = queryPause.multipliedBy(2);
            queryPause = doubled.compareTo(LONGEST_PAUSE_BETWEEN_QUERIES) < 0 ? doubled : LONGEST_PAUSE_BETWEEN_QUERIES;
        }
        News news = queue.poll(LEAST_BETWEEN_LISTS.toMillis(), TimeUnit.MILLISECONDS);
        while (news != null && !closed) {
            take(news, now());
            newsSinceList = true;
            news = queue.poll();
        }
        askWhoseTurnItIs(now());
        publish(now());
    }

    private void lookAtAdapters(WireTime now) {
        nextAdapterLook = now.plus(BETWEEN_ADAPTER_LOOKS);
        List<NetworkAdapter> present = List.copyOf(adapterSource.get());
        if (present.equals(adapters)) {
            return;
        }
        LOG.info("Network adapters: {}", present);
        adapters = present;
        book.adapters(present, now);
        if (udp != null) {
            udp.adapters(present);
            askAtOnce(now);
        }
        if (mdns != null) {
            mdns.adapters(present);
        }
        newsSinceList = true;
    }

    private void askAtOnce(WireTime now) {
        nextQuery = now;
        queryPause = FIRST_PAUSE_BETWEEN_QUERIES;
    }

    private void take(News news, WireTime now) {
        switch (news) {
            case News.Seen(Sighting sighting) -> {
                if (!book.sighted(sighting)) {
                    dropped.incrementAndGet();
                }
            }
            case News.SaidGoodbye(var station) -> book.saidGoodbye(station, now);
            case News.Left(var station, var source) -> book.left(station, source, now);
            case News.TypedIn(var at) -> {
                if (!book.typedIn(at, now)) {
                    LOG.warn("{} was not taken in: too many typed-in addresses", at);
                }
            }
            case News.Forgotten(var at) -> book.forget(at);
            case News.Refreshed _ -> {
                book.refresh(now);
                askAtOnce(now);
                if (mdns != null) {
                    mdns.ask();
                }
            }
            case News.Answered(var at, var outcome) -> {
                questionsUnderWay--;
                book.answered(at, outcome, now);
            }
            case News.Closed _ -> closed = true;
        }
    }

    private void askWhoseTurnItIs(WireTime now) {
        for (HostPort at : book.toAsk(now, MOST_QUESTIONS_AT_ONCE - questionsUnderWay)) {
            questionsUnderWay++;
            CompletableFuture<?> _ =
                    ask(at).orTimeout(ANSWER_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                            .exceptionally(late -> noAnswer(at))
                            .thenAccept(outcome -> tell(new News.Answered(at, outcome)));
        }
    }

    /** A probe that breaks must not end the search, nor keep its place for ever. */
    private CompletableFuture<Outcome<StationInfo>> ask(HostPort at) {
        try {
            return probe.ask(at);
        } catch (RuntimeException unforeseen) {
            LOG.error("Could not ask {}", at, unforeseen);
            return CompletableFuture.completedFuture(noAnswer(at));
        }
    }

    private static Outcome<StationInfo> noAnswer(HostPort at) {
        return Outcome.failed(ProblemCode.NO_ANSWER, at.toString(), Long.toString(ANSWER_TIMEOUT.toSeconds()));
    }

    private void publish(WireTime now) {
        Duration since = now.since(lastList);
        boolean due =
                newsSinceList ? since.compareTo(LEAST_BETWEEN_LISTS) >= 0 : since.compareTo(MOST_BETWEEN_LOOKS) >= 0;
        if (!due || closed) {
            return;
        }
        lastList = now;
        newsSinceList = false;
        List<Found> found = book.found(now);
        if (!found.equals(published)) {
            published = found;
            listener.accept(found);
        }
    }

    private static WireTime now() {
        return new WireTime(System.nanoTime());
    }
}
