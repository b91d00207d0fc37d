package plugwright.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plugwright.proof.faults.Fault;
import plugwright.proof.faults.Planter;

/** All patches apply, and some are found; {@code plugwright prove faults} finds all. */
class PlantedFaultsTest {

    private static final int AT_LEAST = 20;
    private static final int DIRECTED_TESTS_ONLY = 0;

    private final Planter planter =
            new Planter(Path.of(System.getProperty("project.root")), System.getProperty("java.class.path"));

    @Test
    void appliesEveryPatch(@TempDir Path folder) throws IOException {
        List<Fault> faults = planter.faults();
        assertThat(faults).hasSizeGreaterThanOrEqualTo(AT_LEAST);
        for (Fault fault : faults) {
            Path copy = planter.apply(fault, Files.createDirectories(folder.resolve(fault.area() + "-" + fault.name())));
            assertThat(copy).isDirectory();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rounded-up", "band-off-by-one", "cable-ignored"})
    void findsAFaultWhenItIsPlanted(String name, @TempDir Path folder) throws IOException {
        Fault fault = planter.faults().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
        assertThat(planter.find(fault, planter.plant(fault, folder), DIRECTED_TESTS_ONLY))
                .anyMatch(finder -> finder.startsWith("test "));
    }

    @Test
    void refusesAPatchThatNoLongerApplies(@TempDir Path folder) throws IOException {
        Fault fault = planter.faults().getFirst();
        Path stale = folder.resolve("stale.patch");
        Files.writeString(stale, Files.readString(fault.patch()).replace("\n-", "\n-was otherwise"));
        Fault old = new Fault(fault.area(), "stale", fault.plants(), stale);
        assertThatThrownBy(() -> planter.apply(old, Files.createDirectories(folder.resolve("copy"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no longer applies");
    }
}
