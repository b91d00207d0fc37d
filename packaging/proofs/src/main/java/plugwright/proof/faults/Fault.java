package plugwright.proof.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A patch file that plants a fault: its first line says what it plants, its folder names the area.
 *
 * @param area the folder it lies in, which says where it breaks what: {@link Area}
 * @param name file name without {@code .patch}
 * @param plants in words
 * @param patch the file
 */
public record Fault(String area, String name, String plants, Path patch) {

    private static final String HEADER = "Plants: ";
    private static final String ENDING = ".patch";

    /** Where it breaks what. */
    public Area where() {
        return Area.of(area);
    }

    /** All faults under a folder of areas, by area and name. */
    public static List<Fault> all(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> patches =
                    files.filter(f -> f.toString().endsWith(ENDING)).sorted().toList();
            return patches.stream().map(Fault::read).toList();
        }
    }

    private static Fault read(Path patch) {
        try {
            String first = Files.readAllLines(patch).getFirst();
            if (!first.startsWith(HEADER)) {
                throw new IllegalArgumentException(patch + " does not begin with \"" + HEADER + "\"");
            }
            String file = String.valueOf(patch.getFileName());
            Path area = patch.getName(patch.getNameCount() - 2);
            return new Fault(
                    area.toString(),
                    file.substring(0, file.length() - ENDING.length()),
                    first.substring(HEADER.length()),
                    patch);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
