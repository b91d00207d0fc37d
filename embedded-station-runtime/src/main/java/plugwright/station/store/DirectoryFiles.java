package plugwright.station.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A directory of a real file system. */
public final class DirectoryFiles implements StoreFiles {

    private final Path directory;

    /** @param directory exists */
    public DirectoryFiles(Path directory) {
        this.directory = directory;
    }

    @Override
    public Optional<byte[]> read(String name) throws IOException {
        Path file = directory.resolve(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        if (Files.size(file) > StoreFormat.MAX_BYTES) {
            throw new IOException("longer than " + StoreFormat.MAX_BYTES + " bytes");
        }
        return Optional.of(Files.readAllBytes(file));
    }

    @Override
    public void write(String name, byte[] bytes) throws IOException {
        Files.write(directory.resolve(name), bytes);
    }

    @Override
    public void sync(String name) throws IOException {
        try (FileChannel channel = FileChannel.open(directory.resolve(name), StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Files.move(directory.resolve(from), directory.resolve(to), StandardCopyOption.ATOMIC_MOVE);
    }

    /** On Windows a directory cannot be opened; there the journal of the file system keeps the order. */
    @Override
    public void syncDirectory() throws IOException {
        if (isWindows()) {
            return;
        }
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private boolean isWindows() {
        return !directory.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Makes a file of its own that is on the disk when this returns. */
    public void replace(String name, byte[] bytes) throws IOException {
        String next = name + ".next";
        write(next, bytes);
        sync(next);
        rename(next, name);
        syncDirectory();
    }
}
