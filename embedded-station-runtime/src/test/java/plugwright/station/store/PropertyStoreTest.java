package plugwright.station.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;

class PropertyStoreTest {

    private static final Map<PropertyId, PropertyValue> OLD =
            Map.of(PropertyId.of("2062_0"), PropertyValue.of(16.0), PropertyId.of("2053_0"), PropertyValue.of("old"));
    private static final Map<PropertyId, PropertyValue> NEW = Map.of(
            PropertyId.of("2062_0"),
            PropertyValue.of(20.0),
            PropertyId.of("2053_0"),
            PropertyValue.of("rather longer than the old one"),
            PropertyId.of("2180_4"),
            PropertyValue.of(600));

    private static Map<PropertyId, PropertyValue> found(StoreFiles files) {
        return switch (new PropertyStore(files).load()) {
            case Outcome.Ok<Map<PropertyId, PropertyValue>>(var values) -> values;
            case Outcome.Failed<Map<PropertyId, PropertyValue>> failed ->
                throw new AssertionError(failed.problem().toString());
        };
    }

    /** write (1 + a step a byte), sync, rename, directory sync. */
    private static int stepsOfASave() {
        MemoryFiles files = new MemoryFiles(Integer.MAX_VALUE);
        new PropertyStore(files).save(NEW);
        return files.steps();
    }

    @Test
    void holdsOldOrNewWhereverThePowerIsCut() {
        int steps = stepsOfASave();
        assertThat(steps).isEqualTo(StoreFormat.encode(NEW).length + 4);
        Set<Map<PropertyId, PropertyValue>> seen = new HashSet<>();
        for (int cut = 0; cut <= steps; cut++) {
            for (MemoryFiles.Unsynced fate : MemoryFiles.fates()) {
                MemoryFiles files = new MemoryFiles(Integer.MAX_VALUE);
                PropertyStore store = new PropertyStore(files);
                store.save(OLD);
                Outcome<Map<PropertyId, PropertyValue>> saved = new PropertyStore(files.cutAfter(cut)).save(NEW);
                Map<PropertyId, PropertyValue> after = found(files.afterCut(fate));
                assertThat(after).as("cut after step %d, unsynced %s", cut, fate).isIn(OLD, NEW);
                if (saved instanceof Outcome.Ok) {
                    assertThat(after).as("what was reported as saved").isEqualTo(NEW);
                }
                seen.add(after);
            }
        }
        assertThat(seen).as("both outcomes were met").containsExactlyInAnyOrder(OLD, NEW);
    }

    @Test
    void savesAgainAfterACutLeftHalfAFileBehind() {
        for (int cut = 0; cut <= stepsOfASave(); cut++) {
            MemoryFiles files = new MemoryFiles(Integer.MAX_VALUE);
            new PropertyStore(files).save(OLD);
            new PropertyStore(files.cutAfter(cut)).save(NEW);
            MemoryFiles next = files.afterCut(MemoryFiles.Unsynced.KEPT);
            new PropertyStore(next).save(NEW);
            assertThat(found(next.afterCut(MemoryFiles.Unsynced.LOST))).isEqualTo(NEW);
        }
    }

    @Test
    void holdsNothingOrAllWhenTheFirstSaveIsCut() {
        for (int cut = 0; cut <= stepsOfASave(); cut++) {
            for (MemoryFiles.Unsynced fate : MemoryFiles.fates()) {
                MemoryFiles files = new MemoryFiles(cut);
                new PropertyStore(files).save(NEW);
                assertThat(found(files.afterCut(fate))).isIn(Map.of(), NEW);
            }
        }
    }

    @Test
    void readsBackFromADirectory(@TempDir Path directory) throws IOException {
        PropertyStore store = new PropertyStore(new DirectoryFiles(directory));
        assertThat(store.load()).isEqualTo(Outcome.ok(Map.of()));
        store.save(OLD);
        store.save(NEW);
        assertThat(store.load()).isEqualTo(Outcome.ok(NEW));
        try (var files = Files.list(directory)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactly(PropertyStore.NAME);
        }
    }

    @Test
    void saysSoWhenTheFileIsDamaged(@TempDir Path directory) throws IOException {
        PropertyStore store = new PropertyStore(new DirectoryFiles(directory));
        store.save(NEW);
        Path file = directory.resolve(PropertyStore.NAME);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThat(store.load()).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(
                        failed.problem().code())
                .isEqualTo(ProblemCode.FILE_UNREADABLE));
    }

    @Test
    void saysSoWhenTheDirectoryIsGone(@TempDir Path directory) {
        PropertyStore store = new PropertyStore(new DirectoryFiles(directory.resolve("gone")));
        assertThat(store.save(NEW)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(
                        failed.problem().code())
                .isEqualTo(ProblemCode.FILE_UNWRITABLE));
    }
}
