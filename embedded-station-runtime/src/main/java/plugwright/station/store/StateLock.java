package plugwright.station.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;

/**
 * Keeps other processes, and other sites of this one, off a folder of stations: two writers would each undo what the
 * other keeps. The system lets go of it when the process ends, however it ends.
 */
public final class StateLock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StateLock.class);
    private static final String FILE = "in-use.lock";

    private final FileChannel channel;

    private StateLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes a folder, which is made if it is not there.
     *
     * @return the lock, or STATE_IN_USE, FILE_UNWRITABLE
     */
    public static Outcome<StateLock> take(Path folder) {
        FileChannel opened = null;
        try {
            Files.createDirectories(folder);
            opened = FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(opened) != null) {
                return Outcome.ok(new StateLock(opened));
            }
            closed(opened);
            return Outcome.failed(ProblemCode.STATE_IN_USE, folder.toString());
        } catch (IOException broken) {
            if (opened != null) {
                closed(opened);
            }
            return Outcome.failed(ProblemCode.FILE_UNWRITABLE, folder.toString(), String.valueOf(broken.getMessage()));
        }
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ours) {
            return null;
        }
    }

    private static void closed(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException broken) {
            LOG.warn("closing a lock: {}", broken.toString());
        }
    }

    @Override
    public void close() {
        closed(channel);
    }
}
