package plugwright.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plugwright.api.PropertyPage;
import plugwright.api.PropertyWrite;
import plugwright.api.StationInfo;
import plugwright.catalog.PropertyId;
import plugwright.model.WireTime;

/** Requests in, replies out: without a network. */
class ApiResponderTest {

    private static final ConnectionId CLIENT = new ConnectionId("client");
    private static final WireTime NOW = new WireTime(0);

    private final Station station = new Station();
    private final ApiResponder responder = new ApiResponder(station);

    /** A station that writes down what it is asked. */
    private static final class Station implements StationFront {
        private final List<String> asked = new ArrayList<>();

        @Override
        public StationInfo info() {
            return new StationInfo("", "ACE1", "", "", "1.1.0", "");
        }

        @Override
        public List<String> categories() {
            return List.of("generic");
        }

        @Override
        public PropertyPage page(String category, int offset) {
            asked.add("page " + category + " " + offset);
            return new PropertyPage(List.of(), offset, 0);
        }

        @Override
        public PropertyPage byIds(List<PropertyId> ids, int offset) {
            asked.add("ids " + ids + " " + offset);
            return new PropertyPage(List.of(), offset, 0);
        }

        @Override
        public Afterwards write(List<PropertyWrite> writes) {
            asked.add("write " + writes.size());
            return Afterwards.GO_ON;
        }

        @Override
        public Afterwards command(String command) {
            asked.add("command " + command);
            return command.equals("reboot") ? Afterwards.REBOOT : Afterwards.GO_ON;
        }

        @Override
        public List<String> log(int offset) {
            asked.add("log " + offset);
            return List.of("0_a", "128_b");
        }

        @Override
        public SessionRules.Password check(String username, String password) {
            return password.equals("right") ? SessionRules.Password.RIGHT : SessionRules.Password.WRONG;
        }

        @Override
        public SessionSettings sessionSettings() {
            return new SessionSettings(SessionSettings.SecondLogin.REFUSED, Duration.ofSeconds(60));
        }

        @Override
        public void tell(SessionEvent event, String who) {
            asked.add(event.name());
        }
    }

    private ApiReply ask(String method, String path, Map<String, String> query, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return responder.answer(
                new ApiRequest(method, path, query, new ApiRequest.Body.Whole(bytes)), CLIENT, NOW);
    }

    private void logIn() {
        assertThat(ask("POST", "/api/login", Map.of(), "{\"username\":\"admin\",\"password\":\"right\"}").status())
                .isEqualTo(200);
        station.asked.clear();
    }

    @ParameterizedTest(name = "{0} {1}: {2} as a stranger, {3} logged in")
    @CsvSource({
        "GET, /api/info, 200, 200",
        "POST, /api/info, 405, 405",
        "GET, /api/login, 405, 405",
        "GET, /api/categories, 401, 200",
        "POST, /api/categories, 405, 405",
        "GET, /api/prop, 401, 400",
        "POST, /api/prop, 401, 400",
        "PUT, /api/prop, 405, 405",
        "GET, /api/cmd, 405, 405",
        "POST, /api/cmd, 401, 400",
        "GET, /api/log, 401, 200",
        "GET, /api/transactions, 401, 200",
        "POST, /api/logout, 401, 200",
        "GET, /api/nothing, 404, 404",
        "GET, /, 404, 404",
        "POST, /api/login, 400, 400",
    })
    void answersWithTheStatusThatStationsGive(String method, String path, int stranger, int known) {
        assertThat(ask(method, path, Map.of(), "").status()).isEqualTo(stranger);
        logIn();
        assertThat(ask(method, path, Map.of(), "").status()).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cat | generic | 32 | page generic 32",
                "cat | generic | -5 | page generic 0",
                "cat | generic | 99999999999 | page generic 1000000",
                "ids | 2221_0A,2062_0 | 0 | ids [2221_A, 2062_0] 0",
                "ids | ,bad, 2062_0 | 0 | ids [2062_0] 0",
                "id | 2062_0 | 0 | ids [2062_0] 0",
            })
    void asksForWhatTheQuerySays(String name, String value, String offset, String expected) {
        logIn();
        assertThat(ask("GET", "/api/prop", Map.of(name, value, "offset", offset), "").status())
                .isEqualTo(200);
        assertThat(station.asked).containsExactly(expected);
    }

    @Test
    void refusesAnOffsetThatIsNoNumber() {
        logIn();
        assertThat(ask("GET", "/api/log", Map.of("offset", "x"), "").status()).isEqualTo(400);
    }

    @Test
    void answersTheLogAsLinesAndEmptyTransactionsAsStationsDo() {
        logIn();
        assertThat(text(ask("GET", "/api/log", Map.of(), ""))).isEqualTo("0_a\n128_b\n");
        assertThat(text(ask("GET", "/api/transactions", Map.of(), ""))).startsWith("0_Empty transaction database");
    }

    private static String text(ApiReply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    @Test
    void rebootsOnlyAfterTheReply() {
        logIn();
        ApiReply reply = ask("POST", "/api/cmd", Map.of(), "{\"command\":\"reboot\"}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.afterwards()).isEqualTo(new ApiReply.Afterwards.Reboot());
    }

    @Test
    void closesAConnectionWhoseBodyItDoesNotRead() {
        for (ApiRequest.Body body : List.of(new ApiRequest.Body.Chunked(), new ApiRequest.Body.TooLong())) {
            ApiReply reply = responder.answer(new ApiRequest("POST", "/api/login", Map.of(), body), CLIENT, NOW);
            assertThat(reply.status()).isIn(400, 413);
            assertThat(reply.afterwards()).isEqualTo(new ApiReply.Afterwards.Close());
        }
    }

    @Test
    void tellsTheLogOfEveryComingAndGoing() {
        ask("POST", "/api/login", Map.of(), "{\"username\":\"admin\",\"password\":\"wrong\"}");
        ask("POST", "/api/login", Map.of(), "{\"username\":\"admin\",\"password\":\"right\"}");
        responder.closed(new ConnectionId("stranger"));
        responder.closed(CLIENT);
        assertThat(station.asked).containsExactly("WRONG_PASSWORD", "LOGGED_IN", "LOGGED_OUT");
    }

    private ApiReply logInFrom(ConnectionId other) {
        byte[] body = "{\"username\":\"admin\",\"password\":\"right\"}".getBytes(StandardCharsets.UTF_8);
        return responder.answer(
                new ApiRequest("POST", "/api/login", Map.of(), new ApiRequest.Body.Whole(body)), other, NOW);
    }

    @Test
    void letsAClientInThatComesBackBeforeItsOldConnectionsEndWasHeard() throws Exception {
        logIn();
        CompletableFuture<ApiReply> back = new CompletableFuture<>();
        Thread comes = Thread.ofVirtual().start(() -> back.complete(logInFrom(new ConnectionId("back again"))));
        Awaitility.await().until(() -> comes.getState() == Thread.State.TIMED_WAITING);
        assertThat(back).isNotDone();
        responder.closed(CLIENT);
        assertThat(back.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(ask("GET", "/api/categories", Map.of(), "").status()).isEqualTo(401);
    }

    @Test
    void refusesASecondClientWhoseHolderStays() {
        logIn();
        assertThat(logInFrom(new ConnectionId("other")).status()).isEqualTo(403);
        assertThat(ask("GET", "/api/categories", Map.of(), "").status()).isEqualTo(200);
    }
}
