package plugwright.station.store;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file system in memory that keeps what was synced apart from what was not, and loses its power after so many
 * steps. Then anything that was not synced may or may not have reached the disk.
 */
final class MemoryFiles implements StoreFiles {

    /** A file's content; names point to it, as directory entries point to inodes. */
    private static final class Inode {
        private byte[] written = {};
        private byte[] synced = {};
    }

    /** What becomes of names and contents that were not synced when the power goes. */
    enum Unsynced {
        LOST,
        KEPT,
        /** The new name is on the disk, the content it points to is not: why the file is synced before. */
        NAMES_KEPT_CONTENT_LOST
    }

    private Map<String, Inode> names = new HashMap<>();
    private Map<String, Inode> syncedNames = new HashMap<>();
    private int stepsLeft;
    private int steps;

    MemoryFiles(int stepsUntilPowerCut) {
        this.stepsLeft = stepsUntilPowerCut;
    }

    int steps() {
        return steps;
    }

    private void step() throws IOException {
        if (stepsLeft-- <= 0) {
            throw new IOException("power cut");
        }
        steps++;
    }

    @Override
    public Optional<byte[]> read(String name) {
        return Optional.ofNullable(names.get(name)).map(inode -> inode.written);
    }

    /** Each byte is a step: a cut may fall within. */
    @Override
    public void write(String name, byte[] bytes) throws IOException {
        step();
        Inode inode = names.computeIfAbsent(name, n -> new Inode());
        inode.written = new byte[0];
        for (int i = 0; i < bytes.length; i++) {
            step();
            inode.written = Arrays.copyOf(bytes, i + 1);
        }
    }

    @Override
    public void sync(String name) throws IOException {
        step();
        Inode inode = names.get(name);
        inode.synced = inode.written;
    }

    @Override
    public void rename(String from, String to) throws IOException {
        step();
        names.put(to, names.remove(from));
    }

    @Override
    public void syncDirectory() throws IOException {
        step();
        syncedNames = new HashMap<>(names);
    }

    /** The power comes back: what a new process finds. */
    MemoryFiles afterCut(Unsynced unsynced) {
        MemoryFiles found = new MemoryFiles(Integer.MAX_VALUE);
        Map<String, Inode> onDisk = unsynced == Unsynced.LOST ? syncedNames : names;
        onDisk.forEach((name, inode) -> {
            Inode copy = new Inode();
            copy.written = unsynced == Unsynced.KEPT ? inode.written : inode.synced;
            copy.synced = copy.written;
            found.names.put(name, copy);
        });
        found.syncedNames = new HashMap<>(found.names);
        return found;
    }

    static List<Unsynced> fates() {
        return List.of(Unsynced.values());
    }

    MemoryFiles cutAfter(int more) {
        stepsLeft = more;
        return this;
    }
}
