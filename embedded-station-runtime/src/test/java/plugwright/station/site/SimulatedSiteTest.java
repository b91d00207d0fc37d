package plugwright.station.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;

/** A whole station over real TLS sockets. */
class SimulatedSiteTest {

    @TempDir
    Path state;

    private SimulatedSite site;
    private StationAccess station;

    @BeforeEach
    void open() {
        site = opened(plan());
        station = site.stations().getFirst();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private SitePlan plan() {
        return SitePlan.of(StationModel.smallDouble(), state).withPorts(0, 1_502).withFoundBy(Set.of());
    }

    private static SimulatedSite opened(SitePlan plan) {
        return switch (SimulatedSite.open(plan)) {
            case Outcome.Ok<SimulatedSite>(SimulatedSite site) -> site;
            case Outcome.Failed<SimulatedSite> failed -> throw new AssertionError(failed.problem().toString());
        };
    }

    private RawClient client() throws Exception {
        return new RawClient(station.address(), station.apiPort());
    }

    private RawClient loggedIn() throws Exception {
        RawClient client = client();
        assertThat(client.login(station.password()).status()).isEqualTo(200);
        return client;
    }

    @Test
    void tellsAnyoneWhoItIs() throws Exception {
        try (RawClient client = client()) {
            RawClient.Reply reply = client.get("/api/info");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.head()).contains("alfen/json");
            assertThat(reply.body()).contains("\"ObjectId\":\"" + station.serial() + "\"", "\"Type\":\"2.1.1\"");
            assertThat(client.certificate().getSubjectX500Principal().getName()).isEqualTo("CN=" + station.serial());
        }
    }

    @Test
    void answersPropertiesOnlyOnTheConnectionThatLoggedIn() throws Exception {
        try (RawClient in = loggedIn();
                RawClient stranger = client()) {
            assertThat(in.get("/api/prop?ids=2062_0,2129_0").status()).isEqualTo(200);
            assertThat(stranger.get("/api/prop?ids=2062_0").status()).isEqualTo(401);
        }
    }

    @Test
    void readsBackWhatWasWrittenAsNumberAndAsText() throws Exception {
        try (RawClient in = loggedIn()) {
            assertThat(in.post("/api/prop", "{\"2062_0\":{\"id\":\"2062_0\",\"value\":20}}").status())
                    .isEqualTo(200);
            assertThat(in.get("/api/prop?ids=2062_0").body()).contains("\"value\":20.0");
            in.post("/api/prop", "{\"2062_0\":{\"id\":\"2062_0\",\"value\":\"18.5\"}}");
            assertThat(in.get("/api/prop?ids=2062_0").body()).contains("\"value\":18.5");
        }
    }

    @Test
    void forgetsNothingThatWasWrittenWhenItsProcessStartsAgain() throws Exception {
        String password = station.password();
        byte[] key;
        try (RawClient in = loggedIn()) {
            in.post("/api/prop", "{\"2062_0\":{\"id\":\"2062_0\",\"value\":20}}");
            key = in.certificate().getPublicKey().getEncoded();
        }
        site.close();
        site = opened(plan());
        station = site.stations().getFirst();
        assertThat(station.password()).isEqualTo(password);
        try (RawClient in = loggedIn()) {
            assertThat(in.get("/api/prop?ids=2062_0").body()).contains("\"value\":20.0");
            assertThat(in.certificate().getPublicKey().getEncoded()).isEqualTo(key);
        }
    }

    @Test
    void freesTheSessionWhenItsConnectionEnds() throws Exception {
        try (RawClient second = client()) {
            try (RawClient first = loggedIn()) {
                assertThat(second.login(station.password()).status()).isEqualTo(403);
                assertThat(first.get("/api/categories").status()).isEqualTo(200);
            }
            Awaitility.await().until(() -> second.login(station.password()).status() == 200);
        }
    }

    @Test
    void goesAwayAndComesBackAtTheSamePortWhenToldToReboot() throws Exception {
        try (RawClient in = loggedIn()) {
            in.post("/api/prop", "{\"F003_2\":{\"id\":\"F003_2\",\"value\":1}}");
            assertThat(in.post("/api/cmd", "{\"command\":\"reboot\"}").status()).isEqualTo(200);
            assertThat(in.isAtEnd()).isTrue();
        }
        Awaitility.await().ignoreExceptions().until(() -> {
            try (RawClient back = client()) {
                return back.get("/api/info").status() == 200;
            }
        });
        try (RawClient in = loggedIn()) {
            assertThat(in.get("/api/prop?ids=2056_0").body()).contains("\"value\":2");
            assertThat(in.get("/api/prop?ids=2057_0").body()).contains("Software reset");
            assertThat(in.get("/api/log").body()).contains(":RESET:").contains("Boot 2, reason: Software reset");
        }
    }

    @Test
    void refusesToStartWhereAnotherProgramHasThePort() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.9"))) {
            SitePlan plan = SitePlan.of(StationModel.single(), state.resolve("other"))
                    .withFirstAddress("127.0.0.9")
                    .withPorts(taken.getLocalPort(), 1_502).withFoundBy(Set.of());
            Outcome<SimulatedSite> outcome = SimulatedSite.open(plan);
            assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(
                            failed.problem().code())
                    .isEqualTo(ProblemCode.PORT_IN_USE));
        }
    }

    @Test
    void refusesChunkedAndOverlongBodiesAndUnknownPaths() throws Exception {
        try (RawClient client = client()) {
            assertThat(client.get("/api/nothing").status()).isEqualTo(404);
            assertThat(client.get("/api/login").status()).isEqualTo(405);
            assertThat(client.exchange(
                                    "GET /api/info HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nContent-Type: a/b\r\n\r\n", "")
                            .status())
                    .isEqualTo(200);
            assertThat(client.exchange(
                                    "POST /api/login HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n",
                                    "2\r\n{}\r\n0\r\n\r\n")
                            .status())
                    .isEqualTo(400);
        }
        try (RawClient client = client()) {
            assertThat(client.exchange("POST /api/login HTTP/1.1\r\nHost: x\r\nContent-Length: 999999\r\n\r\n", "{")
                            .status())
                    .isEqualTo(413);
        }
    }

    @Test
    void givesEachStationAnAddressOfItsOwn() {
        try (SimulatedSite three = opened(SitePlan.of(StationModel.single(), state.resolve("three"))
                .withFirstAddress("127.0.1.254")
                .withCount(3)
                .withPorts(0, 1_502).withFoundBy(Set.of()))) {
            assertThat(three.stations())
                    .extracting(StationAccess::address)
                    .isEqualTo(List.of("127.0.1.254", "127.0.1.255", "127.0.2.0"));
        }
    }

    @Test
    void throwsTheFirstSessionOutWhenSetSo() throws Exception {
        try (RawClient first = loggedIn();
                RawClient second = client()) {
            first.post("/api/prop", "{\"F003_1\":{\"id\":\"F003_1\",\"value\":1}}");
            assertThat(second.login(station.password()).status()).isEqualTo(200);
            assertThat(first.isAtEnd()).isTrue();
            assertThat(second.get("/api/log").body()).contains("Session ended by a newer one (test)");
        }
    }

    @Test
    void closesALinkThatIsSilentForLongerThanItsLimit() throws Exception {
        try (RawClient in = loggedIn()) {
            in.post("/api/prop", "{\"F003_3\":{\"id\":\"F003_3\",\"value\":5}}");
            in.post("/api/prop", "{\"F003_2\":{\"id\":\"F003_2\",\"value\":0}}");
            in.post("/api/cmd", "{\"command\":\"reboot\"}");
            assertThat(in.isAtEnd()).isTrue();
        }
        Awaitility.await().ignoreExceptions().until(() -> {
            try (RawClient back = client()) {
                return back.get("/api/info").status() == 200;
            }
        });
        try (RawClient silent = loggedIn()) {
            assertThat(silent.isAtEnd()).as("within the client's own limit of 20 s").isTrue();
        }
    }

    @Test
    void tellsPasswordsAndKeysToNobody() throws Exception {
        try (RawClient in = loggedIn()) {
            assertThat(in.get("/api/log").body()).doesNotContain(station.password());
        }
        assertThat(station.toString()).doesNotContain(station.password());
    }
}
