package plugwright.main;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import plugwright.model.Ampere;
import plugwright.model.Outcome;
import plugwright.model.SocketNumber;
import plugwright.station.sim.VehicleSpec;
import plugwright.station.site.SimulatedSite;
import plugwright.station.site.SiteCommand;
import plugwright.station.site.SiteHouse;
import plugwright.station.site.SitePlan;
import plugwright.station.site.StationAccess;
import plugwright.station.site.StationModel;
import tools.jackson.databind.node.ObjectNode;

/** {@code plugwright station}: software stations, each on its own loopback address, until ended. */
@Command(
        name = "station",
        description = "Runs software stations, each on a loopback address of its own, until ended.",
        mixinStandardHelpOptions = true)
final class StationCommand implements Callable<Integer> {

    private static final Pattern VEHICLE = Pattern.compile("([123])x([6-9]|[1-5][0-9]|6[0-3])");

    private final Wiring wiring;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--count", defaultValue = "1", paramLabel = "N", description = "How many; ${DEFAULT-VALUE} if not given.")
    private int count;

    @Option(
            names = "--sockets",
            defaultValue = "2",
            paramLabel = "1|2",
            description = "Sockets of each; ${DEFAULT-VALUE} if not given.")
    private int sockets;

    @Option(
            names = "--first-address",
            defaultValue = SitePlan.DEFAULT_FIRST_ADDRESS,
            paramLabel = "ADDRESS",
            description = "Address of the first, each further one has the next; ${DEFAULT-VALUE} if not given.")
    private String firstAddress = SitePlan.DEFAULT_FIRST_ADDRESS;

    @Option(
            names = "--api-port",
            defaultValue = "" + SitePlan.DEFAULT_API_PORT,
            paramLabel = "PORT",
            description = "HTTPS; ${DEFAULT-VALUE} if not given.")
    private int apiPort;

    @Option(
            names = "--modbus-port",
            defaultValue = "" + SitePlan.DEFAULT_MODBUS_PORT,
            paramLabel = "PORT",
            description = "Modbus TCP; open while Active Load Balancing is unlocked and its data source lets an EMS in; ${DEFAULT-VALUE} if not given.")
    private int modbusPort;

    @Option(
            names = "--speed",
            defaultValue = "1",
            paramLabel = "N",
            description = "Seconds that pass at the site in one of ours, up to 600.")
    private double speed;

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            description = "Where settings, certificates and passwords are kept.")
    private @Nullable Path stateDirectory;

    @Option(
            names = "--p1-port",
            paramLabel = "DEVICE",
            description = "Serial port of a smart meter, e.g. /dev/ttyUSB0, connected to the first station's P1 port.")
    private @Nullable String p1Port;

    @Mixin
    private final NetworkOptions network = new NetworkOptions();

    @Option(
            names = "--vehicles",
            paramLabel = "PHASESxA",
            description = "Plugs a vehicle in at every socket, e.g. 3x32: three phases, up to 32 A.")
    private @Nullable String vehicles;

    @Option(
            names = "--limits-log",
            paramLabel = "FILE",
            description = "Appends what every vehicle is told, ten times a second: time in ms, serial number, socket, mA.")
    private @Nullable Path limitsLog;

    @Mixin
    private final HouseOptions houseOptions = new HouseOptions();

    @Option(names = "--json", description = "One JSON value a line, for each station when it is ready.")
    private boolean json;

    StationCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws InterruptedException {
        return switch (houseOptions.house()) {
            case Outcome.Failed<Optional<SiteHouse>>(var problem) -> wiring.console().fail(problem);
            case Outcome.Ok<Optional<SiteHouse>>(var house) -> open(house);
        };
    }

    private int open(Optional<SiteHouse> house) throws InterruptedException {
        switch (network.addTo(plan(), wiring.environment()).flatMap(SimulatedSite::open)) {
            case Outcome.Failed<SimulatedSite>(var problem) -> {
                return wiring.console().fail(problem);
            }
            case Outcome.Ok<SimulatedSite>(var site) -> {
                try (site) {
                    return run(site, house);
                }
            }
        }
    }

    private int run(SimulatedSite site, Optional<SiteHouse> house) throws InterruptedException {
        String device = p1Port;
        if (device != null) {
            site.connectP1(site.stations().getFirst().serial(), device);
            noteWhereMissing(device);
        }
        if (house.isPresent()) {
            switch (site.build(house.get())) {
                case Outcome.Failed<Integer>(var problem) -> {
                    return wiring.console().fail(problem);
                }
                case Outcome.Ok<Integer>(var port) -> tell(house.get(), port);
            }
        }
        vehicle().ifPresent(vehicle -> plugIn(site, vehicle));
        Path file = limitsLog;
        if (file != null && LimitsLog.open(site, file) instanceof Outcome.Failed<LimitsLog>(var problem)) {
            return wiring.console().fail(problem);
        }
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            site.close();
            ended.countDown();
        }));
        site.stations().forEach(this::tell);
        if (!json) {
            wiring.console().note("Running until ended with Ctrl+C.");
        }
        ended.await();
        return ExitCode.OK;
    }

    /** A cable may be plugged in later; a name may be mistyped too. */
    private void noteWhereMissing(String device) {
        if (device.startsWith("/") && !Files.exists(Path.of(device))) {
            wiring.console().note("There is no " + device + " yet; the first station reads it as soon as there is.");
        }
    }

    private Optional<VehicleSpec> vehicle() {
        String kind = vehicles;
        if (kind == null) {
            return Optional.empty();
        }
        Matcher parts = VEHICLE.matcher(kind);
        if (!parts.matches()) {
            throw wrong("--vehicles is like 3x32, 1 to 3 phases and 6 to 63 A, not " + kind);
        }
        return Optional.of(VehicleSpec.of(Integer.parseInt(parts.group(1)), Ampere.of(Integer.parseInt(parts.group(2)))));
    }

    private void plugIn(SimulatedSite site, VehicleSpec vehicle) {
        for (StationAccess station : site.stations()) {
            for (int socket = 0; socket < sockets; socket++) {
                site.command(new SiteCommand.PlugIn(station.serial(), SocketNumber.values()[socket], vehicle));
            }
        }
    }

    private SitePlan plan() {
        vehicle();
        if (sockets != 1 && sockets != 2) {
            throw wrong("--sockets is 1 or 2, not " + sockets);
        }
        if (count < 1 || count > SitePlan.MAX_STATIONS) {
            throw wrong("--count is 1 to " + SitePlan.MAX_STATIONS + ", not " + count);
        }
        if (!(speed > 0) || speed > SitePlan.MAX_SPEED) {
            throw wrong("--speed is above 0, up to " + SitePlan.MAX_SPEED + ", not " + speed);
        }
        Path folder = stateDirectory == null ? wiring.folders().state().resolve("stations") : stateDirectory;
        return SitePlan.of(sockets == 1 ? StationModel.single() : StationModel.fullDouble(), folder)
                .withCount(count)
                .withFirstAddress(firstAddress)
                .withPorts(apiPort, modbusPort)
                .withSpeed(speed);
    }

    private ParameterException wrong(String why) {
        CommandSpec known = spec;
        return new ParameterException(
                known == null ? new picocli.CommandLine(this) : known.commandLine(), why);
    }

    /** Where the house's meter is; a station listens to it once its settings say so. */
    private void tell(SiteHouse house, int port) {
        wiring.console().note(house.at()
                .map(at -> "The house's meter answers at " + at.address() + ":" + port + ", unit " + at.unit()
                        + ". A station asks it once it is set to (5217_0 = 4, 2523, F006_1).")
                .orElse("The house's meter is at the P1 port of the first station, which listens once it is set to"
                        + " (5217_0 = 5)."));
    }

    private void tell(StationAccess station) {
        if (json) {
            ObjectNode node = wiring.console().object();
            node.put("serial", station.serial().serial());
            node.put("address", station.address());
            node.put("apiPort", station.apiPort());
            node.put("modbusPort", station.modbusPort());
            node.put("username", station.username());
            node.put("password", station.password());
            wiring.console().json(node);
        } else {
            wiring.console()
                    .say(station.serial() + "  https://" + station.address() + ":" + station.apiPort() + "  user "
                            + station.username() + "  password " + station.password());
        }
    }
}
