package plugwright.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text file that other windows of the tool, in this process or another, change too. Whoever changes it is alone with
 * it; whoever reads it finds it as it was before a change or after, never between. The lock is on a file beside it,
 * since the file itself is replaced; the system lets go of it when a process ends, however it ends.
 */
public final class SharedFile {

    /** Changes take milliseconds; who holds a file this long hangs, and its lock is worth nothing. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(5);

    private final Path file;

    public SharedFile(Path file) {
        this.file = file;
    }

    /** What changes the file. */
    @FunctionalInterface
    public interface Change {
        void run() throws IOException;
    }

    public Path path() {
        return file;
    }

    /** Its lines, none where there is no file. */
    public List<String> lines() throws IOException {
        return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
    }

    /**
     * Changes it while nobody else does; its folder is made where it is missing. What is read within is what the
     * change works on.
     *
     * @throws IOException if it cannot be written, or another process does not let go of it
     */
    public void change(Change change) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try (FileChannel channel = FileChannel.open(beside(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock ours = lock(channel)) {
            assert ours.isValid();
            change.run();
        }
    }

    /** Within {@link #change}: puts other lines in the place of all there are, at once. */
    public void replace(List<String> lines) throws IOException {
        Path fresh = beside(".new");
        Files.write(fresh, lines, StandardCharsets.UTF_8);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path beside(String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private FileLock lock(FileChannel channel) throws IOException {
        for (long tries = PATIENCE.dividedBy(BETWEEN_TRIES); tries > 0; tries--) {
            FileLock lock = tryLock(channel);
            if (lock != null) {
                return lock;
            }
            try {
                Thread.sleep(BETWEEN_TRIES);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while another window holds " + file, ended);
            }
        }
        throw new IOException("another window holds it");
    }

    /** Nothing if another process holds it, or another part of this one. */
    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ours) {
            return null;
        }
    }
}
