package plugwright.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plugwright.files.SharedFile;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;

/**
 * A journal in a folder: a file a station, a line an entry, on disk before {@link #keep} returns. Several windows of the
 * tool may keep entries in one folder.
 */
public final class FileJournal implements Journal {

    private static final Logger LOG = LoggerFactory.getLogger(FileJournal.class);

    /** Saves kept a station; the older half goes when twice as many have gathered. */
    private static final int MAX_ENTRIES = 500;

    private final Path folder;
    private final JournalCodec codec = new JournalCodec();

    public FileJournal(Path folder) {
        this.folder = folder;
    }

    @Override
    public synchronized Outcome<Entry> keep(Entry entry) {
        SharedFile file = file(entry.station());
        try {
            file.change(() -> {
                trim(file);
                append(file.path(), codec.line(entry) + "\n");
            });
            return Outcome.ok(entry);
        } catch (IOException unwritable) {
            return Outcome.failed(ProblemCode.FILE_UNWRITABLE, file.path().toString(), unwritable.toString());
        }
    }

    private static void append(Path file, String line) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer buffer = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static void trim(SharedFile file) throws IOException {
        List<String> lines = file.lines();
        if (lines.size() >= 2 * MAX_ENTRIES) {
            file.replace(lines.subList(lines.size() - MAX_ENTRIES, lines.size()));
        }
    }

    @Override
    public Optional<Entry> newest(StationId station) {
        return all(station).stream().findFirst();
    }

    @Override
    public synchronized List<Entry> all(StationId station) {
        SharedFile file = file(station);
        try {
            List<Entry> entries = new ArrayList<>();
            for (String line : file.lines()) {
                codec.parse(line).ifPresent(entries::add);
            }
            return entries.reversed();
        } catch (IOException unreadable) {
            LOG.warn("the journal {} cannot be read: {}", file.path(), unreadable.toString());
            return List.of();
        }
    }

    /** Serial numbers are printable ASCII, but may hold what a file name may not. */
    private SharedFile file(StationId station) {
        return new SharedFile(folder.resolve(station.serial().replaceAll("[^A-Za-z0-9._-]", "_") + ".journal"));
    }
}
