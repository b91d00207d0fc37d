package plugwright.station.mdns;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plugwright.model.Ipv4Address;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;
import plugwright.net.NetworkAdapters;
import plugwright.net.Sockets;
import plugwright.station.presence.Presence;
import plugwright.wire.presence.StationPresence;

/**
 * Shell: registers stations with the mDNS library, on adapters whose address the system has assigned. The library
 * blocks for seconds while it probes, so that its calls are made one after the other on a virtual thread.
 */
final class AdapterMdns implements Presence {

    private static final Logger LOG = LoggerFactory.getLogger(AdapterMdns.class);

    private record Registered(JmDNS jmdns, ServiceInfo service) {}

    private final ExecutorService turns =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("mdns-presence").factory());

    /** Both are touched by the turns' thread alone. */
    private final Map<Ipv4Address, JmDNS> responders = new HashMap<>();

    private final Map<StationId, Registered> registered = new LinkedHashMap<>();

    @Override
    public Outcome<StationPresence> announce(StationPresence station) {
        if (NetworkAdapters.subnetOf(station.address()).isEmpty()) {
            return Outcome.failed(ProblemCode.NO_ADAPTER);
        }
        turn(() -> register(station));
        return Outcome.ok(station);
    }

    @Override
    public void withdraw(StationId station) {
        turn(() -> unregister(station));
    }

    @Override
    public void close() {
        turn(() -> {
            List.copyOf(registered.keySet()).forEach(this::unregister);
            responders.values().forEach(AdapterMdns::closeQuietly);
            responders.clear();
        });
        turns.shutdown();
    }

    private void turn(Runnable work) {
        try {
            turns.execute(work);
        } catch (RejectedExecutionException closed) {
            LOG.debug("mDNS presence is closed");
        }
    }

    private void register(StationPresence station) {
        unregister(station.id());
        try {
            JmDNS jmdns = responders.get(station.address());
            if (jmdns == null) {
                // With a name of its own the library asks no name server for one.
                jmdns = JmDNS.create(Sockets.at(station.address(), 0).getAddress(), station.id().serial());
                responders.put(station.address(), jmdns);
            }
            Map<String, String> texts = new LinkedHashMap<>();
            for (String text : StationRecords.texts(station)) {
                int equals = text.indexOf('=');
                texts.put(text.substring(0, equals), text.substring(equals + 1));
            }
            ServiceInfo service =
                    ServiceInfo.create(
                            StationRecords.SERVICE_TYPE, station.id().serial(), station.apiPort(), 0, 0, texts);
            jmdns.registerService(service);
            registered.put(station.id(), new Registered(jmdns, service));
        } catch (IOException | RuntimeException refused) {
            LOG.warn("{} can't be found by mDNS: {}", station.id(), refused.toString());
        }
    }

    private void unregister(StationId station) {
        Registered entry = registered.remove(station);
        if (entry != null) {
            entry.jmdns.unregisterService(entry.service);
        }
    }

    private static void closeQuietly(JmDNS jmdns) {
        try {
            jmdns.close();
        } catch (IOException alreadyBroken) {
            LOG.debug("mDNS presence did not close cleanly: {}", alreadyBroken.toString());
        }
    }
}
