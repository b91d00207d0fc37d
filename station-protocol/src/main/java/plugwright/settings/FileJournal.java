package plugwright.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;

/** A journal in a folder: a file a station, a line an entry, on disk before {@link #keep} returns. */
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
        Path file = file(entry.station());
        try {
            Files.createDirectories(folder);
            trim(file);
            byte[] line = (codec.line(entry) + "\n").getBytes(StandardCharsets.UTF_8);
            try (FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                ByteBuffer buffer = ByteBuffer.wrap(line);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            return Outcome.ok(entry);
        } catch (IOException unwritable) {
            return Outcome.failed(ProblemCode.FILE_UNWRITABLE, file.toString(), unwritable.toString());
        }
    }

    private static void trim(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        if (lines.size() >= 2 * MAX_ENTRIES) {
            Path next = file.resolveSibling(file.getFileName() + ".new");
            Files.write(next, lines.subList(lines.size() - MAX_ENTRIES, lines.size()), StandardCharsets.UTF_8);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    @Override
    public Optional<Entry> newest(StationId station) {
        return all(station).stream().findFirst();
    }

    @Override
    public synchronized List<Entry> all(StationId station) {
        Path file = file(station);
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<Entry> entries = new ArrayList<>();
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                codec.parse(line).ifPresent(entries::add);
            }
            return entries.reversed();
        } catch (IOException unreadable) {
            LOG.warn("the journal {} cannot be read: {}", file, unreadable.toString());
            return List.of();
        }
    }

    /** Serial numbers are printable ASCII, but may hold what a file name may not. */
    private Path file(StationId station) {
        return folder.resolve(station.serial().replaceAll("[^A-Za-z0-9._-]", "_") + ".journal");
    }
}
