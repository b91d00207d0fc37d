package plugwright.station.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Modbus master that somebody else wrote, at a slave of ours. */
interface Master extends AutoCloseable {

    /** The libraries and programs. */
    enum Kind {
        MBPOLL,
        PYMODBUS,
        MODBUS_SERIAL,
        JSMODBUS
    }

    /**
     * What came of an order.
     *
     * @param words that were read
     * @param value that was read, as the master itself decodes it
     * @param exception that the slave answered; 0 for none
     * @param failed why there was no answer; empty where there was one
     */
    record Answer(List<Integer> words, String value, int exception, String failed) {

        static final Answer DONE = new Answer(List.of(), "", 0, "");

        boolean isGood() {
            return exception == 0 && failed.isEmpty();
        }
    }

    Answer connect();

    /** Function 3. */
    Answer read(int unit, int start, int count);

    /** Function 3, decoded by the master. */
    Answer value(int unit, int start, int count, String type);

    /** Function 4. */
    Answer input(int unit, int start, int count);

    /** Function 16. */
    Answer write(int unit, int start, int... words);

    /** Function 6. */
    Answer writeOne(int unit, int start, int word);

    void disconnect();

    @Override
    void close();

    static Master of(Kind kind, String host, int port) {
        Path scripts = Path.of("src", "test", "resources", "peers");
        return switch (kind) {
            case MBPOLL -> new MbpollMaster(host, port);
            case PYMODBUS -> new Script(host, port, "/usr/bin/python3", scripts.resolve("master_pymodbus.py"));
            case MODBUS_SERIAL -> new Script(host, port, "node", scripts.resolve("master_modbus_serial.js"));
            case JSMODBUS -> new Script(host, port, "node", scripts.resolve("master_jsmodbus.js"));
        };
    }

    /** A program that takes orders line by line. */
    final class Script implements Master {

        /** Where the test runner's script puts them. */
        private static final Path NODE_MODULES = Path.of("target", "modbus-masters", "node_modules");

        private static final JsonMapper JSON = new JsonMapper();

        private final Process process;
        private final BufferedReader answers;

        Script(String host, int port, String interpreter, Path script) {
            if (interpreter.equals("node") && !Files.isDirectory(NODE_MODULES.resolve("modbus-serial"))) {
                throw new IllegalStateException(NODE_MODULES + " is missing: .ci/run puts it there");
            }
            ProcessBuilder builder =
                    new ProcessBuilder(interpreter, script.toString(), host, Integer.toString(port))
                            .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().put("NODE_PATH", NODE_MODULES.toAbsolutePath().toString());
            try {
                process = builder.start();
            } catch (IOException missing) {
                throw new UncheckedIOException(missing);
            }
            answers = process.inputReader(StandardCharsets.UTF_8);
        }

        private Answer order(Map<String, Object> order) {
            try {
                process.getOutputStream().write((JSON.writeValueAsString(order) + "\n").getBytes(StandardCharsets.UTF_8));
                process.getOutputStream().flush();
                String line = answers.readLine();
                if (line == null) {
                    throw new IllegalStateException("ended at " + order);
                }
                JsonNode answer = JSON.readTree(line);
                List<Integer> words = new ArrayList<>();
                answer.path("words").forEach(word -> words.add(word.intValue()));
                return new Answer(
                        words,
                        answer.path("value").asString(""),
                        answer.path("exception").asInt(0),
                        answer.path("failed").asString(""));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public Answer connect() {
            return order(Map.of("do", "connect"));
        }

        @Override
        public Answer read(int unit, int start, int count) {
            return order(Map.of("do", "read", "unit", unit, "start", start, "count", count));
        }

        @Override
        public Answer value(int unit, int start, int count, String type) {
            return order(Map.of("do", "value", "unit", unit, "start", start, "count", count, "type", type));
        }

        @Override
        public Answer input(int unit, int start, int count) {
            return order(Map.of("do", "input", "unit", unit, "start", start, "count", count));
        }

        @Override
        public Answer write(int unit, int start, int... words) {
            return order(Map.of("do", "write", "unit", unit, "start", start, "words", words));
        }

        @Override
        public Answer writeOne(int unit, int start, int word) {
            return order(Map.of("do", "writeOne", "unit", unit, "start", start, "words", new int[] {word}));
        }

        @Override
        public void disconnect() {
            order(Map.of("do", "close"));
        }

        @Override
        public void close() {
            process.destroy();
            try {
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
