package plugwright.station.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plugwright.api.PropertyRow;
import plugwright.catalog.Known;
import plugwright.license.Feature;
import plugwright.license.FeatureSet;
import plugwright.license.LicenceKey;
import plugwright.model.HostPort;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;
import plugwright.session.Course;
import plugwright.session.Credentials;
import plugwright.session.FilePins;
import plugwright.session.HttpsTransport;
import plugwright.session.LinkEnvironment;
import plugwright.session.LinkState;
import plugwright.session.RebootWatch;
import plugwright.session.RequestClass;
import plugwright.session.StationLink;
import plugwright.settings.KeyInstallation;

/** The tool's link against a software station over real sockets: what only both together can show. */
class LinkToStationTest {

    private static final LinkEnvironment REAL = LinkEnvironment.real("test");

    @TempDir
    private Path folder;

    private SimulatedSite site;
    private StationAccess station;
    private StationLink link;

    @BeforeEach
    void open() {
        openSite("127.0.0.120");
        link = newLink();
    }

    private void openSite(String address) {
        site = ((Outcome.Ok<SimulatedSite>) SimulatedSite.open(DemoSites.carPark(folder.resolve("site"))
                        .withFirstAddress(address)
                        .withPorts(0, SitePlan.DEFAULT_MODBUS_PORT)
                        .withSpeed(20)
                        .withFoundBy(Set.of())))
                .value();
        station = site.stations().getFirst();
    }

    private StationLink newLink() {
        HostPort address = new HostPort(station.address(), station.apiPort());
        return new StationLink(address, new HttpsTransport(address), new FilePins(folder.resolve("pins")), REAL);
    }

    @AfterEach
    void close() {
        link.close();
        site.close();
    }

    private static <T> Outcome<T> await(CompletableFuture<Outcome<T>> future) {
        return future.orTimeout(120, TimeUnit.SECONDS).join();
    }

    private static Problem problem(Outcome<?> outcome) {
        return ((Outcome.Failed<?>) outcome).problem();
    }

    private static ProblemCode code(Outcome<?> outcome) {
        return ((Outcome.Failed<?>) outcome).problem().code();
    }

    private void logIn() {
        await(link.accept(Optional.empty()));
        assertThat(await(link.logIn(Credentials.admin(station.password())))).isInstanceOf(Outcome.Ok.class);
    }

    @Test
    void isLoggedInAgainByItselfWhenTheStationHasRebooted() {
        logIn();
        Outcome<Long> back = await(RebootWatch.real(link, REAL).reboot(new Course()));
        assertThat(back).isInstanceOf(Outcome.Ok.class);
        assertThat(link.state()).isInstanceOf(LinkState.LoggedIn.class);
        assertThat(await(link.read(RequestClass.USER, List.of(Known.STATION_MAX_CURRENT))))
                .isInstanceOf(Outcome.Ok.class);
    }

    @Test
    @Tag("LIC-4")
    @Tag("LIC-6")
    void unlocksWhenTheKeyIsRightAndSaysWhatIsWrongOtherwise() {
        logIn();
        KeyInstallation installation = new KeyInstallation(link, RebootWatch.real(link, REAL));
        String right = key(station.serial());
        String group = right.substring(0, 6);
        String swapped = "" + group.charAt(1) + group.charAt(0) + group.substring(2) + right.substring(6);

        assertThat(code(await(installation.install(key(new StationId("ACE0999999")), new Course()))))
                .isEqualTo(ProblemCode.KEY_FOR_OTHER_STATION);
        assertThat(code(await(installation.install(swapped, new Course())))).isEqualTo(ProblemCode.KEY_MISTYPED);
        assertThat(code(await(installation.install("  ", new Course())))).isEqualTo(ProblemCode.KEY_EMPTY);
        assertThat(code(await(installation.install("0".repeat(300), new Course())))).isEqualTo(ProblemCode.TOO_LONG);
        assertThat(features()).isZero();

        assertThat(await(installation.install(" " + right + "\n", new Course())))
                .isEqualTo(Outcome.ok(new KeyInstallation.Unlocked(0, 2)));
        assertThat(features()).isEqualTo(2);
    }

    private static String key(StationId serial) {
        return ((Outcome.Ok<LicenceKey>) DemoSites.licenceKey(
                        serial, FeatureSet.of(Feature.STANDARD_LOAD_BALANCING), LocalDate.of(2026, 1, 1)))
                .value()
                .text();
    }

    private double features() {
        Outcome<List<PropertyRow>> read = await(link.read(RequestClass.USER, List.of(Known.LICENCE_FEATURES)));
        return ((Outcome.Ok<List<PropertyRow>>) read).value().getFirst().value().number();
    }

    @Test
    void saysAnotherSessionIsOpenAndGetsInWhenItHasEnded() {
        logIn();
        try (StationLink second = newLink()) {
            Instant before = Instant.now();
            Problem refused = problem(await(second.logIn(Credentials.admin(station.password()))));
            assertThat(refused.code()).isEqualTo(ProblemCode.OTHER_SESSION_OPEN);
            // who it is, after how long a silence it ends, since when
            assertThat(refused.details()).hasSize(3).startsWith(" (" + REAL.displayName() + ")", "60");
            assertThat(Instant.parse(refused.details().get(2))).isBetween(before.minusSeconds(120), Instant.now());
            link.close();
            assertThat(await(second.logIn(Credentials.admin(station.password()))))
                    .isInstanceOf(Outcome.Ok.class);
        }
    }

    @Test
    void freesTheStationWhenTheToolCrashes() {
        HostPort address = new HostPort(station.address(), station.apiPort());
        HttpsTransport transport = new HttpsTransport(address);
        try (StationLink crashing =
                new StationLink(address, transport, new FilePins(folder.resolve("pins")), REAL)) {
            await(crashing.accept(Optional.empty()));
            await(crashing.logIn(Credentials.admin(station.password())));
            // The connection goes without a log-out, as in a crash.
            transport.drop();
            logIn();
        }
    }

    @Test
    void refusesToLogInWhenTheCertificateIsAnother() throws IOException {
        logIn();
        link.close();
        site.close();
        try (var files = Files.walk(folder.resolve("site"))) {
            List<Path> certificates = files.filter(f -> f.getFileName().toString().contains("certificate"))
                    .toList();
            assertThat(certificates).isNotEmpty();
            for (Path certificate : certificates) {
                Files.delete(certificate);
            }
        }
        openSite("127.0.0.120");
        link = newLink();
        assertThat(code(await(link.logIn(Credentials.admin(station.password())))))
                .isEqualTo(ProblemCode.CERTIFICATE_CHANGED);
        assertThat(await(link.accept(link.shownKey()))).isInstanceOf(Outcome.Ok.class);
        assertThat(await(link.logIn(Credentials.admin(station.password())))).isInstanceOf(Outcome.Ok.class);
    }

    @Test
    void saysSoWhenTheStationIsGone() {
        logIn();
        assertThat(site.command(new SiteCommand.PullNetworkCable(station.serial()))).isInstanceOf(Outcome.Ok.class);
        Outcome<List<PropertyRow>> read = await(link.read(RequestClass.USER, List.of(Known.STATION_MAX_CURRENT)));
        assertThat(code(read)).isIn(ProblemCode.CONNECTION_LOST, ProblemCode.CONNECTION_REFUSED);
        assertThat(link.state()).isInstanceOf(LinkState.Interrupted.class);
        assertThat(site.command(new SiteCommand.PlugNetworkCable(station.serial()))).isInstanceOf(Outcome.Ok.class);
        Awaitility.await()
                .atMost(60, TimeUnit.SECONDS)
                .until(() -> await(link.read(RequestClass.USER, List.of(Known.STATION_MAX_CURRENT)))
                        instanceof Outcome.Ok);
        assertThat(link.state()).isInstanceOf(LinkState.LoggedIn.class);
    }
}
