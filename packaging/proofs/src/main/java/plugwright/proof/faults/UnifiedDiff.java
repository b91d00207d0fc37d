package plugwright.proof.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A patch in the unified format, as far as one is needed that changes files which are there: no program is. */
final class UnifiedDiff {

    private static final String FILE = "+++ b/";
    private static final Pattern HUNK = Pattern.compile("@@ -(\\d+).*");

    private final List<Change> changes = new ArrayList<>();

    /** Lines as they are, near some line counted from 0, and as they shall be. */
    private record Hunk(int near, List<String> before, List<String> after) {}

    private record Change(String path, List<Hunk> hunks) {}

    private UnifiedDiff(List<String> lines) {
        for (String line : lines) {
            Matcher hunk = HUNK.matcher(line);
            if (line.startsWith(FILE)) {
                changes.add(new Change(line.substring(FILE.length()), new ArrayList<>()));
            } else if (hunk.matches() && !changes.isEmpty()) {
                int near = Integer.parseInt(hunk.group(1)) - 1;
                changes.getLast().hunks().add(new Hunk(near, new ArrayList<>(), new ArrayList<>()));
            } else if (!changes.isEmpty() && !changes.getLast().hunks().isEmpty() && isOfHunk(line)) {
                take(line, changes.getLast().hunks().getLast());
            }
        }
    }

    /** Between files there are lines that begin otherwise: diff, index. */
    private static boolean isOfHunk(String line) {
        return line.isEmpty() || (" +-".indexOf(line.charAt(0)) >= 0 && !line.startsWith("--- a/"));
    }

    private static void take(String line, Hunk hunk) {
        String text = line.isEmpty() ? "" : line.substring(1);
        if (!line.startsWith("+")) {
            hunk.before().add(text);
        }
        if (!line.startsWith("-")) {
            hunk.after().add(text);
        }
    }

    static UnifiedDiff read(Path patch) throws IOException {
        return new UnifiedDiff(Files.readAllLines(patch));
    }

    /**
     * Changes the files under a folder; to the letter, or not at all in the file that does not fit.
     *
     * @return what does not fit, if anything
     */
    Optional<String> apply(Path folder) throws IOException {
        if (changes.isEmpty() || changes.stream().anyMatch(c -> c.hunks().isEmpty())) {
            return Optional.of("it changes nothing");
        }
        for (Change change : changes) {
            Path file = folder.resolve(change.path());
            if (!Files.isRegularFile(file)) {
                return Optional.of(change.path() + " is not there");
            }
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            for (Hunk hunk : change.hunks()) {
                int at = find(lines, hunk);
                if (at < 0) {
                    return Optional.of(change.path() + " is another near line " + (hunk.near() + 1));
                }
                List<String> old = lines.subList(at, at + hunk.before().size());
                old.clear();
                old.addAll(hunk.after());
            }
            Files.write(file, lines);
        }
        return Optional.empty();
    }

    /** Where the lines stand, nearest to where they stood; below 0 where they do not. */
    private static int find(List<String> lines, Hunk hunk) {
        int best = -1;
        int from = 0;
        while (from <= lines.size()) {
            int next = Collections.indexOfSubList(lines.subList(from, lines.size()), hunk.before());
            if (next < 0) {
                return best;
            }
            int at = from + next;
            if (best < 0 || Math.abs(at - hunk.near()) < Math.abs(best - hunk.near())) {
                best = at;
            }
            from = at + 1;
        }
        return best;
    }
}
