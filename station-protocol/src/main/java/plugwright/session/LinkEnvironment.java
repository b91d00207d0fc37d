package plugwright.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import plugwright.model.WireTime;

/**
 * Clocks, threads and a name for links, handed in.
 *
 * @param wireClock this machine's monotonic clock
 * @param wallClock for "since when"
 * @param threads makes the thread that owns a connection; virtual in the program
 * @param pause how the owner waits between attempts
 * @param displayName what other programs see as holder of the session, at most 32 characters
 */
public record LinkEnvironment(
        Supplier<WireTime> wireClock,
        InstantSource wallClock,
        ThreadFactory threads,
        Pause pause,
        String displayName) {

    /** Waits; returns early with an interrupt. */
    @FunctionalInterface
    public interface Pause {
        void sleep(Duration duration) throws InterruptedException;
    }

    /** The real clocks and virtual threads. */
    public static LinkEnvironment real(String displayName) {
        return new LinkEnvironment(
                () -> new WireTime(System.nanoTime()),
                InstantSource.system(),
                Thread.ofVirtual().name("station-link-", 0).factory(),
                Thread::sleep,
                displayName);
    }
}
