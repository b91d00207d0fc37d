package plugwright.wire.modbus;

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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plugwright.model.Ipv4Address;

/**
 * Golden requests and replies. Those named "spec-…" are printed in the Modbus Application Protocol v1.1b3, §6.3, §6.6,
 * §6.12 and §7; the slave of the others has its registers.
 */
@Tag("EMS-1")
class SlaveResponderTest {

    private static final int UNIT = 200;
    private static final Ipv4Address MASTER = Ipv4Address.parse("192.0.2.7").orElseThrow();

    /** The registers of the specification's examples, and one real number. */
    private static final RegisterMap EXAMPLES = RegisterMap.parse(List.of(
            "unit\tstart\tcount\ttype\taccess\tunit_or_scale\tname\tnotes",
            "200\t107\t1\tUNSIGNED16\tr\t\tregister 108\t",
            "200\t108\t1\tUNSIGNED16\tr\t\tregister 109\t",
            "200\t109\t1\tUNSIGNED16\tr\t\tregister 110\t",
            "200\t1\t1\tUNSIGNED16\trw\t\tregister 2\t",
            "200\t2\t1\tUNSIGNED16\trw\t\tregister 3\t",
            "200\t10\t2\tFLOAT32\trw\t1 A\ta current\t",
            "200\t65535\t1\tUNSIGNED16\tr\t\tthe last\t"));

    /** Keeps what is written to it. */
    private static final class Desk implements SlaveStation {
        private final List<RegisterWrite> written = new ArrayList<>();
        private Permission permission = Permission.READ_AND_WRITE;

        @Override
        public Permission permission() {
            return permission;
        }

        @Override
        public Optional<RegisterImage> image(int unit) {
            RegisterImage image = new RegisterImage(EXAMPLES, RegisterBlock.STATION);
            image.whole(107, 0x022B);
            image.whole(108, 0);
            image.whole(109, 0x0064);
            return unit == UNIT ? Optional.of(image) : Optional.empty();
        }

        @Override
        public Optional<ModbusFault> write(int unit, List<RegisterWrite> writes, Ipv4Address master) {
            assertThat(master).isEqualTo(MASTER);
            written.addAll(writes);
            return Optional.empty();
        }
    }

    static Stream<String> cases() throws Exception {
        Path folder = Path.of(SlaveResponderTest.class.getResource("spec-read-holding.hex").toURI()).getParent();
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(p -> p.getFileName().toString())
                    .filter(n -> n.endsWith(".hex"))
                    .map(n -> n.substring(0, n.length() - ".hex".length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersAsExpectedWhenARequestComes(String name) throws IOException {
        byte[] pdu = hex(text(name + ".hex"));
        List<String> expected = text(name + ".expected").lines().toList();
        assertThat(inWords(SlaveRequest.of(pdu))).isEqualTo(expected.get(0));
        byte[] reply = new SlaveResponder(EXAMPLES, new Desk()).answer(UNIT, pdu, MASTER);
        assertThat(HexFormat.of().formatHex(reply)).isEqualTo(HexFormat.of().formatHex(hex(expected.get(1))));
    }

    @Test
    void hasACaseForEachKindOfRefusal() throws Exception {
        assertThat(cases()).hasSize(29);
    }

    @Test
    void writesAllValuesOfARequestTogetherWhenAllAreWritable() {
        Desk desk = new Desk();
        new SlaveResponder(EXAMPLES, desk).answer(UNIT, hex("10 0001 0002 04 000A 0102"), MASTER);
        assertThat(desk.written).hasSize(2);
        assertThat(desk.written.getFirst().whole()).isEqualTo(10);
        assertThat(desk.written.getLast().whole()).isEqualTo(258);
    }

    @Test
    void writesNothingWhenOneValueOfARequestCannotBeWritten() {
        Desk desk = new Desk();
        new SlaveResponder(EXAMPLES, desk).answer(UNIT, hex("10 0001 0003 06 000A 0102 0001"), MASTER);
        new SlaveResponder(EXAMPLES, desk).answer(UNIT, hex("10 000A 0002 04 7FC0 0000"), MASTER);
        assertThat(desk.written).isEmpty();
    }

    @Test
    void handsTheRealNumberOnWhenItIsWrittenWhole() {
        Desk desk = new Desk();
        new SlaveResponder(EXAMPLES, desk).answer(UNIT, hex("10 000A 0002 04 4180 0000"), MASTER);
        assertThat(desk.written.getFirst().real()).isEqualTo(16.0);
    }

    @Test
    void refusesWritesByException2WhenMastersMayOnlyRead() {
        Desk desk = new Desk();
        desk.permission = SlaveStation.Permission.READ;
        SlaveResponder responder = new SlaveResponder(EXAMPLES, desk);
        assertThat(responder.answer(UNIT, hex("06 0001 0003"), MASTER)).isEqualTo(hex("86 02"));
        assertThat(responder.answer(UNIT, hex("10 000A 0002 04 4180 0000"), MASTER)).isEqualTo(hex("90 02"));
        assertThat(responder.answer(UNIT, hex("03 006B 0003"), MASTER)).isEqualTo(hex("03 06 022B 0000 0064"));
        assertThat(desk.written).isEmpty();
    }

    @Test
    void answersNoSuchUnitWhenNobodyHasThatNumber() {
        SlaveResponder responder = new SlaveResponder(EXAMPLES, new Desk());
        assertThat(responder.answer(3, hex("03 006B 0003"), MASTER)).isEqualTo(hex("83 0B"));
        assertThat(responder.answer(0, hex("06 0001 0003"), MASTER)).isEqualTo(hex("86 0B"));
    }

    /** Whatever comes, something of the protocol's size goes back, and it names the same function. */
    @Property(tries = 5_000)
    void alwaysAnswersWhateverTheBytesAre(@ForAll @Size(max = 253) byte[] pdu, @ForAll byte unit) {
        byte[] reply = new SlaveResponder(EXAMPLES, new Desk()).answer(unit & 0xFF, pdu, MASTER);
        assertThat(reply.length).isBetween(2, MbapFrame.MOST_PDU_BYTES);
        assertThat(reply[0] & 0x7F).isEqualTo(pdu.length == 0 ? 0 : pdu[0] & 0x7F);
    }

    private static String inWords(SlaveRequest request) {
        return switch (request) {
            case SlaveRequest.Read(int start, int quantity) -> "read start=" + start + " quantity=" + quantity;
            case SlaveRequest.Write(int function, int start, int[] words) ->
                "write function=" + function + " start=" + start + " words="
                        + Arrays.stream(words).mapToObj("%04X"::formatted).collect(Collectors.joining(" "));
            case SlaveRequest.Refused(int function, ModbusFault fault) -> "refused function=" + function + " " + fault;
        };
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
    }

    private static String text(String file) throws IOException {
        try (var stream = SlaveResponderTest.class.getResourceAsStream(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
