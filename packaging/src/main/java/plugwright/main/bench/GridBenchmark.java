package plugwright.main.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.license.Feature;
import plugwright.license.FeatureSet;
import plugwright.meter.Crc16;
import plugwright.model.Ampere;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.model.SocketNumber;
import plugwright.station.sim.VehicleSpec;
import plugwright.station.site.SimulatedSite;
import plugwright.station.site.SiteCommand;
import plugwright.station.site.SitePlan;
import plugwright.station.site.StationAccess;
import plugwright.station.site.StationModel;

/**
 * From the last byte of a P1 telegram over the limit to the lower limit told, through a real serial device: a pair made
 * by socat. A minute of the site passes in a second, so that limits rise again soon; what is measured does not depend
 * on that.
 */
public final class GridBenchmark implements Benchmark {

    private static final int MINUTES_A_SECOND = 60;
    private static final int CALM_HOUSE = 2;
    private static final int BUSY_HOUSE = 12;
    private static final int FUSE = 25;
    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final long TELEGRAM_EVERY_MILLIS = 100;
    private static final int WARM_UP_ROUNDS = 5;
    private static final double NANOS_A_MILLI = 1e6;
    private static final double NINETY_NINE = 0.99;
    private static final int PHASES = 3;

    private final Path folder;
    private final int rounds;
    private int second;

    /** @param rounds counted, after a few that are not */
    public GridBenchmark(Path folder, int rounds) {
        this.folder = folder;
        this.rounds = rounds;
    }

    @Override
    public String name() {
        return "grid";
    }

    @Override
    public String description() {
        return "From a P1 telegram's last byte over the limit to the lower limit told, through a serial device (needs socat).";
    }

    @Override
    public Outcome<List<Figure>> run() {
        try {
            Files.createDirectories(folder);
            Process socat = new ProcessBuilder("socat", "pty,rawer,link=" + meter(), "pty,rawer,link=" + reader())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                return SimulatedSite.open(plan()).flatMap(this::measure);
            } finally {
                socat.destroy();
                socat.waitFor(1, TimeUnit.SECONDS);
            }
        } catch (IOException e) {
            return Outcome.failed(ProblemCode.BAD_ARGUMENT, "This needs socat: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.failed(ProblemCode.BAD_ARGUMENT, "ended");
        }
    }

    private Path meter() {
        return folder.resolve("meter");
    }

    private Path reader() {
        return folder.resolve("reader");
    }

    /** A station with active load balancing by a P1 meter that does not see it. */
    private SitePlan plan() {
        StationModel usual = StationModel.fullDouble();
        Map<PropertyId, PropertyValue> factory = new HashMap<>(usual.factory());
        factory.put(Known.LOAD_BALANCING_MODE, PropertyValue.of(3));
        factory.put(Known.SMART_METER_MAX_CURRENT, PropertyValue.of((double) FUSE));
        factory.put(Known.ALB_DATA_SOURCE, PropertyValue.of(0));
        factory.put(PropertyId.of("206F_0"), PropertyValue.of(0));
        factory.put(PropertyId.of("5217_0"), PropertyValue.of(5));
        StationModel model = new StationModel(
                usual.article(), usual.type(), usual.shape(), factory, FeatureSet.of(Feature.ACTIVE_LOAD_BALANCING));
        return SitePlan.of(model, folder.resolve("stations"))
                .withFirstAddress("127.0.0.62")
                .withPorts(0, SitePlan.DEFAULT_MODBUS_PORT)
                .withFoundBy(Set.of())
                .withSpeed(MINUTES_A_SECOND);
    }

    private Outcome<List<Figure>> measure(SimulatedSite opened) {
        try (SimulatedSite site = opened) {
            StationAccess station = site.stations().getFirst();
            site.connectP1(station.serial(), reader().toString());
            site.command(new SiteCommand.PlugIn(station.serial(), SocketNumber.ONE, VehicleSpec.of(3, Ampere.of(32))));
            double[] millis = new double[rounds];
            for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
                Optional<Double> took = round(site);
                if (took.isEmpty()) {
                    return Outcome.failed(ProblemCode.BAD_ARGUMENT, "The station does not follow its meter.");
                }
                if (round >= 0) {
                    millis[round] = took.get();
                }
            }
            double[] sorted = millis.clone();
            Arrays.sort(sorted);
            double p99 = sorted[(int) Math.min(rounds - 1L, Math.round(rounds * NINETY_NINE))];
            return Outcome.ok(List.of(
                    Figure.of("telegram's end to limit told", "ms", millis),
                    Figure.of("the same, 99th percentile", "ms", p99)));
        } catch (IOException e) {
            return Outcome.failed(ProblemCode.BAD_ARGUMENT, "The serial device broke: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.failed(ProblemCode.BAD_ARGUMENT, "ended");
        }
    }

    /** The limit stands high, a telegram over it comes, the limit is low. @return what that took in ms */
    private Optional<Double> round(SimulatedSite site) throws IOException, InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE_NANOS;
        while (told(site) < Ampere.of(FUSE - CALM_HOUSE).milliampere()) {
            if (System.nanoTime() > giveUp) {
                return Optional.empty();
            }
            send(CALM_HOUSE);
            Thread.sleep(TELEGRAM_EVERY_MILLIS);
        }
        long sent = send(BUSY_HOUSE);
        while (told(site) > Ampere.of(FUSE - BUSY_HOUSE).milliampere()) {
            if (System.nanoTime() > giveUp) {
                return Optional.empty();
            }
            Thread.sleep(1);
        }
        return Optional.of((System.nanoTime() - sent) / NANOS_A_MILLI);
    }

    private static int told(SimulatedSite site) {
        return site.snapshot().stations().getFirst().inside().socket(SocketNumber.ONE).offer().told().milliampere();
    }

    /** @return when its last byte was written */
    private long send(int ampere) throws IOException {
        second++;
        StringBuilder body = new StringBuilder(String.format(
                "/PLW5BENCH\r\n\r\n1-3:0.2.8(50)\r\n0-0:1.0.0(260601%02d%02d%02dS)\r\n",
                second / 3_600, second / 60 % 60, second % 60));
        for (int phase = 0; phase < PHASES; phase++) {
            int at = 20 * phase;
            body.append(String.format("1-0:%d.7.0(%03d.00*A)\r\n", 31 + at, ampere));
            body.append(String.format("1-0:%d.7.0(%02d.%03d*kW)\r\n", 21 + at, ampere * 230 / 1_000, ampere * 230 % 1_000));
            body.append(String.format("1-0:%d.7.0(230.0*V)\r\n", 32 + at));
        }
        byte[] bytes = body.append('!').toString().getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = Files.newOutputStream(meter())) {
            out.write(bytes);
            out.write(String.format("%04X\r\n", Crc16.arc(bytes, 0, bytes.length)).getBytes(StandardCharsets.US_ASCII));
        }
        return System.nanoTime();
    }
}
