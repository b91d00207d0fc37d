package plugwright.station.sim.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plugwright.station.sim.net.NetworkWorld.Checking;
import plugwright.station.sim.net.RandomNetwork.Faults;
import plugwright.station.sim.net.RandomNetwork.Result;

/** Random networks: nothing goes over the total whatever happens, and everything heals. */
class RandomNetworkTest {

    private static final int SMALL_RUNS = 60;

    private static String told(Result result) {
        return result.breach()
                .map(b -> "seed " + result.seed() + " x " + result.stations() + ": " + b.invariant() + " " + b.what()
                        + "\n" + String.join("\n", b.trace()))
                .orElse("");
    }

    @Test
    @Tag("SCN-4")
    @Tag("SCN-6")
    @Tag("SCN-7")
    void staysBelowTheTotalAndHealsWhateverHappens() {
        long fair = 0;
        for (int seed = 1; seed <= SMALL_RUNS; seed++) {
            Result result = RandomNetwork.run(seed, 2 + seed % 7, Faults.ALL);
            assertThat(told(result)).isEmpty();
            fair += result.fairChecks();
        }
        assertThat(fair).as("moments compared with the optimum").isGreaterThan(SMALL_RUNS * 10L);
    }

    @Test
    @Tag("SCN-1")
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
