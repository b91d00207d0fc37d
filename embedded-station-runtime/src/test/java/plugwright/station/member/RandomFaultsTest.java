package plugwright.station.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plugwright.station.member.TestNetwork.Station;

/** Small networks under all faults at once: nothing exceeds a constant total, there are never two coordinators. */
class RandomFaultsTest {

    private static final int TOTAL = 60;
    private static final long FAULTS = 240_000;
    private static final long HEALING = 90_000;

    private TestNetwork net = new TestNetwork();
    private Random random = new Random(0);
    private boolean[][] cut = new boolean[0][0];
    private double loss;
    private boolean slow;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    @Tag("SCN-6")
    void neverExceedsAConstantTotalAndHeals(int seed) {
        course(seed);
    }

    private void course(int seed) {
        random = new Random(seed);
        int stations = 2 + random.nextInt(4);
        int each = 1 + random.nextInt(2);
        int total = random.nextBoolean() ? TOTAL : stations * each * 6 + random.nextInt(10);
        net = TestNetwork.of(stations, each, total, 6);
        cut = new boolean[stations][stations];
        loss = 0;
        slow = false;
        for (Station station : net.stations) {
            station.drift = random.nextInt(1001) - 500;
            station.lag = random.nextInt(5_000);
        }
        net.passes = (a, b) -> !cut[a.index][b.index] && random.nextDouble() >= loss;
        net.delay = () -> slow && random.nextInt(10) == 0 ? random.nextInt(40_000) : 1 + random.nextInt(30);
        long limit = total * 1_000L;
        while (net.now < FAULTS) {
            event();
            net.run(100 + random.nextInt(8_000), () -> check(seed, limit));
        }
        cut = new boolean[stations][stations];
        loss = 0;
        slow = false;
        net.stations.stream().filter(s -> !s.up).forEach(Station::restart);
        net.run(HEALING, () -> check(seed, limit));
        assertThat(net.withAuthority()).as("seed %d", seed).hasSize(1);
        for (Station station : net.stations) {
            assertThat(station.status().basis()).as("seed %d", seed).isEqualTo(LimitBasis.GRANTED);
            assertThat(station.status().reserved()).as("seed %d", seed).containsOnly(0);
        }
    }

    private void check(int seed, long limit) {
        for (int phase = 0; phase < 3; phase++) {
            assertThat(net.told(phase)).as("seed %d at %d told on L%d", seed, net.now, phase + 1)
                    .isLessThanOrEqualTo((int) limit);
            assertThat(net.drawn(phase)).as("seed %d at %d drawn on L%d", seed, net.now, phase + 1)
                    .isLessThanOrEqualTo((int) limit);
        }
        if (net.now % 100 == 0) {
            assertThat(net.withAuthority().size()).as("seed %d at %d", seed, net.now).isLessThanOrEqualTo(1);
        }
    }

    private void event() {
        Station station = net.at(random.nextInt(net.stations.size()));
        Station other = net.at(random.nextInt(net.stations.size()));
        int socket = random.nextInt(station.sockets);
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> {
                if (station.up && station.plugged[socket]) {
                    station.unplug(socket);
                } else if (station.up) {
                    station.plug(socket, 1 + random.nextInt(7));
                }
            }
            case 3 -> cut[station.index][other.index] = true;
            case 4 -> {
                for (int i = 0; i < net.stations.size(); i++) {
                    cut[station.index][i] = true;
                    cut[i][station.index] |= random.nextBoolean();
                }
            }
            case 5 -> cut = new boolean[cut.length][cut.length];
            case 6 -> loss = random.nextInt(3) * 0.3;
            case 7 -> slow = random.nextBoolean();
            case 8 -> {
                if (station.up) {
                    station.restart();
                }
            }
            default -> station.cap[socket] = 6_000 + random.nextInt(26_000);
        }
    }
}
