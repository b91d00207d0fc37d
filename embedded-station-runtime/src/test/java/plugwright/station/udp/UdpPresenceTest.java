package plugwright.station.udp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plugwright.model.Ipv4Address;
import plugwright.model.Outcome;
import plugwright.model.StationId;
import plugwright.model.WireTime;
import plugwright.wire.presence.PresenceCodec;
import plugwright.wire.presence.PresencePacket;
import plugwright.wire.presence.Reading;
import plugwright.wire.presence.StationPresence;

class UdpPresenceTest {

    private static final int SILENCE_MILLIS = 300;

    private record Answer(String from, PresencePacket packet) {}

    @Tag("DSC-1")
    @Test
    void answersFromItsOwnAddressWithTheQueryId() throws IOException {
        try (DatagramSocket asker = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
            int port = freePort();
            try (UdpPresence presence = new UdpPresence(port)) {
                presence.announce(station(2));
                presence.announce(station(3));
                ask(asker, "127.255.255.255", port, 77);
                assertThat(answers(asker)).containsExactlyInAnyOrder(
                        new Answer("127.0.0.2", new PresencePacket.Announcement(77, station(2))),
                        new Answer("127.0.0.3", new PresencePacket.Announcement(77, station(3))));
                ask(asker, "127.255.255.255", port, 77);
                assertThat(answers(asker)).as("the same query by another way").isEmpty();
                ask(asker, "127.0.0.3", port, 78);
                assertThat(answers(asker)).containsExactly(
                        new Answer("127.0.0.3", new PresencePacket.Announcement(78, station(3))));
                presence.withdraw(station(3).id());
                ask(asker, "127.255.255.255", port, 79);
                assertThat(answers(asker)).extracting(Answer::from).containsExactly("127.0.0.2");
            }
            ask(asker, "127.255.255.255", port, 80);
            assertThat(answers(asker)).isEmpty();
        }
    }

    @Tag("DSC-1")
    @Test
    void announcesAndSaysGoodbyeToEveryone() throws IOException {
        int port = freePort();
        try (DatagramSocket hearing = new DatagramSocket(null)) {
            hearing.setReuseAddress(true);
            hearing.bind(new InetSocketAddress(port));
            try (UdpPresence presence = new UdpPresence(port)) {
                assertThat(presence.announce(station(4))).isEqualTo(Outcome.ok(station(4)));
            }
            assertThat(answers(hearing)).containsExactly(
                    new Answer("127.0.0.4", new PresencePacket.Announcement(PresencePacket.UNASKED, station(4))),
                    new Answer("127.0.0.4", new PresencePacket.Goodbye(station(4).id())));
        }
    }

    @Test
    void refusesAStationWhoseAddressThisMachineDoesNotHave() {
        StationPresence elsewhere =
                new StationPresence(new StationId("X"), "", "", "", Ipv4Address.parse("203.0.113.9").orElseThrow(), 443);
        try (UdpPresence presence = new UdpPresence(freePort())) {
            assertThat(presence.announce(elsewhere)).isInstanceOf(Outcome.Failed.class);
        }
    }

    @Test
    void answersABoundedNumberOfQueriesInASecond() {
        AnswerRule rule = new AnswerRule(new WireTime(0));
        int answered = 0;
        for (int i = 1; i <= 1_000; i++) {
            answered += rule.answers(i, new WireTime(i)) ? 1 : 0;
        }
        assertThat(answered).isEqualTo(AnswerRule.MOST_ANSWERS_A_SECOND);
        assertThat(rule.answers(2_000, new WireTime(1_000_000_001L))).isTrue();
    }

    private static void ask(DatagramSocket socket, String to, int port, long id) throws IOException {
        byte[] query = PresenceCodec.write(new PresencePacket.Query(id));
        socket.setBroadcast(true);
        socket.send(new DatagramPacket(query, query.length, new InetSocketAddress(to, port)));
    }

    private static List<Answer> answers(DatagramSocket socket) throws IOException {
        List<Answer> answers = new ArrayList<>();
        socket.setSoTimeout(SILENCE_MILLIS);
        while (true) {
            DatagramPacket packet = new DatagramPacket(new byte[PresenceCodec.MAX_PACKET_BYTES], PresenceCodec.MAX_PACKET_BYTES);
            try {
                socket.receive(packet);
            } catch (SocketTimeoutException silence) {
                return answers;
            }
            byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
            assertThat(PresenceCodec.read(bytes)).isInstanceOfSatisfying(Reading.Ours.class, ours ->
                    answers.add(new Answer(packet.getAddress().getHostAddress(), ours.packet())));
        }
    }

    private static int freePort() {
        try (DatagramSocket socket = new DatagramSocket()) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
    }

    private static StationPresence station(int host) {
        return new StationPresence(
                new StationId("ACE000000" + host), "NG910-60023", "7.0.0-4318", "2.1.1",
                Ipv4Address.parse("127.0.0." + host).orElseThrow(), 1443);
    }
}
