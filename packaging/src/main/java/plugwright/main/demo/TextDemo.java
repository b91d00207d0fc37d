package plugwright.main.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import plugwright.api.StationInfo;
import plugwright.catalog.Catalogue;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.discovery.FinderSettings;
import plugwright.discovery.Found;
import plugwright.discovery.InfoProbe;
import plugwright.discovery.Source;
import plugwright.discovery.StationFinder;
import plugwright.discovery.StationState;
import plugwright.license.Feature;
import plugwright.license.FeatureSet;
import plugwright.license.LicenceKey;
import plugwright.model.Ampere;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.model.Problems;
import plugwright.model.SocketNumber;
import plugwright.net.NetworkAdapters;
import plugwright.session.Credentials;
import plugwright.session.FilePins;
import plugwright.session.Fingerprint;
import plugwright.session.HttpsTransport;
import plugwright.session.LinkEnvironment;
import plugwright.session.Course;
import plugwright.session.RebootWatch;
import plugwright.session.StationLink;
import plugwright.settings.Edit;
import plugwright.settings.FileJournal;
import plugwright.settings.KeyInstallation;
import plugwright.settings.SaveResult;
import plugwright.settings.SettingsPort;
import plugwright.settings.SettingsWriter;
import plugwright.settings.WriteOutcome;
import plugwright.station.sim.VehicleSpec;
import plugwright.station.site.DemoSites;
import plugwright.station.site.SimulatedSite;
import plugwright.station.site.SiteCommand;
import plugwright.station.site.StationAccess;

/**
 * Commissions the demo's double station step by step and tells what it does: discover, log in, unlock, set, reboot,
 * plug two vehicles in, watch them share. Ends at the first step that does not work.
 */
public final class TextDemo {

    private static final String WHO = "Plugwright demo";

    /** Faster than the world, so that the probing minute of a vehicle takes seconds; control still sees every step. */
    private static final double SPEED = 20;

    /** A station of this machine is found within a second or two. */
    private static final Duration FIND_PATIENCE = Duration.ofSeconds(30);

    private static final double STATION_MAXIMUM = 25;
    private static final double CONNECTOR_MAXIMUM = 32;
    private static final Ampere STRONG_VEHICLE = Ampere.of(32);
    private static final int THREE_PHASES = 3;
    private static final int ONE_PHASE = 1;

    /** What the guide calls the settings that are written here. */
    private static final Map<PropertyId, String> NAMES = Map.of(
            Known.LOAD_BALANCING_MODE, "Standard Load Balancing",
            Known.STATION_MAX_CURRENT, "Station maximum current (A)",
            Known.CONNECTOR_1_MAX_CURRENT, "Connector 1, max current (A)",
            Known.CONNECTOR_2_MAX_CURRENT, "Connector 2, max current (A)");

    private final Path folder;
    private final LinkEnvironment environment;
    private final Consumer<String> say;

    /**
     * @param folder where site, accepted certificates and journal are kept
     * @param say takes each line
     */
    public TextDemo(Path folder, Consumer<String> say) {
        this.folder = folder;
        this.environment = LinkEnvironment.real(WHO);
        this.say = say;
    }

    /** Runs all steps; takes about a minute. */
    public Outcome<StationInfo> run() {
        say.accept("A simulated car park with one double station: connectors of 16 A, load balancing locked.");
        return DemoSite.open(DemoSites.carPark(folder.resolve("site")).withSpeed(SPEED))
                .flatMap(site -> {
                    try (site) {
                        return commission(site, site.stations().getFirst());
                    }
                });
    }

    private Outcome<StationInfo> commission(SimulatedSite site, StationAccess station) {
        return find(station).flatMap(found -> {
            try (StationLink link = new StationLink(
                    found.at(),
                    new HttpsTransport(found.at()),
                    new FilePins(folder.resolve("certificates")),
                    environment)) {
                return logIn(link, station).flatMap(who -> unlock(link, station)
                        .flatMap(_ -> set(link, station))
                        .flatMap(_ -> watch(site, link, station))
                        .map(_ -> who));
            }
        });
    }

    private void step(int number, String title) {
        say.accept("");
        say.accept(number + "  " + title);
    }

    private void tell(String line) {
        say.accept("   " + line);
    }

    private Outcome<Found> find(StationAccess station) {
        step(1, "Find");
        CountDownLatch there = new CountDownLatch(1);
        FoundStation seen = new FoundStation(station);
        try (InfoProbe probe = new InfoProbe();
                StationFinder finder = StationFinder.start(
                        FinderSettings.standard(), NetworkAdapters::present, probe, list -> {
                            if (seen.isIn(list)) {
                                there.countDown();
                            }
                        })) {
            finder.refresh();
            if (!there.await(FIND_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                return Outcome.failed(
                        ProblemCode.NO_ANSWER, station.address(), Long.toString(FIND_PATIENCE.toSeconds()));
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Outcome.failed(ProblemCode.NO_ANSWER, station.address(), "0");
        }
        Found found = seen.found();
        tell("%s at %s, %s, firmware %s – seen by %s"
                .formatted(station.serial(),
                found.at(),
                found.facts().model().orElse("?"),
                found.facts().firmware().orElse("?"),
                found.sources().stream()
                        .sorted()
                        .map(source -> source == Source.MDNS ? "mDNS" : source.name())
                        .collect(Collectors.joining(" and "))));
        return Outcome.ok(found);
    }

    /** What the finder's newest list said of the one station; set before anyone reads it. */
    private static final class FoundStation {
        private final StationAccess station;
        private volatile Optional<Found> newest = Optional.empty();

        FoundStation(StationAccess station) {
            this.station = station;
        }

        boolean isIn(List<Found> list) {
            list.stream()
                    .filter(f -> f.serial().equals(Optional.of(station.serial())))
                    .filter(f -> f.state() instanceof StationState.Reachable)
                    .findFirst()
                    .ifPresent(f -> newest = Optional.of(f));
            return newest.isPresent();
        }

        Found found() {
            return newest.orElseThrow();
        }
    }

    private Outcome<StationInfo> logIn(StationLink link, StationAccess station) {
        step(2, "Log in");
        Credentials credentials = new Credentials(station.username(), station.password());
        Outcome<StationInfo> first = link.logIn(credentials).join();
        if (first instanceof Outcome.Failed<StationInfo>(var problem)
                && (problem.code() == ProblemCode.CERTIFICATE_UNKNOWN
                        || problem.code() == ProblemCode.CERTIFICATE_CHANGED)) {
            tell("First contact: its certificate is");
            tell(link.shownKey().map(Fingerprint::shown).orElse("?"));
            tell("It is accepted, and from now on nothing else is at this address.");
            first = link.accept(link.shownKey())
                    .thenCompose(_ -> link.logIn(credentials))
                    .join();
        }
        if (first instanceof Outcome.Ok<StationInfo>(var who)) {
            tell(who.identity().equals(who.objectId())
                    ? "Logged in to %s.".formatted(who.objectId())
                    : "Logged in to %s, called “%s”.".formatted(who.objectId(), who.identity()));
        }
        return first;
    }

    private Outcome<KeyInstallation.Unlocked> unlock(StationLink link, StationAccess station) {
        step(3, "Unlock Standard Load Balancing");
        tryLocked(link, station);
        Outcome<LicenceKey> key = DemoSites.licenceKey(
                station.serial(),
                FeatureSet.of(Feature.STANDARD_LOAD_BALANCING),
                LocalDate.now(ZoneOffset.UTC));
        return key.flatMap(k -> {
            tell("Key for %s: %s… (%d groups)"
                .formatted(station.serial(), k.text().substring(0, 13), k.groups().size()));
            Outcome<KeyInstallation.Unlocked> unlocked = new KeyInstallation(
                            link, RebootWatch.real(link, environment))
                    .install(k.text(), new Course())
                    .join();
            if (unlocked instanceof Outcome.Ok<KeyInstallation.Unlocked>(var bits)) {
                tell("The station took it, rebooted and is back. Unlocked: %s."
                .formatted(FeatureSet.ofBits((int) bits.after()).features().stream()
                                .map(f -> f.displayName(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
            }
            return unlocked;
        });
    }

    /** What comes of turning it on without a key. */
    private void tryLocked(StationLink link, StationAccess station) {
        Outcome<SaveResult> locked = write(link, station, new Edit.ReplaceBits(Known.LOAD_BALANCING_MODE, 1, 1));
        if (locked instanceof Outcome.Ok<SaveResult>(var result)) {
            tell(
                    result.isComplete()
                            ? "It is unlocked already, and on now."
                            : "It stays off: the station does not turn it on while it is locked (%s)."
                                    .formatted(firstProblem(result).code().code()));
        }
    }

    private Outcome<Long> set(StationLink link, StationAccess station) {
        step(4, "Set the limits, and reboot");
        Outcome<SaveResult> saved = save(
                link,
                station,
                new Edit.ReplaceBits(Known.LOAD_BALANCING_MODE, 1, 1),
                new Edit.Replace(Known.STATION_MAX_CURRENT, PropertyValue.of(STATION_MAXIMUM)),
                new Edit.Replace(Known.CONNECTOR_1_MAX_CURRENT, PropertyValue.of(CONNECTOR_MAXIMUM)),
                new Edit.Replace(Known.CONNECTOR_2_MAX_CURRENT, PropertyValue.of(CONNECTOR_MAXIMUM)));
        return switch (saved) {
            case Outcome.Failed<SaveResult>(var problem) -> Outcome.failed(problem);
            case Outcome.Ok<SaveResult>(var result) when !result.isComplete() ->
                Outcome.failed(firstProblem(result));
            case Outcome.Ok<SaveResult> _ -> {
                Outcome<Long> back =
                        RebootWatch.real(link, environment).reboot(new Course()).join();
                if (back instanceof Outcome.Ok<Long>(var count)) {
                    tell("Rebooted; by its own count this was start %d."
                .formatted(count));
                }
                yield back;
            }
        };
    }

    private Outcome<SaveResult> save(StationLink link, StationAccess station, Edit... edits) {
        Outcome<SaveResult> saved = write(link, station, edits);
        if (saved instanceof Outcome.Ok<SaveResult>(var result)) {
            result.outcomes().forEach(this::tellOutcome);
        }
        return saved;
    }

    private Outcome<SaveResult> write(StationLink link, StationAccess station, Edit... edits) {
        SettingsWriter writer = new SettingsWriter(
                Catalogue.shipped(), new FileJournal(folder.resolve("journal")), InstantSource.system(), WHO);
        return writer.save(station.serial(), List.of(edits), SettingsPort.of(link)).join();
    }

    private void tellOutcome(WriteOutcome outcome) {
        String name = NAMES.getOrDefault(outcome.id(), outcome.id().toString());
        switch (outcome) {
            case WriteOutcome.Written written ->
                tell("%-30s = %-4s read back and equal".formatted(name, shown(written.id(), written.value())));
            case WriteOutcome.Refused refused -> tell(text(named(refused.problem(), refused.id())));
            case WriteOutcome.NotWritten not -> tell(text(named(not.problem(), not.id())));
            case WriteOutcome.Lost lost -> tell(text(named(lost.problem(), lost.id())));
            case WriteOutcome.Adjusted adjusted ->
                tell("%-30s = %-4s is what the station made of %s"
                        .formatted(name, shown(adjusted.id(), adjusted.held()), shown(adjusted.id(), adjusted.asked())));
            case WriteOutcome.SentUnseen _ -> tell(name + " sent; it cannot be read back");
        }
    }

    private static String shown(PropertyId id, PropertyValue value) {
        return id.equals(Known.LOAD_BALANCING_MODE) ? (value.number() > 0 ? "on" : "off") : value.text();
    }

    /** Problems speak of properties by number; a user knows them by the guide's label. */
    private static Problem named(Problem problem, PropertyId id) {
        return new Problem(
                problem.code(),
                problem.details().stream()
                        .map(d -> d.equals(id.toString()) ? NAMES.getOrDefault(id, d) : d)
                        .toList());
    }

    private static String text(Problem problem) {
        return Problems.textWithCode(problem, Locale.getDefault());
    }

    private static Problem firstProblem(SaveResult result) {
        return result.outcomes().stream()
                .filter(WriteOutcome.Refused.class::isInstance)
                .map(o -> ((WriteOutcome.Refused) o).problem())
                .findFirst()
                .orElseGet(() -> Problem.of(ProblemCode.WRITE_LOST, ""));
    }

    private Outcome<SiteCommand> watch(SimulatedSite site, StationLink link, StationAccess station) {
        step(5, "Plug two vehicles in and watch them share");
        tell("Site time runs %.0f times as fast. Measured currents are those of the socket's meter."
                .formatted(SPEED));
        SharingWatch watch = new SharingWatch(link, this::tell);
        return site.command(new SiteCommand.PlugIn(
                        station.serial(), SocketNumber.ONE, VehicleSpec.of(THREE_PHASES, STRONG_VEHICLE)))
                .flatMap(plugged -> {
                    say.accept("");
                    tell("A three-phase vehicle at socket 1.");
                    return watch.until(SharingWatch.Goal.ONE_CHARGES_WITH_ALL).map(_ -> plugged);
                })
                .flatMap(_ -> site.command(new SiteCommand.PlugIn(
                        station.serial(), SocketNumber.TWO, VehicleSpec.of(ONE_PHASE, STRONG_VEHICLE))))
                .flatMap(plugged -> {
                    say.accept("");
                    tell("A one-phase vehicle at socket 2.");
                    return watch.until(SharingWatch.Goal.TWO_SHARE).map(_ -> plugged);
                })
                .flatMap(_ -> site.command(new SiteCommand.Unplug(station.serial(), SocketNumber.TWO)))
                .flatMap(plugged -> {
                    say.accept("");
                    tell("The vehicle at socket 2 leaves.");
                    return watch.until(SharingWatch.Goal.ONE_CHARGES_WITH_ALL).map(_ -> plugged);
                });
    }
}
