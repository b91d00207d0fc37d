package plugwright.station.store;

import java.io.IOException;
import java.util.Optional;

/**
 * The few things the store asks of a file system, one call a step, so that a test can cut the power between any two.
 * All names are in one directory.
 */
public interface StoreFiles {

    /** @return the whole file, or empty if there is none */
    Optional<byte[]> read(String name) throws IOException;

    /** Makes or replaces a file; nothing is sure to be on the disk afterwards. */
    void write(String name, byte[] bytes) throws IOException;

    /** Returns when the content of a file is on the disk. */
    void sync(String name) throws IOException;

    /** Gives a file another name in one step, replacing what has that name. */
    void rename(String from, String to) throws IOException;

    /** Returns when names of the directory are on the disk. */
    void syncDirectory() throws IOException;
}
