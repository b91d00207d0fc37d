package plugwright.main;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plugwright.meter.GridCurrent;
import plugwright.meter.GridReading;
import plugwright.meter.p1.P1Currents;
import plugwright.meter.p1.P1Fault;
import plugwright.meter.p1.P1Parser;
import plugwright.meter.p1.P1Sink;
import plugwright.meter.p1.P1Telegram;
import plugwright.model.Ampere;
import plugwright.model.FileTrouble;
import plugwright.model.Problem;
import plugwright.model.Problems;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code plugwright p1 decode}: what the telegrams in a file or stream say. */
@Command(
        name = "decode",
        description = {
            "Reads P1 telegrams, as a serial port gives them, and writes a line for each: time, version and current per"
                    + " phase, negative where it feeds in; or what was refused and why.",
            "Guarded is what a fuse is protected by: a margin for meters that tell whole ampere is added.",
            "Exit code 0 only where there were telegrams and all could be decoded. How old a telegram is shows only"
                    + " when it arrives; that is not judged here."
        },
        mixinStandardHelpOptions = true)
final class P1DecodeCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";
    private static final int PIECE_BYTES = 8_192;

    private final Wiring wiring;

    @Parameters(paramLabel = "FILE|-", description = "A file, or - for standard input.")
    private String source = STANDARD_INPUT;

    @Option(names = "--json", description = "One JSON value a line.")
    private boolean json;

    P1DecodeCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() {
        P1Parser parser = new P1Parser();
        Lines lines = new Lines();
        try (InputStream in = STANDARD_INPUT.equals(source) ? System.in : Files.newInputStream(Path.of(source))) {
            byte[] piece = new byte[PIECE_BYTES];
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                parser.feed(piece, 0, count, lines);
            }
        } catch (IOException e) {
            return wiring.console().fail(FileTrouble.reading(source, e));
        }
        parser.end(lines);
        if (parser.noiseBytes() > 0) {
            wiring.console().note("Passed over " + parser.noiseBytes() + " bytes that belong to no telegram.");
        }
        if (lines.decoded == 0 && lines.refused == 0) {
            wiring.console().note("There is no telegram in it. One begins with a slash and ends with ! and a checksum.");
        }
        return lines.decoded > 0 && lines.refused == 0 ? ExitCode.OK : ExitCode.FAILED;
    }

    /** Writes a line for each result. */
    private final class Lines implements P1Sink {

        private int decoded;
        private int refused;

        @Override
        public void telegram(P1Telegram telegram) {
            decoded++;
            GridReading reading = P1Currents.of(telegram);
            if (json) {
                ObjectNode node = wiring.console().object();
                node.put("decoded", true);
                node.put("time", telegram.time().toString());
                node.put("version", telegram.version().text());
                node.put("versionCode", telegram.version().code());
                currents(node.putArray("currents"), reading, GridCurrent::measured);
                currents(node.putArray("guarded"), reading, GridCurrent::guarded);
                node.put("tellsFeedIn", reading.tellsFeedIn());
                wiring.console().json(node);
            } else {
                wiring.console()
                        .say(telegram.time() + "  " + telegram.version().text() + "  "
                                + text(reading, GridCurrent::measured)
                                + "  (guarded " + text(reading, GridCurrent::guarded) + ")"
                                + (reading.tellsFeedIn() ? "" : "  no power per phase: feed-in is not seen"));
            }
        }

        @Override
        public void refused(P1Fault fault) {
            refused++;
            Problem problem = fault.problem();
            if (json) {
                ObjectNode node = wiring.console().object();
                node.put("decoded", false);
                node.put("code", problem.code().code());
                node.put("reason", Problems.text(problem, Locale.getDefault()));
                wiring.console().json(node);
            } else {
                wiring.console().say("refused  " + Problems.textWithCode(problem, Locale.getDefault()));
            }
        }

        private static void currents(ArrayNode array, GridReading reading, Function<GridCurrent, Ampere> which) {
            reading.phases().forEach(p -> array.add(which.apply(p).value()));
        }

        private static String text(GridReading reading, Function<GridCurrent, Ampere> which) {
            return reading.phases().stream()
                    .map(p -> String.format(Locale.ROOT, "%.2f", which.apply(p).value()))
                    .collect(Collectors.joining(" / ", "", " A"));
        }
    }
}
