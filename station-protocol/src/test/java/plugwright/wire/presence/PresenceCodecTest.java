package plugwright.wire.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plugwright.model.Ipv4Address;
import plugwright.model.StationId;

class PresenceCodecTest {

    private static final byte[] HEADER = {'P', 'L', 'W', 'R', 1, 1};

    @Tag("DSC-1")
    @ParameterizedTest
    @ValueSource(strings = {"query", "answer", "unasked", "goodbye"})
    void writesAndReadsTheGoldenBytes(String name) throws IOException {
        Reading reading = PresenceCodec.read(hex(name));
        assertThat(inWords(reading)).isEqualTo(expected(name));
        assertThat(reading).isInstanceOfSatisfying(Reading.Ours.class, ours ->
                assertThat(PresenceCodec.write(ours.packet())).isEqualTo(hexUnchecked(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "other-version", "other-family", "unknown-kind", "cut-short", "text-beyond-end", "serial-not-ascii", "port-zero",
        "multicast-address", "query-without-id", "foreign", "too-long", "newer-fields"
    })
    void ignoresWithTheReasonWhenItIsNotOurs(String name) throws IOException {
        assertThat(inWords(PresenceCodec.read(hex(name)))).isEqualTo(expected(name));
    }

    @Property
    void neverThrowsWhateverTheBytes(@ForAll @Size(max = 1_300) byte[] any) {
        assertThat(PresenceCodec.read(any)).isNotNull();
    }

    @Property
    void neverThrowsWhateverFollowsOurHeader(@ForAll @Size(max = 300) byte[] rest) {
        byte[] datagram = Arrays.copyOf(HEADER, HEADER.length + rest.length);
        System.arraycopy(rest, 0, datagram, HEADER.length, rest.length);
        assertThat(PresenceCodec.read(datagram)).isNotNull();
    }

    @Property
    void readsBackWhatItWroteWithinTheBound(@ForAll("packets") PresencePacket packet) {
        byte[] bytes = PresenceCodec.write(packet);
        assertThat(bytes).hasSizeLessThanOrEqualTo(1_200);
        assertThat(PresenceCodec.read(bytes)).isEqualTo(new Reading.Ours(packet));
    }

    @Property
    void ignoresEveryPacketThatLostItsEnd(@ForAll("packets") PresencePacket packet, @ForAll byte dropped) {
        byte[] bytes = PresenceCodec.write(packet);
        int kept = Math.floorMod(dropped, bytes.length);
        assertThat(PresenceCodec.read(Arrays.copyOf(bytes, kept))).isInstanceOf(Reading.Ignored.class);
    }

    @Test
    void countsIgnoredPacketsByReason() {
        IgnoredPackets ignored = new IgnoredPackets();
        ignored.count(IgnoredReason.NOT_OURS);
        ignored.count(IgnoredReason.NOT_OURS);
        ignored.count(IgnoredReason.MALFORMED);
        assertThat(ignored.of(IgnoredReason.NOT_OURS)).isEqualTo(2);
        assertThat(ignored.of(IgnoredReason.TOO_LONG)).isZero();
        assertThat(ignored.total()).isEqualTo(3);
    }

    @Provide
    Arbitrary<PresencePacket> packets() {
        Arbitrary<String> text = Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(64);
        Arbitrary<StationId> serial =
                Arbitraries.strings().withCharRange('!', '~').ofMinLength(1).ofMaxLength(32).map(StationId::new);
        Arbitrary<Integer> port = Arbitraries.integers().between(1, 65_535);
        Arbitrary<Long> queryId = Arbitraries.longs();
        Arbitrary<Ipv4Address> address =
                Arbitraries.bytes().array(byte[].class).ofSize(4).map(PresenceCodecTest::hostAddress);
        Arbitrary<StationPresence> station =
                Combinators.combine(serial, text, text, text, address, port).as(StationPresence::new);
        return Arbitraries.oneOf(
                queryId.filter(id -> id != 0).map(PresencePacket.Query::new),
                Combinators.combine(queryId, station).as(PresencePacket.Announcement::new),
                serial.map(PresencePacket.Goodbye::new));
    }

    private static Ipv4Address hostAddress(byte[] bytes) {
        bytes[0] = (byte) (1 + Math.floorMod(bytes[0], 223));
        return Ipv4Address.of(bytes);
    }

    private static String inWords(Reading reading) {
        return switch (reading) {
            case Reading.Ignored(IgnoredReason reason) -> "ignored " + reason;
            case Reading.Ours(PresencePacket.Query(long id)) -> "query id=" + HexFormat.of().toHexDigits(id);
            case Reading.Ours(PresencePacket.Goodbye(StationId id)) -> "goodbye serial=" + id.serial();
            case Reading.Ours(PresencePacket.Announcement(long id, StationPresence station)) ->
                "announcement id=%s serial=%s model=%s firmware=%s type=%s address=%s port=%d"
                        .formatted(
                                HexFormat.of().toHexDigits(id),
                                station.id().serial(),
                                station.model(),
                                station.firmware(),
                                station.type(),
                                station.address(),
                                station.apiPort());
        };
    }

    private static byte[] hexUnchecked(String name) {
        try {
            return hex(name);
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    private static byte[] hex(String name) throws IOException {
        return HexFormat.of().parseHex(text(name + ".hex").replaceAll("\\s", ""));
    }

    private static String expected(String name) throws IOException {
        return text(name + ".expected").strip();
    }

    private static String text(String file) throws IOException {
        try (var stream = PresenceCodecTest.class.getResourceAsStream(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
