package plugwright.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plugwright.discovery.FinderSettings;
import plugwright.discovery.Found;
import plugwright.discovery.InfoProbe;
import plugwright.discovery.Source;
import plugwright.discovery.StationFinder;
import plugwright.discovery.StationState;
import plugwright.net.NetworkAdapters;
import tools.jackson.databind.json.JsonMapper;

/** Stations of another process that have long said what they have to say, and a finder that comes late. */
@Tag("slow")
class LateFinderTest {

    private static final int STATIONS = 16;

    /** What a station announces at its start has long passed by. */
    private static final Duration LATE = Duration.ofSeconds(10);

    private static final Set<String> SERIALS = new HashSet<>();

    @TempDir
    private static Path state;

    private static Process stations;

    @BeforeAll
    static void startStations() throws Exception {
        stations = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "plugwright.main.Main",
                        "station",
                        "--count",
                        Integer.toString(STATIONS),
                        "--first-address",
                        "127.0.2.1",
                        "--state-dir",
                        state.toString(),
                        "--json")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader lines = stations.inputReader(StandardCharsets.UTF_8);
        JsonMapper json = JsonMapper.builder().build();
        for (int i = 0; i < STATIONS; i++) {
            SERIALS.add(json.readTree(lines.readLine()).get("serial").asString());
        }
        Thread.sleep(LATE);
    }

    @AfterAll
    static void endStations() {
        stations.destroy();
    }

    @ParameterizedTest
    @EnumSource(value = Source.class, names = {"MDNS", "UDP"})
    @Tag("DSC-1")
    void findsAllByOneWayAloneWhenItStartsTenSecondsLater(Source way) {
        AtomicReference<List<Found>> newest = new AtomicReference<>(List.of());
        try (InfoProbe probe = new InfoProbe();
                StationFinder finder = StationFinder.start(
                        FinderSettings.only(Set.of(way)), NetworkAdapters::present, probe, newest::set)) {
            finder.refresh();
            Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> reachable(newest.get())
                    .containsAll(SERIALS));
            assertThat(newest.get().stream()
                            .filter(f -> f.serial().map(s -> SERIALS.contains(s.serial())).orElse(false))
                            .toList())
                    .hasSize(STATIONS)
                    .allSatisfy(f -> assertThat(f.sources()).containsExactly(way));
        }
    }

    private static Set<String> reachable(List<Found> found) {
        Set<String> serials = new HashSet<>();
        found.stream()
                .filter(f -> f.state() instanceof StationState.Reachable)
                .forEach(f -> f.serial().ifPresent(s -> serials.add(s.serial())));
        return serials;
    }
}
