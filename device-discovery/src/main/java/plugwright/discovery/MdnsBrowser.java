package plugwright.discovery;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plugwright.model.HostPort;
import plugwright.model.Ipv4Address;
import plugwright.model.StationId;
import plugwright.model.WireTime;
import plugwright.net.Sockets;

/**
 * Shell: browses for stations by multicast DNS from one adapter address. The library's calls block for seconds, so
 * that each runs on a virtual thread; they are done one after the other.
 */
final class MdnsBrowser implements AutoCloseable {

    static final String SERVICE_TYPE = "_alfen._tcp.local.";

    private static final Logger LOG = LoggerFactory.getLogger(MdnsBrowser.class);

    /** Questions for a single service's details at a time; a whole site answers at once. */
    private static final int DETAIL_QUESTIONS_AT_ONCE = 16;

    /** Lost packets on a busy wire; the answer comes by itself, this only bounds the waiting. */
    private static final long DETAIL_WAIT_MILLIS = 1_000;

    private final String adapter;
    private final Consumer<News> news;
    private final ExecutorService turns = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("mdns").factory());
    private final Semaphore detailQuestions = new Semaphore(DETAIL_QUESTIONS_AT_ONCE);
    private final ServiceListener listener = new Listener();

    /** Touched by the turns' thread alone. */
    private @Nullable JmDNS jmdns;

    MdnsBrowser(Ipv4Address own, String adapter, Consumer<News> news) {
        this.adapter = adapter;
        this.news = news;
        turns.execute(() -> open(own));
    }

    /** Asks again; what is known already is reported again. */
    void ask() {
        turn(() -> {
            if (jmdns != null) {
                jmdns.removeServiceListener(SERVICE_TYPE, listener);
                jmdns.addServiceListener(SERVICE_TYPE, listener);
            }
        });
    }

    @Override
    public void close() {
        turn(() -> {
            if (jmdns != null) {
                try {
                    jmdns.close();
                } catch (IOException alreadyBroken) {
                    LOG.debug("mDNS on {} did not close cleanly: {}", adapter, alreadyBroken.toString());
                }
                jmdns = null;
            }
        });
        turns.shutdown();
    }

    private void open(Ipv4Address own) {
        try {
            // With a name of its own the library asks no name server for one.
            String name = "plugwright-" + Long.toHexString(ThreadLocalRandom.current().nextLong() >>> Integer.SIZE);
            JmDNS opened = JmDNS.create(Sockets.at(own, 0).getAddress(), name);
            opened.addServiceListener(SERVICE_TYPE, listener);
            jmdns = opened;
        } catch (IOException | RuntimeException refused) {
            LOG.info("Stations are not asked for by mDNS on {} {}: {}", adapter, own, refused.toString());
        }
    }

    private void turn(Runnable work) {
        try {
            turns.execute(work);
        } catch (RejectedExecutionException closed) {
            LOG.debug("mDNS on {} is closed", adapter);
        }
    }

    private void report(ServiceInfo info) {
        if (!StationId.isValid(info.getName()) || info.getPort() < 1) {
            LOG.debug("Not a station: {}", info);
            return;
        }
        StationId serial = new StationId(info.getName());
        KnownFacts facts =
                KnownFacts.of(text(info, "identity"), "", text(info, "fwversion"), text(info, "type"));
        WireTime now = new WireTime(System.nanoTime());
        Arrays.stream(info.getInet4Addresses())
                .limit(Entry.MOST_PLACES)
                .map(address -> new HostPort(address.getHostAddress(), info.getPort()))
                .forEach(at -> news.accept(
                        new News.Seen(new Sighting(serial, at, Source.MDNS, adapter, now, facts))));
    }

    private static String text(ServiceInfo info, String key) {
        String value = info.getPropertyString(key);
        return value == null ? "" : value;
    }

    private static boolean isWhole(@Nullable ServiceInfo info) {
        return info != null && info.hasData() && info.getInet4Addresses().length > 0 && info.getPropertyNames().hasMoreElements();
    }

    private final class Listener implements ServiceListener {

        @Override
        public void serviceAdded(ServiceEvent event) {
            if (!isWhole(event.getInfo()) && detailQuestions.tryAcquire()) {
                Thread.ofVirtual().name("mdns detail").start(() -> {
                    try {
                        event.getDNS().requestServiceInfo(event.getType(), event.getName(), true, DETAIL_WAIT_MILLIS);
                    } finally {
                        detailQuestions.release();
                    }
                });
            }
        }

        @Override
        public void serviceResolved(ServiceEvent event) {
            ServiceInfo info = event.getInfo();
            if (info != null) {
                report(info);
            }
        }

        @Override
        public void serviceRemoved(ServiceEvent event) {
            if (StationId.isValid(event.getName())) {
                news.accept(new News.Left(new StationId(event.getName()), Source.MDNS));
            }
        }
    }
}
