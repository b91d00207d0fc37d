package plugwright.discovery;

import java.net.DatagramSocket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import plugwright.api.StationInfo;
import plugwright.model.HostPort;
import plugwright.model.Ipv4Address;
import plugwright.model.Ipv4Subnet;
import plugwright.model.NetworkAdapter;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;
import plugwright.wire.presence.StationPresence;

/** A simulated site for tests: station i is ACE0000i at 127.0.0.(i+1), and answers while it is switched on. */
final class Stations implements Probe {

    static final NetworkAdapter LOOPBACK =
            new NetworkAdapter("lo", "Loopback", List.of(new Ipv4Subnet(ipv4("127.0.0.1"), 8)));

    private final ConcurrentHashMap<HostPort, StationPresence> answering = new ConcurrentHashMap<>();

    static Ipv4Address ipv4(String text) {
        return Ipv4Address.parse(text).orElseThrow();
    }

    /** Serial numbers differ by run, so that other programs' stations are not taken for ours. */
    static List<StationPresence> site(int count, int apiPort) {
        String run = Long.toHexString(ProcessHandle.current().pid() & 0xffff);
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new StationPresence(
                        new StationId("T%s%04d".formatted(run, i)),
                        "NG910-60023",
                        "7.0.0-4318",
                        "2.1.1",
                        ipv4("127.0.0." + (i + 1)),
                        apiPort))
                .toList();
    }

    void switchOn(StationPresence station) {
        answering.put(station.api(), station);
    }

    void switchOff(StationPresence station) {
        answering.remove(station.api());
    }

    @Override
    public CompletableFuture<Outcome<StationInfo>> ask(HostPort at) {
        StationPresence station = answering.get(at);
        return CompletableFuture.completedFuture(
                station == null
                        ? Outcome.failed(ProblemCode.CONNECTION_REFUSED, at.toString())
                        : Outcome.ok(info(station)));
    }

    static StationInfo info(StationPresence station) {
        return new StationInfo(
                "CP-" + station.id(), station.id().serial(), station.model(), station.firmware(), station.type(), "");
    }

    static int freeUdpPort() {
        try (DatagramSocket socket = new DatagramSocket()) {
            return socket.getLocalPort();
        } catch (SocketException none) {
            throw new IllegalStateException(none);
        }
    }
}
