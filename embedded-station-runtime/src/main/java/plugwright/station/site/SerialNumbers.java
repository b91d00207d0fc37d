package plugwright.station.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;
import plugwright.station.store.DirectoryFiles;

/**
 * Serial numbers of a site's stations: they count up from a number that is drawn when the site is first opened and
 * kept with it. So a station keeps its serial from start to start, and two sites on one machine do not share any.
 *
 * @param first number of the first station
 */
record SerialNumbers(int first) {

    private static final String FILE = "first-serial.txt";

    /** Seven digits that begin with 0, as on stations seen; room above for every station of a site. */
    private static final int LOWEST = 100_000;

    private static final int HIGHEST = 900_000;

    /** @return the site's numbers, drawn now if it is new; FILE_UNWRITABLE */
    static Outcome<SerialNumbers> open(Path stateDirectory, SecureRandom random) {
        try {
            StationKeep.makeDirectory(stateDirectory);
            DirectoryFiles files = new DirectoryFiles(stateDirectory);
            Optional<Integer> kept = files.read(FILE).flatMap(SerialNumbers::number);
            if (kept.isPresent()) {
                return Outcome.ok(new SerialNumbers(kept.get()));
            }
            int drawn = random.nextInt(LOWEST, HIGHEST);
            files.replace(FILE, (drawn + "\n").getBytes(StandardCharsets.UTF_8));
            return Outcome.ok(new SerialNumbers(drawn));
        } catch (IOException broken) {
            return Outcome.failed(
                    ProblemCode.FILE_UNWRITABLE, stateDirectory.toString(), String.valueOf(broken.getMessage()));
        }
    }

    private static Optional<Integer> number(byte[] text) {
        try {
            int number = Integer.parseInt(new String(text, StandardCharsets.UTF_8).strip());
            return number >= LOWEST && number < HIGHEST ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException damaged) {
            return Optional.empty();
        }
    }

    /** Of the station that stands there in the row, counted from 0. */
    StationId of(int index) {
        return new StationId(String.format(Locale.ROOT, "ACE%07d", first + index));
    }
}
