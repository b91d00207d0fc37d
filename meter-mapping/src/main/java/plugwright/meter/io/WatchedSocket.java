package plugwright.meter.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import plugwright.meter.modbus.Reply;

/**
 * A socket whose answer has one deadline, not each piece of it, and that keeps the bytes of the answer: for a library
 * that does neither. Used by one thread; closed by any.
 */
final class WatchedSocket extends Socket {

    private final Duration timeout;
    /** One more than the longest answer: so much is enough to see that it is too long. */
    private final byte[] received = new byte[Reply.MAX_BYTES + 1];
    private int length;
    private long deadline;
    private Optional<IOException> failure = Optional.empty();

    WatchedSocket(Duration timeout) {
        this.timeout = timeout;
    }

    /** A question goes out now. */
    void begin() {
        length = 0;
        failure = Optional.empty();
        deadline = System.nanoTime() + timeout.toNanos();
    }

    /** The bytes of the answer, as far as they came. */
    byte[] received() {
        return received;
    }

    int length() {
        return length;
    }

    /** Throws what went wrong with the stream since the question, if anything did. */
    void rethrow() throws IOException {
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new Watched(super.getInputStream());
    }

    private final class Watched extends FilterInputStream {

        Watched(InputStream stream) {
            super(stream);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int from, int count) throws IOException {
            try {
                return taken(buffer, from, count);
            } catch (IOException e) {
                failure = Optional.of(e);
                throw e;
            }
        }

        private int taken(byte[] buffer, int from, int count) throws IOException {
            long left = (deadline - System.nanoTime()) / Duration.ofMillis(1).toNanos();
            if (left <= 0) {
                throw new SocketTimeoutException("no whole answer");
            }
            setSoTimeout((int) left);
            int came = super.read(buffer, from, count);
            int kept = Math.min(Math.max(0, came), received.length - length);
            System.arraycopy(buffer, from, received, length, kept);
            length += kept;
            return came;
        }
    }
}
