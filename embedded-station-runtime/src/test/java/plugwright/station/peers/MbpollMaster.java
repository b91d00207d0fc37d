package plugwright.station.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import plugwright.wire.modbus.RegisterValues;

/** The program mbpoll: a connection of its own for each order. Values of 64 bit and texts it knows only as words. */
final class MbpollMaster implements Master {

    /** {@code [306]: 230} or {@code [306]: 65535 (-1)}. */
    private static final Pattern LINE = Pattern.compile("^\\[(\\d+)\\]:\\s+(\\S+).*$", Pattern.MULTILINE);

    /** In the words of libmodbus. */
    private static final Map<String, Integer> EXCEPTIONS = Map.of(
            "Illegal function", 1,
            "Illegal data address", 2,
            "Illegal data value", 3,
            "Target device failed to respond", 11);

    private static final int HEX = 16;

    private final String host;
    private final int port;

    MbpollMaster(String host, int port) {
        this.host = host;
        this.port = port;
    }

    private Answer run(List<String> options, List<String> values) {
        List<String> command =
                new ArrayList<>(List.of("mbpoll", "-m", "tcp", "-0", "-1", "-B", "-p", Integer.toString(port)));
        command.addAll(options);
        command.add(host);
        command.addAll(values);
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 && !output.contains("failed") ? good(output) : bad(output);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(asked);
        }
    }

    private static Answer good(String output) {
        List<Integer> words = new ArrayList<>();
        String value = "";
        Matcher line = LINE.matcher(output);
        while (line.find()) {
            value = line.group(2);
            if (value.startsWith("0x")) {
                words.add(Integer.parseInt(value.substring(2), HEX));
            }
        }
        return new Answer(words, value, 0, "");
    }

    private static Answer bad(String output) {
        return EXCEPTIONS.entrySet().stream()
                .filter(e -> output.contains("failed: " + e.getKey()))
                .findFirst()
                .map(e -> new Answer(List.of(), "", e.getValue(), ""))
                .orElseGet(() -> new Answer(List.of(), "", 0, output));
    }

    private static List<String> at(int unit, int start, int count, String type) {
        return List.of(
                "-a", Integer.toString(unit), "-r", Integer.toString(start), "-c", Integer.toString(count), "-t", type);
    }

    @Override
    public Answer connect() {
        return Answer.DONE;
    }

    @Override
    public Answer read(int unit, int start, int count) {
        return run(at(unit, start, count, "4:hex"), List.of());
    }

    @Override
    public Answer value(int unit, int start, int count, String type) {
        return switch (type) {
            case "FLOAT32" -> run(at(unit, start, 1, "4:float"), List.of());
            case "UNSIGNED32" -> run(at(unit, start, 1, "4:int"), List.of());
            case "SIGNED16", "UNSIGNED16" -> run(at(unit, start, 1, "4"), List.of());
            default -> fromWords(read(unit, start, count), type);
        };
    }

    private static Answer fromWords(Answer read, String type) {
        int[] words = read.words().stream().mapToInt(w -> w).toArray();
        String value = switch (type) {
            case "STRING" -> RegisterValues.text(words);
            case "FLOAT64" -> Double.toString(RegisterValues.float64(words));
            default -> Long.toString(RegisterValues.unsigned(words));
        };
        return new Answer(read.words(), value, read.exception(), read.failed());
    }

    @Override
    public Answer input(int unit, int start, int count) {
        return run(at(unit, start, count, "3"), List.of());
    }

    @Override
    public Answer write(int unit, int start, int... words) {
        return run(
                List.of("-a", Integer.toString(unit), "-r", Integer.toString(start), "-t", "4"),
                Arrays.stream(words).mapToObj(Integer::toString).collect(Collectors.toList()));
    }

    /** One word it writes by function 6. */
    @Override
    public Answer writeOne(int unit, int start, int word) {
        return write(unit, start, word);
    }

    @Override
    public void disconnect() {
        // after each order
    }

    @Override
    public void close() {
        // nothing is open
    }
}
