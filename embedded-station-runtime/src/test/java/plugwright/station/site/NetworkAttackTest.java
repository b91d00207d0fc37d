package plugwright.station.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plugwright.catalog.Known;
import plugwright.model.Ampere;
import plugwright.model.Ipv4Address;
import plugwright.net.DatagramEndpoint;
import plugwright.net.Sockets;
import plugwright.wire.scn.DropKind;
import plugwright.wire.scn.GrantTable;
import plugwright.wire.scn.NetworkKey;
import plugwright.wire.scn.ScnCodec;
import plugwright.wire.scn.ScnHeader;
import plugwright.wire.scn.ScnPacket;
import plugwright.wire.scn.ScnReading;

/** A stranger on the LAN of a network of three stations: hears everything, says anything, and moves no limit. */
class NetworkAttackTest {

    private static final int TOTAL = 48_000;
    private static final String NAME = "GARAGE";
    private static final SiteNetwork NETWORK =
            SiteNetwork.of(NAME, 3).withTotal(new Ampere(TOTAL)).withKey(NetworkBench.KEY);

    /** Where a packet's version and its network's name are (docs/scn-protocol.md §2). */
    private static final int VERSION_AT = 4;

    private static final int NAME_AT = 9;
    private static final int FAMILY_AT = 5;

    private NetworkBench bench;
    private DatagramEndpoint ear;
    private DatagramEndpoint mouth;
    private final ConcurrentLinkedQueue<byte[]> heard = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void open(@TempDir Path state) throws Exception {
        bench = new NetworkBench("127.9.1.1", state, 3, NETWORK);
        ear = DatagramEndpoint.broadcasting(new InetSocketAddress(bench.port), (_, datagram) -> heard.add(datagram));
        mouth = DatagramEndpoint.broadcasting(new InetSocketAddress("127.9.1.66", 0), (_, _) -> {});
        bench.plug(0, 3);
        bench.plug(1, 3);
        bench.settle(24_000, 24_000, 0);
    }

    @AfterEach
    void neverMoreThanTheTotal() {
        assertThat(bench.highestSum()).isLessThanOrEqualTo(TOTAL);
        ear.close();
        mouth.close();
        bench.close();
    }

    private void say(byte[] datagram) {
        mouth.send(datagram, Sockets.at(Ipv4Address.parse("127.255.255.255").orElseThrow(), bench.port));
    }

    private List<byte[]> recorded() {
        List<byte[]> all = new ArrayList<>(heard);
        heard.clear();
        return all;
    }

    private Map<DropKind, Long> dropped(int index) throws Exception {
        Map<DropKind, Long> counts = new HashMap<>();
        for (String one : bench.value(index, Known.NETWORK_DROPPED).split(",")) {
            String[] parts = one.split(":");
            if (parts.length == 2) {
                counts.put(DropKind.valueOf(parts[0]), Long.parseLong(parts[1]));
            }
        }
        return counts;
    }

    /** Everything said while two shared is said again while three do: grants of 24 A for two of them among it. */
    @Test
    @Tag("SCN-6")
    @Tag("SCN-7")
    void replayedPacketsChangeNothing() throws Exception {
        bench.pass(Duration.ofSeconds(5));
        List<byte[]> before = recorded();
        assertThat(before).hasSizeGreaterThan(10);
        bench.plug(2, 3);
        bench.settle(16_000, 16_000, 16_000);
        String coordinator = bench.value(0, Known.NETWORK_COORDINATOR);
        bench.highestSum();
        Collections.shuffle(before, new Random(4));
        for (byte[] packet : before) {
            say(packet);
            Thread.sleep(1);
        }
        NetworkBench.await(
                "all are known as old", () -> dropped(0).getOrDefault(DropKind.OLD_SEQUENCE, 0L) >= before.size() / 2);
        bench.pass(Duration.ofSeconds(5));
        assertThat(bench.told()).containsExactly(16_000, 16_000, 16_000);
        assertThat(bench.value(0, Known.NETWORK_COORDINATOR)).isEqualTo(coordinator);
        assertThat(dropped(0).keySet()).containsOnly(DropKind.OLD_SEQUENCE);
    }

    /** Tables of the coordinator, newer than all, with every grant raised: with another key, and with none. */
    @Test
    @Tag("SCN-7")
    void forgedGrantsChangeNothing() throws Exception {
        ScnCodec ours = new ScnCodec(NAME, NetworkBench.KEY);
        ScnCodec strangers = new ScnCodec(NAME, NetworkKey.of(new byte[NetworkKey.BYTES]));
        int forged = 0;
        for (int round = 0; round < 100; round++) {
            for (byte[] packet : recorded()) {
                if (ours.read(packet) instanceof ScnReading.Ours(GrantTable table)) {
                    byte[] higher = strangers.write(raised(table));
                    say(higher);
                    byte[] unsigned = higher.clone();
                    java.util.Arrays.fill(unsigned, unsigned.length - 16, unsigned.length, (byte) 0);
                    say(unsigned);
                    forged += 2;
                }
            }
            bench.pass(Duration.ofSeconds(1));
        }
        int sent = forged;
        assertThat(sent).isGreaterThan(20);
        NetworkBench.await("all are counted", () -> dropped(1).getOrDefault(DropKind.WRONG_MAC, 0L) >= sent);
        assertThat(bench.told()).containsExactly(24_000, 24_000, 0);
        assertThat(bench.value(1, Known.NETWORK_BASIS)).isEqualTo("GRANTED");
        long said = bench.log(1).stream().filter(l -> l.contains("dropped, WRONG_MAC")).count();
        assertThat(said).as("lines, one a minute of the %d s at most", 100).isBetween(1L, 4L);
    }

    private static ScnPacket raised(GrantTable table) {
        ScnHeader head = table.header();
        ScnHeader newer = new ScnHeader(
                head.network(), head.sender(), head.boot(), head.sequence() + 1_000, head.digest(), head.stamp());
        return new GrantTable(
                newer,
                table.firstSocket(),
                table.turnEndsMillis(),
                table.total(),
                table.reserved(),
                table.stations().stream()
                        .map(s -> new plugwright.wire.scn.StationGrant(
                                s.firstSocket(),
                                s.boot(),
                                s.stamp(),
                                s.sockets().stream()
                                        .map(g -> new plugwright.wire.scn.SocketGrant(32_000, 7, g.reason()))
                                        .toList()))
                        .toList(),
                table.remembered());
    }

    /** Every kind of bad datagram, and many that are none in particular. */
    @Test
    @Tag("SCN-7")
    void anyDatagramIsDroppedAndCountedByItsKind() throws Exception {
        bench.pass(Duration.ofSeconds(2));
        List<byte[]> real = recorded();
        Random random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            byte[] packet = real.get(random.nextInt(real.size())).clone();
            say(switch (i % 6) {
                case 0 -> changed(packet, VERSION_AT);
                case 1 -> changed(packet, NAME_AT);
                case 2 -> changed(packet, NAME_AT + 8 + random.nextInt(packet.length - NAME_AT - 8));
                case 3 -> java.util.Arrays.copyOf(packet, FAMILY_AT + 1 + random.nextInt(40));
                case 4 -> java.util.Arrays.copyOf(packet, 1_201 + random.nextInt(6_000));
                default -> noise(random);
            });
            if (i % 50 == 0) {
                Thread.sleep(2);
            }
        }
        for (int i = 0; i < 3; i++) {
            int index = i;
            NetworkBench.await("all kinds", () -> dropped(index).keySet().containsAll(List.of(
                    DropKind.OTHER_VERSION, DropKind.OTHER_NETWORK, DropKind.WRONG_MAC, DropKind.WRONG_LENGTH)));
        }
        bench.pass(Duration.ofSeconds(5));
        assertThat(bench.told()).containsExactly(24_000, 24_000, 0);
        assertThat(bench.value(0, Known.NETWORK_BASIS)).isEqualTo("GRANTED");
    }

    private static byte[] changed(byte[] packet, int at) {
        packet[at] ^= 0x20;
        return packet;
    }

    private static byte[] noise(Random random) {
        byte[] noise = new byte[random.nextInt(1_400)];
        random.nextBytes(noise);
        return noise;
    }
}
