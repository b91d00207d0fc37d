package plugwright.station.mdns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.jmdns.impl.DNSIncoming;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plugwright.model.Ipv4Address;
import plugwright.model.StationId;
import plugwright.wire.presence.StationPresence;

/** The oracle for our messages is the library that reads them in the tool. */
class StationRecordsTest {

    private static final DnsName SERVICE = DnsName.of("_alfen", "_tcp", "local");

    /** "PTR _alfen._tcp.local", then "SRV ACE0012345.<pointer to offset 12>", as RFC 1035 §4.1.4 writes it. */
    private static final byte[] TWO_QUESTIONS = HexFormat.of().parseHex(
            "000000000002000000000000"
                    + "065f616c66656e045f746370056c6f63616c00000c0001"
                    + "0a41434530303132333435c00c00218001");

    private final StationRecords records = new StationRecords(new StationPresence(
            new StationId("ACE0012345"), "NG910-60023", "7.0.0-4318", "2.1.1",
            Ipv4Address.parse("127.0.0.2").orElseThrow(), 1443));

    @Test
    void readsQuestionsWithPointersAndTheUnicastBit() {
        assertThat(DnsCodec.readQuery(TWO_QUESTIONS)).hasValueSatisfying(query -> assertThat(query.questions())
                .containsExactly(
                        new DnsQuery.Question(SERVICE, DnsCodec.TYPE_PTR),
                        new DnsQuery.Question(SERVICE.under("ACE0012345"), DnsCodec.TYPE_SRV)));
    }

    @Test
    void ignoresAnswersAndPointersThatGoInCircles() {
        byte[] answer = TWO_QUESTIONS.clone();
        answer[2] = (byte) 0x84;
        assertThat(DnsCodec.readQuery(answer)).isEmpty();
        byte[] circle = HexFormat.of().parseHex("000000000001000000000000" + "c00c000c0001");
        assertThat(DnsCodec.readQuery(circle)).isEmpty();
    }

    @Property
    void neverThrowsWhateverTheBytes(@ForAll @Size(max = 600) byte[] any) {
        assertThat(DnsCodec.readQuery(any)).isNotNull();
    }

    @Property
    void neverThrowsWhateverFollowsAHeader(@ForAll @Size(max = 100) byte[] rest) {
        byte[] message = Arrays.copyOf(TWO_QUESTIONS, 12 + rest.length);
        System.arraycopy(rest, 0, message, 12, rest.length);
        assertThat(DnsCodec.readQuery(message)).isNotNull();
    }

    @Tag("DSC-1")
    @Test
    void tellsEverythingAtOnceWhenItsServiceIsBrowsed() throws IOException {
        DnsResponse response = records.answer(question(SERVICE, DnsCodec.TYPE_PTR)).orElseThrow();
        assertThat(response.answers()).hasSize(1);
        assertThat(response.additional()).hasSize(3);
        String read = readByTheLibrary(response);
        assertThat(read)
                .contains("ACE0012345._alfen._tcp.local.")
                .contains("1443")
                .contains("127.0.0.2")
                .contains("identity=ACE0012");
        // The library shows only the beginning: each text with its length in front (RFC 6763 §6.1).
        assertThat(new String(DnsCodec.write(response), StandardCharsets.ISO_8859_1))
                .contains("\23identity=ACE0012345\12type=2.1.1\24fwversion=7.0.0-4318");
    }

    @Test
    void answersWhatIsAskedAndNothingElse() {
        DnsName instance = DnsName.of("ace0012345", "_ALFEN", "_tcp", "local");
        assertThat(records.answer(question(instance, DnsCodec.TYPE_TXT)).orElseThrow().answers())
                .singleElement().isInstanceOf(DnsRecord.Text.class);
        assertThat(records.answer(question(instance, DnsCodec.TYPE_ANY)).orElseThrow().answers()).hasSize(2);
        assertThat(records.answer(question(DnsName.of("ACE0012345", "local"), DnsCodec.TYPE_A)).orElseThrow().answers())
                .singleElement().isInstanceOf(DnsRecord.Address.class);
        assertThat(records.answer(question(DnsName.of("_services", "_dns-sd", "_udp", "local"), DnsCodec.TYPE_PTR)))
                .isPresent();
        assertThat(records.answer(question(DnsName.of("_http", "_tcp", "local"), DnsCodec.TYPE_PTR))).isEmpty();
        assertThat(records.answer(question(SERVICE.under("ACE0099999"), DnsCodec.TYPE_SRV))).isEmpty();
    }

    @Test
    void saysGoodbyeWithALifetimeOfZero() {
        assertThat(records.goodbye().ttlSeconds()).isZero();
        assertThat(records.announcement().ttlSeconds()).isPositive();
    }

    @Tag("DSC-1")
    @Test
    void answersAPlainResolverByUnicastWithItsId() throws IOException {
        int port;
        try (DatagramSocket free = new DatagramSocket()) {
            port = free.getLocalPort();
        }
        byte[] query = TWO_QUESTIONS.clone();
        query[1] = 42;
        try (LoopbackMdns presence = new LoopbackMdns(port);
                DatagramSocket resolver = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
            presence.announce(new StationPresence(
                    new StationId("ACE0012345"), "", "7.0.0", "2.1.1", Ipv4Address.parse("127.0.0.2").orElseThrow(), 1443));
            resolver.setSoTimeout(10_000);
            resolver.send(new DatagramPacket(query, query.length, new InetSocketAddress("127.0.0.2", port)));
            DatagramPacket answer = new DatagramPacket(new byte[9_000], 9_000);
            resolver.receive(answer);
            assertThat(answer.getAddress().getHostAddress()).isEqualTo("127.0.0.2");
            assertThat(answer.getData()[1]).isEqualTo((byte) 42);
            assertThat(new DNSIncoming(answer).toString()).contains("1443");
        }
    }

    private static DnsQuery question(DnsName name, int type) {
        return new DnsQuery(0, List.of(new DnsQuery.Question(name, type)));
    }

    private static String readByTheLibrary(DnsResponse response) throws IOException {
        byte[] bytes = DnsCodec.write(response);
        DatagramPacket packet = new DatagramPacket(bytes, bytes.length, new InetSocketAddress("127.0.0.2", 5353));
        return new DNSIncoming(packet).getAllAnswers().toString();
    }
}
