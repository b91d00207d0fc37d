package plugwright.station.sim.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plugwright.station.sim.net.RandomNetwork.Checking;
import plugwright.station.sim.net.RandomNetwork.Faults;
import plugwright.station.sim.net.RandomNetwork.Result;

/** Random networks: nothing goes over the total whatever happens, and everything heals. */
class RandomNetworkTest {

    private static final int SMALL_RUNS = 300;
    private static final int LARGE_RUNS = 4;
    private static final int LARGE = 64;

    private static String told(Result result) {
        return result.breach()
                .map(b -> "seed " + result.seed() + " x " + result.stations() + ": " + b.invariant() + " " + b.what()
                        + "\n" + String.join("\n", b.trace()))
                .orElse("");
    }

    /** Settings changes, joining and leaving stations, restarts and a meter are among the troubles. */
    @Test
    @Tag("SCN-4")
    @Tag("SCN-5")
    @Tag("SCN-6")
    @Tag("SCN-7")
    void staysBelowTheTotalAndHealsWhateverHappens() {
        List<Result> results = IntStream.rangeClosed(1, SMALL_RUNS)
                .parallel()
                .mapToObj(seed -> RandomNetwork.run(seed, 2 + seed % 7, Faults.ALL))
                .toList();
        assertThat(results.stream().map(RandomNetworkTest::told)).allMatch(String::isEmpty);
        assertThat(results.stream().mapToLong(Result::fairChecks).sum())
                .as("moments compared with the optimum")
                .isGreaterThan(SMALL_RUNS * 100L);
        assertThat(results.stream().mapToLong(Result::settingsChanges).sum())
                .as("changes of settings that came to their end")
                .isGreaterThan(SMALL_RUNS);
    }

    @Test
    @Tag("SCN-6")
    void staysBelowTheTotalAndHealsWhenThereAreMany() {
        List<Result> results = IntStream.rangeClosed(1, LARGE_RUNS)
                .parallel()
                .mapToObj(seed -> RandomNetwork.run(seed, LARGE, Faults.ALL))
                .toList();
        assertThat(results.stream().map(RandomNetworkTest::told)).allMatch(String::isEmpty);
    }

    @Test
    @Tag("SCN-2")
    void reservesNothingAndSharesFairlyWhenNothingIsWrong() {
        assertThat(IntStream.rangeClosed(1, 7)
                        .mapToObj(n -> RandomNetwork.run(n, 1 + n, Faults.NONE))
                        .map(RandomNetworkTest::told))
                .allMatch(String::isEmpty);
    }

    @Test
    void replaysExactlyWhenTheSeedIsTheSame() {
        Result first = RandomNetwork.run(77, 4, Faults.ALL);
        assertThat(RandomNetwork.run(77, 4, Faults.ALL)).isEqualTo(first);
        assertThat(RandomNetwork.run(77, 4, Faults.ALL, Checking.EACH))
                .as("checking each packet at each receiver changes nothing")
                .isEqualTo(first);
        assertThat(RandomNetwork.run(78, 4, Faults.ALL).packets()).isNotEqualTo(first.packets());
    }
}
