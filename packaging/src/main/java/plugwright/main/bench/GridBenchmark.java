package plugwright.main.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.license.Feature;
import plugwright.model.Ampere;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.model.SocketNumber;
import plugwright.station.sim.VehicleSpec;
import plugwright.station.site.SimulatedSite;
import plugwright.station.site.SiteCommand;
import plugwright.station.site.SiteNetwork;
import plugwright.station.site.SitePlan;
import plugwright.station.site.StationAccess;
import plugwright.station.site.StationModel;

/**
 * From the last byte of a P1 telegram over the limit to the lower limit told, through a real serial device: by one
 * station, and by all 128 sockets of a network of which one member that does not lead reads the meter.
 */
public final class GridBenchmark implements Benchmark {

    /** A minute of the one station's site passes in a second, so that limits rise again soon; no wait depends on it. */
    private static final int MINUTES_A_SECOND = 60;

    private static final int CALM_HOUSE = 2;
    private static final int BUSY_HOUSE = 12;
    private static final int FUSE = 25;

    private static final int STATIONS = 64;
    private static final int SOCKETS = 2 * STATIONS;

    /** Not that of stations which may run on this machine, nor of the other benchmark. */
    private static final int NETWORK_PORT = 36_552;

    /** 16 A for each socket: all are probed at once. */
    private static final int NETWORK_FUSE = 16 * SOCKETS;

    private static final double SETTLING_SPEED = 20;
    private static final long SETTLING_NANOS = 180_000_000_000L;

    /** A member says news three times a second at most. */
    private static final long NETWORK_TELEGRAM_EVERY_MILLIS = 700;

    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final long TELEGRAM_EVERY_MILLIS = 100;
    private static final int WARM_UP_ROUNDS = 5;
    private static final double NANOS_A_MILLI = 1e6;
    private static final int MILLI = 1_000;
    private static final double NINETY_NINE = 0.99;

    private final Path folder;
    private final int rounds;

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
        return "From a P1 telegram's last byte over the limit to the lower limit told, by one station and by a network"
                + " of 128 sockets, through a serial device (needs socat).";
    }

    @Override
    public Outcome<List<Figure>> run() {
        return measured("one station", onePlan(), this::byOne)
                .flatMap(one -> measured(SOCKETS + " sockets", networkPlan(), this::byNetwork)
                        .map(many -> joined(one, many)));
    }

    private static List<Figure> joined(List<Figure> one, List<Figure> many) {
        List<Figure> all = new ArrayList<>(one);
        all.addAll(many);
        return List.copyOf(all);
    }

    /** What is done with an open site and its meter: how many ms each round took; none where the limits do not follow. */
    private interface Course {
        double[] run(SimulatedSite site, SerialMeter meter) throws IOException, InterruptedException;
    }

    private Outcome<List<Figure>> measured(String name, SitePlan plan, Course course) {
        try (SerialMeter meter = new SerialMeter(folder.resolve("serial-" + name.replace(' ', '-')))) {
            return SimulatedSite.open(plan).flatMap(opened -> {
                try (opened) {
                    double[] millis = course.run(opened, meter);
                    return millis.length == 0
                            ? Outcome.failed(ProblemCode.BAD_ARGUMENT, "The limits do not follow the meter.")
                            : Outcome.ok(figures(name, millis));
                } catch (IOException e) {
                    return Outcome.failed(ProblemCode.BAD_ARGUMENT, "The serial device broke: " + e.getMessage());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return Outcome.failed(ProblemCode.BAD_ARGUMENT, "ended");
                }
            });
        } catch (IOException e) {
            return Outcome.failed(ProblemCode.BAD_ARGUMENT, "This needs socat: " + e.getMessage());
        }
    }

    private static List<Figure> figures(String name, double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        double p99 = sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * NINETY_NINE))];
        return List.of(
                Figure.of("limit told, " + name, "ms", millis),
                Figure.of("limit told, " + name + ", p99", "ms", p99));
    }

    /** Stations with active load balancing by a P1 meter that does not see them. */
    private static StationModel metered(int fuse) {
        Map<PropertyId, PropertyValue> settings = Map.of(
                Known.LOAD_BALANCING_MODE, PropertyValue.of(3),
                Known.SMART_METER_MAX_CURRENT, PropertyValue.of((double) fuse),
                Known.ALB_DATA_SOURCE, PropertyValue.of(0),
                PropertyId.of("206F_0"), PropertyValue.of(0),
                PropertyId.of("5217_0"), PropertyValue.of(5));
        return StationModel.fullDouble().delivered(settings, Feature.ACTIVE_LOAD_BALANCING);
    }

    private SitePlan onePlan() {
        return SitePlan.of(metered(FUSE), folder.resolve("stations"))
                .withFirstAddress("127.0.0.62")
                .withPorts(0, SitePlan.DEFAULT_MODBUS_PORT)
                .withFoundBy(Set.of())
                .withSpeed(MINUTES_A_SECOND);
    }

    private SitePlan networkPlan() {
        return SitePlan.of(metered(NETWORK_FUSE), folder.resolve("network-stations"))
                .withFirstAddress("127.5.1.1")
                .withCount(STATIONS)
                .withPorts(0, SitePlan.DEFAULT_MODBUS_PORT)
                .withFoundBy(Set.of())
                .withNetwork(SiteNetwork.of("GRID", SOCKETS).withTotal(Ampere.of(NETWORK_FUSE)))
                .withNetworkPort(NETWORK_PORT);
    }

    /** Again and again: the limit stands high, a telegram over it comes, the limit is low. */
    private double[] byOne(SimulatedSite site, SerialMeter meter) throws IOException, InterruptedException {
        StationAccess station = site.stations().getFirst();
        site.connectP1(station.serial(), meter.reader());
        plug(site, station, SocketNumber.ONE);
        double[] millis = new double[rounds];
        for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
            long giveUp = System.nanoTime() + PATIENCE_NANOS;
            while (told(site) < (FUSE - CALM_HOUSE) * MILLI) {
                if (System.nanoTime() > giveUp) {
                    return new double[0];
                }
                meter.send(CALM_HOUSE);
                Thread.sleep(TELEGRAM_EVERY_MILLIS);
            }
            double took = until(() -> told(site) <= (FUSE - BUSY_HOUSE) * MILLI, meter.send(BUSY_HOUSE));
            if (Double.isNaN(took)) {
                return new double[0];
            }
            millis[Math.max(0, round)] = took;
        }
        return millis;
    }

    private static int told(SimulatedSite site) {
        return site.snapshot().stations().getFirst().inside().socket(SocketNumber.ONE).offer().told().milliampere();
    }

    /** Step by step: the house takes an ampere more, every socket is told its share less. */
    private double[] byNetwork(SimulatedSite site, SerialMeter meter) throws IOException, InterruptedException {
        site.connectP1(site.stations().get(1).serial(), meter.reader());
        for (StationAccess station : site.stations()) {
            plug(site, station, SocketNumber.ONE);
            plug(site, station, SocketNumber.TWO);
        }
        site.command(new SiteCommand.SetSpeed(SETTLING_SPEED));
        long giveUp = System.nanoTime() + SETTLING_NANOS;
        while (!site.told().stream().allMatch(one -> one >= share(0) - 1)) {
            if (System.nanoTime() > giveUp) {
                return new double[0];
            }
            meter.send(0);
            Thread.sleep(TELEGRAM_EVERY_MILLIS);
        }
        site.command(new SiteCommand.SetSpeed(SitePlan.REAL_TIME));
        double[] millis = new double[rounds];
        for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
            Thread.sleep(NETWORK_TELEGRAM_EVERY_MILLIS);
            int house = WARM_UP_ROUNDS + round + 1;
            double took = until(() -> site.told().stream().allMatch(one -> one <= share(house)), meter.send(house));
            if (Double.isNaN(took)) {
                return new double[0];
            }
            millis[Math.max(0, round)] = took;
        }
        return millis;
    }

    private static int share(int house) {
        return (NETWORK_FUSE - house) * MILLI / SOCKETS;
    }

    private static void plug(SimulatedSite site, StationAccess station, SocketNumber socket) {
        site.command(new SiteCommand.PlugIn(station.serial(), socket, VehicleSpec.of(3, Ampere.of(32))));
    }

    /** @return ms from a moment until it holds; NaN where it does not come to hold */
    private static double until(BooleanSupplier holds, long begun) throws InterruptedException {
        long giveUp = begun + PATIENCE_NANOS;
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > giveUp) {
                return Double.NaN;
            }
            Thread.sleep(1);
        }
        return (System.nanoTime() - begun) / NANOS_A_MILLI;
    }
}
