package plugwright.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("MBM-3")
class MeterCommandTest {

    @TempDir
    private Path folder;

    private String out = "";
    private String err = "";

    private int run(String... arguments) {
        StringWriter toOut = new StringWriter();
        StringWriter toErr = new StringWriter();
        int code = Main.run(
                arguments, Map.of("PLUGWRIGHT_DATA", folder.toString()), new PrintWriter(toOut), new PrintWriter(toErr));
        out = toOut.toString();
        err = toErr.toString();
        return code;
    }

    private JsonNode value() {
        assertThat(out.lines()).hasSize(1);
        return JsonMapper.builder().build().readTree(out);
    }

    /** Answers one read of one register of unit 7 with these two bytes. */
    private static ServerSocket meter(int high, int low) throws IOException {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try (Socket socket = server.accept()) {
                byte[] r = socket.getInputStream().readNBytes(12);
                socket.getOutputStream()
                        .write(new byte[] {r[0], r[1], 0, 0, 0, 5, 7, r[7], 2, (byte) high, (byte) low});
                socket.getInputStream().readNBytes(1);
            } catch (IOException e) {
                // the test is over
            }
        });
        return server;
    }

    private String map() throws IOException {
        return Files.writeString(
                        folder.resolve("map.json"),
                        "{\"name\": \"Hall\", \"function\": 4, \"direction\": \"signed-current\","
                                + " \"currents\": [{\"register\": 7, \"type\": \"int16\", \"scale\": 0.01}]}")
                .toString();
    }

    @Test
    void showsTheCurrentsOfAMapOfOnesOwn() throws IOException {
        try (ServerSocket meter = meter(0xFB, 0x2E)) {
            String at = "127.0.0.1:" + meter.getLocalPort();
            assertThat(run("meter", "test", at, "--unit", "7", "--map", map(), "--json")).isZero();
            assertThat(value().get("currents").toString()).isEqualTo("[-12.34]");
            assertThat(value().get("meter").stringValue()).isEqualTo("Hall");
            assertThat(value().get("tellsFeedIn").booleanValue()).isTrue();
        }
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        int free;
        try (ServerSocket meter = meter(0x7F, 0xFF)) {
            free = meter.getLocalPort();
            assertThat(run("meter", "test", "127.0.0.1:" + free, "--unit", "7", "--map", map(), "--json"))
                    .isEqualTo(ExitCode.FAILED);
            assertThat(value().get("code").stringValue()).isEqualTo("PW-605");
        }
        assertThat(run("meter", "test", "127.0.0.1:" + free, "--map", map())).isEqualTo(ExitCode.FAILED);
        assertThat(err).contains("PW-602").contains("127.0.0.1:" + free);
        assertThat(run("meter", "test", "127.0.0.1:" + free, "--preset", "eastron-sdm72dm-v1"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(err).contains("PW-607").contains("no current per phase");
        assertThat(run("meter", "test", "127.0.0.1", "--preset", "nonesuch")).isEqualTo(ExitCode.FAILED);
        assertThat(err).contains("PW-610").contains("eastron-sdm630");
    }

    @Test
    void refusesACommandThatMakesNoSense() throws IOException {
        assertThat(run("meter")).isEqualTo(ExitCode.USAGE);
        assertThat(run("meter", "test", "127.0.0.1")).isEqualTo(ExitCode.USAGE);
        assertThat(run("meter", "test", "127.0.0.1", "--map", map(), "--unit", "256")).isEqualTo(ExitCode.USAGE);
        assertThat(run("meter", "test", "127.0.0.1", "--map", map(), "--transport", "can")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void listsThePresets() {
        assertThat(run("meter", "presets")).isZero();
        assertThat(out.lines()).hasSize(16);
        assertThat(out).contains("socomec", "carlo-gavazzi-em24", "sunspec").doesNotContain("sdm72dm-v1");
    }
}
