package plugwright.wire.scn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plugwright.wire.presence.PresenceCodec;
import plugwright.wire.presence.PresencePacket;
import plugwright.wire.scn.SocketVote.Contactor;
import plugwright.wire.scn.SocketVote.Following;
import plugwright.wire.scn.SocketVote.Use;

@Tag("SCN-7")
class ScnCodecTest {

    /** Bytes 0 to 31. */
    static final NetworkKey KEY = key(0);

    private static final int MAC = 16;

    private final ScnCodec codec = new ScnCodec("GARAGE", KEY);

    static NetworkKey key(int first) {
        byte[] bytes = new byte[NetworkKey.BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (first + i);
        }
        return NetworkKey.of(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"heartbeat-start", "heartbeat-two-sockets", "heartbeat-reader", "grants", "grants-none"})
    void writesAndReadsTheGoldenBytes(String name) throws IOException {
        ScnReading reading = codec.read(hex(name));
        assertThat(inWords(reading)).isEqualTo(text(name + ".expected").strip());
        byte[] again = codec.write(((ScnReading.Ours) reading).packet());
        assertThat(HexFormat.of().formatHex(again)).isEqualTo(HexFormat.of().formatHex(hex(name)));
    }

    @ParameterizedTest
    @CsvSource({
        "other-version, OTHER_VERSION", "other-network, OTHER_NETWORK", "other-key, WRONG_MAC",
        "one-bit-changed, WRONG_MAC", "cut-short, WRONG_LENGTH", "length-field-wrong, WRONG_LENGTH",
        "three-sockets, ABSURD", "lease-too-high, ABSURD", "counted-not-connected, ABSURD",
        "unknown-kind, ABSURD", "stations-out-of-order, ABSURD"
    })
    void dropsWithTheReasonWhenSomethingIsWrong(String name, DropKind kind) throws IOException {
        assertThat(codec.read(hex(name))).isEqualTo(new ScnReading.Dropped(kind));
    }

    /** The document's vectors are the golden files, and read here as they stand there. */
    @ParameterizedTest
    @ValueSource(strings = {"heartbeat-start", "heartbeat-two-sockets", "grants"})
    void readsTheVectorsOfTheDocument(String name) throws IOException {
        String document = Files.readString(Path.of("../docs/scn-protocol.md"));
        String block = document.substring(document.indexOf("```text " + name + "\n") + "```text \n".length() + name.length());
        byte[] vector = HexFormat.of().parseHex(block.substring(0, block.indexOf("```")).replaceAll("\\s", ""));
        assertThat(vector).isEqualTo(hex(name));
        assertThat(codec.read(vector)).isInstanceOf(ScnReading.Ours.class);
    }

    @Test
    void leavesPacketsOfTheDiscoveryFamilyAlone() {
        byte[] query = PresenceCodec.write(new PresencePacket.Query(7));
        assertThat(codec.read(query)).isEqualTo(new ScnReading.NotOurs());
        byte[] ours = codec.write(ScnPackets.heartbeat("GARAGE", 0));
        assertThat(PresenceCodec.read(ours)).isInstanceOf(plugwright.wire.presence.Reading.Ignored.class);
    }

    /** The code is that of another implementation: the platform's, over all bytes before it. */
    @Test
    void endsInTheFirstSixteenBytesOfHmacSha256() throws Exception {
        byte[] packet = codec.write(ScnPackets.heartbeat("GARAGE", 0));
        Mac mac = Mac.getInstance("HmacSHA256");
        byte[] key = new byte[32];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) i;
        }
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        byte[] full = mac.doFinal(Arrays.copyOf(packet, packet.length - MAC));
        assertThat(Arrays.copyOfRange(packet, packet.length - MAC, packet.length)).isEqualTo(Arrays.copyOf(full, MAC));
    }

    @Test
    void dropsAPacketWhenAnyOfItsBitsIsChanged() {
        byte[] packet = codec.write(ScnPackets.heartbeat("GARAGE", 0));
        for (int bit = 0; bit < packet.length * Byte.SIZE; bit++) {
            byte[] changed = packet.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
            assertThat(codec.read(changed)).isNotInstanceOf(ScnReading.Ours.class);
        }
    }

    @Test
    @Tag("SCN-1")
    void fitsTheGrantsOf128SocketsIntoOneDatagram() {
        List<StationGrant> stations = new ArrayList<>();
        for (int first = 0; first < ScnCodec.MAX_SOCKETS; first += 2) {
            SocketGrant grant = new SocketGrant(12_345, 7, GrantReason.SHARED);
            stations.add(new StationGrant(first, 1, first, List.of(grant, grant)));
        }
        List<RememberedVehicle> remembered = new ArrayList<>();
        for (int i = 0; i < ScnCodec.roomForRemembered(stations.size(), ScnCodec.MAX_SOCKETS); i++) {
            remembered.add(new RememberedVehicle(i, 99));
        }
        GrantTable table = new GrantTable(
                ScnPackets.header("GARAGE", 9), 0, OptionalInt.of(900_000), List.of(1, 2, 3), List.of(0, 0, 0), stations,
                remembered);
        byte[] bytes = codec.write(table);
        assertThat(bytes).hasSizeLessThanOrEqualTo(945);
        assertThat(remembered).isNotEmpty();
        assertThat(codec.read(bytes)).isEqualTo(new ScnReading.Ours(table));
    }

    @Test
    void saysAHeartbeatOfTwoSocketsInLessThan150Bytes() {
        assertThat(codec.write(ScnPackets.heartbeat("GARAGE", 0))).hasSizeLessThan(150);
    }

    @Property
    void neverThrowsWhateverTheBytes(@ForAll @Size(max = 1_300) byte[] any) {
        assertThat(codec.read(any)).isNotNull();
    }

    /** What only a member with a broken program could send: any payload with the right code. */
    @Property
    void neverThrowsWhateverAMemberWrites(@ForAll @Size(max = 300) byte[] payload, @ForAll byte kind) {
        byte[] packet = codec.write(ScnPackets.heartbeat("GARAGE", 0));
        byte[] made = Arrays.copyOf(packet, 41 + payload.length + MAC);
        System.arraycopy(payload, 0, made, 41, payload.length);
        made[6] = (byte) (kind & 3);
        made[7] = (byte) (payload.length >> 8);
        made[8] = (byte) payload.length;
        new PacketMac(KEY).append(made, 41 + payload.length);
        ScnReading reading = codec.read(made);
        if (reading instanceof ScnReading.Ours(ScnPacket ours)) {
            assertThat(codec.read(codec.write(ours))).isEqualTo(reading);
        }
    }

    @Test
    void readsBackWhatItWroteWhateverTheNumbers() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            Heartbeat heartbeat = ScnPackets.random(random);
            byte[] bytes = codec.write(heartbeat);
            assertThat(codec.read(bytes)).isEqualTo(new ScnReading.Ours(heartbeat));
        }
    }

    @Test
    void keepsEveryPartOfAVehiclesMemory() {
        Random random = new Random(2);
        for (int i = 0; i < 2_000; i++) {
            long packed = random.nextLong() & ((1L << VehicleMemory.BITS) - 1);
            assertThat(VehicleMemory.unpack(packed).pack()).isEqualTo(packed);
        }
        VehicleMemory large = new VehicleMemory(9, 9, 999, 9_999, 99, 999, 99, 999, 999);
        assertThat(VehicleMemory.unpack(large.pack()))
                .isEqualTo(new VehicleMemory(3, 3, 63, 511, 15, 255, 15, 127, 63));
    }

    static String inWords(ScnReading reading) {
        return reading instanceof ScnReading.Ours(ScnPacket packet) ? packet.toString() : reading.toString();
    }

    static byte[] hex(String name) throws IOException {
        return HexFormat.of().parseHex(text(name + ".hex").replaceAll("#.*", "").replaceAll("\\s", ""));
    }

    private static String text(String file) throws IOException {
        try (var stream = ScnCodecTest.class.getResourceAsStream(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    /** Packets for tests. */
    static final class ScnPackets {

        private ScnPackets() {}

        static ScnHeader header(String network, int sequence) {
            return new ScnHeader(network, 0x1234_5678, 3, sequence, 0x0102_0304_0506_0708L, 123_456);
        }

        static SocketVote vote(int lease) {
            return new SocketVote(
                    Use.ASKING, Contactor.CLOSED, Following.SURE, 0b111, 0b001, lease, 0b001, 20_510, 32_000, 10, lease, 0, 0,
                    61_000, VehicleMemory.NEW.pack());
        }

        static Heartbeat heartbeat(String network, int first) {
            return new Heartbeat(
                    header(network, 7), Role.MEMBER, Heartbeat.Contact.RELEASED, Heartbeat.Change.RUNNING, first, 64_000,
                    OptionalInt.of(880_000), new Source.None(), Optional.of(new Ballot(5, 1, 99, 6)),
                    List.of(vote(10_000), vote(6_000)));
        }

        static Heartbeat random(Random random) {
            List<SocketVote> sockets = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(2); i++) {
                int connected = random.nextInt(8);
                sockets.add(new SocketVote(
                        Use.values()[random.nextInt(3)], Contactor.values()[random.nextInt(2)],
                        Following.values()[random.nextInt(2)], connected, connected & random.nextInt(8),
                        random.nextInt(63_001), random.nextInt(8), random.nextInt(6_000) * 10, random.nextInt(63_001),
                        random.nextInt(256), random.nextInt(65_536), random.nextInt(65_536), random.nextInt(65_536),
                        random.nextInt(Integer.MAX_VALUE), random.nextLong() & 0xffff_ffff_ffffL));
            }
            Source source = switch (random.nextInt(3)) {
                case 0 -> new Source.None();
                case 1 -> new Source.Lost(random.nextInt(3));
                default -> new Source.Available(
                        random.nextInt(1 << 24), random.nextInt(1 << 24), random.nextInt(1 << 24), random.nextInt(65_536),
                        random.nextBoolean() ? 0 : random.nextInt());
            };
            return new Heartbeat(
                    header("GARAGE", random.nextInt()), Role.values()[random.nextInt(3)],
                    Heartbeat.Contact.values()[random.nextInt(2)], Heartbeat.Change.values()[random.nextInt(2)],
                    random.nextInt(127), random.nextInt(1 << 24),
                    random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(Integer.MAX_VALUE)), source,
                    random.nextBoolean()
                            ? Optional.empty()
                            : Optional.of(new Ballot(random.nextInt(), random.nextInt(), random.nextInt(), random.nextInt())),
                    sockets);
        }
    }
}
