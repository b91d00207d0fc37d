package plugwright.meter.p1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plugwright.meter.GridCurrent;
import plugwright.meter.GridReading;
import plugwright.model.Ampere;

/** The telegrams of the folder {@code p1}, and what a parser makes of bytes as lines of text. */
final class Telegrams {

    private static final Path FOLDER = Path.of("src", "test", "resources", "p1");

    private Telegrams() {}

    static List<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(n -> n.endsWith(".p1"))
                    .map(n -> n.substring(0, n.length() - 3))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(FOLDER.resolve(name + ".p1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> expected(String name) {
        try {
            return Files.readAllLines(FOLDER.resolve(name + ".expected"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a line for each result. */
    static final class Lines implements P1Sink {

        final List<String> lines = new ArrayList<>();

        @Override
        public void telegram(P1Telegram telegram) {
            GridReading reading = P1Currents.of(telegram);
            lines.add(telegram.version().text() + " " + telegram.time()
                    + " measured " + list(reading.phases().stream().map(GridCurrent::measured))
                    + " guarded " + list(reading.phases().stream().map(GridCurrent::guarded)));
        }

        @Override
        public void refused(P1Fault fault) {
            lines.add("refused " + fault.problem().code().code());
        }

        private static String list(Stream<Ampere> currents) {
            return currents.map(a -> String.format(Locale.ROOT, "%.3f", a.value())).collect(Collectors.joining(" "));
        }
    }
}
