package plugwright.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plugwright.model.WireTime;
import plugwright.station.http.SessionRules.Password;
import plugwright.station.http.SessionRules.Ruling;
import plugwright.station.http.SessionRules.Verdict;
import plugwright.station.http.SessionSettings.SecondLogin;

class SessionRulesTest {

    private static final Duration IDLE = Duration.ofSeconds(60);

    /**
     * A row is a course of events, each "connection event@second": in = log-in, bad = log-in with a wrong password,
     * get = a request that needs a log-in, end = log-out or end of the connection. Answers in the same order.
     */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "REFUSED | a get@0 | 401",
                "REFUSED | a bad@0, a get@1 | 401, 401",
                "REFUSED | a in@0, a get@1, b get@2 | 200, 200, 401",
                "REFUSED | a in@0, b in@1, a get@2 | 200, 403, 200",
                "REFUSED | a in@0, b bad@1, a get@2 | 200, 401, 200",
                "REFUSED | a in@0, a in@1, a get@2 | 200, 200, 200",
                "REFUSED | a in@0, a bad@1, a get@2 | 200, 401, 200",
                "REFUSED | a in@0, a end@1, a get@2, b in@3 | 200, -, 401, 200",
                "REFUSED | a in@0, b end@1, a get@2 | 200, -, 200",
                "REFUSED | a in@0, a get@60, a get@120 | 200, 200, 200",
                "REFUSED | a in@0, a get@61, a in@62 | 200, 401, 200",
                "REFUSED | a in@0, b in@60, b in@61 | 200, 403, 200 closes a",
                "REFUSED | a in@0, a get@30, b in@61, b in@91 | 200, 200, 403, 200 closes a",
                "THROWS_OUT_THE_FIRST | a in@0, b in@1, a get@2, b get@3 | 200, 200 closes a, 401, 200",
                "THROWS_OUT_THE_FIRST | a in@0, b bad@1, a get@2 | 200, 401, 200",
                "THROWS_OUT_THE_FIRST | a in@0, a in@1 | 200, 200",
            })
    void keepsOneSessionBoundToItsConnection(SecondLogin second, String events, String answers) {
        SessionSettings settings = new SessionSettings(second, IDLE);
        SessionRules rules = SessionRules.NOBODY;
        StringBuilder got = new StringBuilder();
        for (String event : events.split(", ")) {
            String[] parts = event.split("[ @]");
            ConnectionId from = new ConnectionId(parts[0]);
            WireTime now = new WireTime(Duration.ofSeconds(Long.parseLong(parts[2])).toNanos());
            String answer = "-";
            if (parts[1].equals("end")) {
                rules = rules.ended(from);
            } else {
                Ruling ruling =
                        switch (parts[1]) {
                            case "in" -> rules.login(from, "", Password.RIGHT, settings, now);
                            case "bad" -> rules.login(from, "", Password.WRONG, settings, now);
                            default -> rules.request(from, settings, now);
                        };
                rules = ruling.next();
                answer = status(ruling.verdict());
            }
            got.append(got.isEmpty() ? "" : ", ").append(answer);
        }
        assertThat(got.toString()).isEqualTo(answers);
    }

    private static String status(Verdict verdict) {
        return switch (verdict) {
            case Verdict.LoggedIn in ->
                in.thrownOut().map(s -> "200 closes " + s.connection().name()).orElse("200");
            case Verdict.Allowed allowed -> "200";
            case Verdict.OtherSession other -> "403";
            case Verdict.WrongPassword wrong -> "401";
            case Verdict.NotLoggedIn stranger -> "401";
        };
    }
}
