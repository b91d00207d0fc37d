package plugwright.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyType;
import plugwright.catalog.PropertyValue;

/** Messages against their JSON, written out by hand from station-interfaces §1. */
class ApiCodecTest {

    private final ApiCodec codec = new ApiCodec();

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void logsInBothWays() throws Unreadable {
        String json = "{\"username\":\"admin\",\"password\":\"p\\\"w\",\"displayname\":\"Büro\"}";
        LoginRequest request = new LoginRequest("admin", "p\"w", "Büro");
        assertThat(text(codec.login(request))).isEqualTo(json);
        assertThat(codec.parseLogin(utf8(json))).isEqualTo(request);
        assertThat(request.toString()).doesNotContain("p\"w");
    }

    @Test
    void toleratesAMissingAndCutsALongDisplayName() throws Unreadable {
        assertThat(codec.parseLogin(utf8("{\"username\":\"admin\",\"password\":\"p\",\"more\":[1]}")))
                .isEqualTo(new LoginRequest("admin", "p", ""));
        String longName = "x".repeat(99);
        assertThat(codec.parseLogin(utf8("{\"displayname\":\"" + longName + "\"}")).displayName())
                .hasSize(LoginRequest.MAX_DISPLAY_NAME);
    }

    @Test
    void tellsInfoBothWays() throws Unreadable {
        StationInfo info = new StationInfo("Garage", "ACE0104711", "NG910-60023", "7.0.0-4318", "2.1.1", "SCN1");
        byte[] bytes = codec.info(info);
        assertThat(text(bytes))
                .startsWith("{\"Identity\":\"Garage\",\"ObjectId\":\"ACE0104711\",\"Model\":\"NG910-60023\","
                        + "\"FWVersion\":\"7.0.0-4318\",\"Type\":\"2.1.1\",\"SCNNetwork\":\"SCN1\"")
                .contains("\"LastConfig\"", "\"ContentType\"", "\"BOConnection\"");
        assertThat(codec.parseInfo(bytes)).isEqualTo(info);
        assertThat(info.sockets()).isEqualTo(2);
    }

    @Test
    void pagesPropertiesBothWays() throws Unreadable {
        PropertyPage page = new PropertyPage(
                List.of(
                        new PropertyRow(PropertyId.of("2062_0"), 0, PropertyType.REAL32, 0, "generic", PropertyValue.of(16.0)),
                        new PropertyRow(PropertyId.of("2056_0"), 1, PropertyType.UINT32, 0, "generic", PropertyValue.of(272)),
                        new PropertyRow(PropertyId.of("2053_0"), 0, PropertyType.STRING, 21, "generic", PropertyValue.of("Ü"))),
                32,
                132);
        String json = "{\"version\":2,\"properties\":["
                + "{\"id\":\"2062_0\",\"access\":0,\"type\":8,\"len\":0,\"cat\":\"generic\",\"value\":16.0},"
                + "{\"id\":\"2056_0\",\"access\":1,\"type\":7,\"len\":0,\"cat\":\"generic\",\"value\":272},"
                + "{\"id\":\"2053_0\",\"access\":0,\"type\":9,\"len\":21,\"cat\":\"generic\",\"value\":\"Ü\"}],"
                + "\"offset\":32,\"total\":132}";
        assertThat(text(codec.page(page))).isEqualTo(json);
        assertThat(codec.parsePage(utf8(json))).isEqualTo(page);
    }

    @Test
    void printsAReal32AsTheDoubleItIs() {
        PropertyPage page = new PropertyPage(
                List.of(new PropertyRow(
                        PropertyId.of("2221_3"), 1, PropertyType.REAL32, 0, "meter1", PropertyValue.of(222.2))),
                0,
                1);
        assertThat(text(codec.page(page))).contains("\"value\":222.1999969482422}");
    }

    @Test
    void passesRowsOfUnknownTypesOver() throws Unreadable {
        String json = "{\"properties\":[{\"id\":\"2062_0\",\"type\":99,\"value\":1},{\"type\":8,\"value\":1},"
                + "{\"id\":\"2064_0\",\"type\":5,\"value\":\"3\"}],\"offset\":0,\"total\":3}";
        assertThat(codec.parsePage(utf8(json)).rows())
                .extracting(PropertyRow::value)
                .containsExactly(PropertyValue.of(3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"16 | 16", "16.5 | 16.5", "\"16\" | 16", "\"L1\" | L1", "true | 1", "-1 | -1"})
    void readsWritesAsNumberTextOrTruth(String value, String expected) throws Unreadable {
        List<PropertyWrite> writes =
                codec.parseWrites(utf8("{\"2129_0\":{\"id\":\"2129_0\",\"value\":" + value + "}}"));
        assertThat(writes).singleElement().satisfies(write -> {
            assertThat(write.id()).isEqualTo(PropertyId.of("2129_0"));
            assertThat(write.value().text()).isEqualTo(expected);
        });
    }

    @Test
    void sendsWritesAsClientsOfRealStationsDo() throws Unreadable {
        List<PropertyWrite> writes = List.of(
                new PropertyWrite(PropertyId.of("2129_0"), PropertyValue.of(16)),
                new PropertyWrite(PropertyId.of("2180_1"), PropertyValue.of("SCN1")));
        String json = "{\"2129_0\":{\"id\":\"2129_0\",\"value\":16},\"2180_1\":{\"id\":\"2180_1\",\"value\":\"SCN1\"}}";
        assertThat(text(codec.writes(writes))).isEqualTo(json);
        assertThat(codec.parseWrites(utf8(json))).isEqualTo(writes);
    }

    @Test
    void passesOverWritesOfNoIdentifierOrNoValue() throws Unreadable {
        assertThat(codec.parseWrites(utf8("{\"x\":{\"value\":1},\"2129_0\":{\"id\":\"2129_0\"},\"2062_0\":{\"value\":1}}")))
                .extracting(PropertyWrite::id)
                .containsExactly(PropertyId.of("2062_0"));
    }

    @Test
    void commandsBothWays() throws Unreadable {
        assertThat(text(codec.command("reboot"))).isEqualTo("{\"command\":\"reboot\"}");
        assertThat(codec.parseCommand(utf8("{\"command\":\"date 2026-11-23 08:00:00\"}")))
                .isEqualTo("date 2026-11-23 08:00:00");
    }

    @Test
    void listsCategoriesBothWays() throws Unreadable {
        byte[] bytes = codec.categories(List.of("generic", "states"));
        assertThat(text(bytes)).isEqualTo("{\"version\":2,\"categories\":[\"generic\",\"states\"]}");
        assertThat(codec.parseCategories(bytes)).containsExactly("generic", "states");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "7", "{", "{\"properties\":", "<html>", "{\"properties\":[{]}"})
    void saysThatBytesAreNoMessage(String json) {
        assertThatThrownBy(() -> codec.parsePage(utf8(json))).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> codec.parseInfo(utf8(json))).isInstanceOf(Unreadable.class);
    }

    @Test
    void takesNoReplyThatWasCutShort() {
        byte[] whole = codec.info(new StationInfo("a", "ACE1", "m", "1", "1.1.0", ""));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> codec.parseInfo(cut)).as("cut at %d", length).isInstanceOf(Unreadable.class);
        }
    }
}
