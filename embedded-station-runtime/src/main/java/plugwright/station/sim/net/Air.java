package plugwright.station.sim.net;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * What lies between stations: broadcasts become copies of which each is lost, late, repeated, or cut off by a fault of
 * a link or of a station's ear or mouth.
 */
final class Air {

    private static final int PERMILLE = 1_000;

    private final VirtualTime time;
    private final RandomGenerator random;
    private final Listener listener;
    private final int places;
    private final boolean[] cut;
    private final boolean[] deaf;
    private final boolean[] mute;
    private Weather weather = Weather.CALM;

    /** Who takes what arrives. */
    @FunctionalInterface
    interface Listener {
        void arrived(int place, Datagram datagram);
    }

    Air(int places, VirtualTime time, RandomGenerator random, Listener listener) {
        this.places = places;
        this.time = time;
        this.random = random;
        this.listener = listener;
        this.cut = new boolean[places * places];
        this.deaf = new boolean[places];
        this.mute = new boolean[places];
    }

    void weather(Weather now) {
        weather = now;
    }

    /** Cuts or mends the way from one to another; the way back is another one. */
    void cut(int from, int to, boolean isCut) {
        cut[from * places + to] = isCut;
    }

    /** A deaf one hears nobody. */
    void deaf(int place, boolean isDeaf) {
        deaf[place] = isDeaf;
    }

    /** A mute one is heard by nobody. */
    void mute(int place, boolean isMute) {
        mute[place] = isMute;
    }

    /** Mends everything; what is under way stays there. */
    void heal() {
        weather = Weather.CALM;
        Arrays.fill(cut, false);
        Arrays.fill(deaf, false);
        Arrays.fill(mute, false);
    }

    /** Whether what one says now can reach another, apart from the weather. */
    boolean reaches(int from, int to) {
        return !cut[from * places + to] && !deaf[to] && !mute[from];
    }

    /** Sends a datagram to all others. */
    void broadcast(int from, Datagram datagram) {
        if (mute[from]) {
            return;
        }
        for (int to = 0; to < places; to++) {
            if (to != from && !cut[from * places + to] && !isPart(weather.lossPermille())) {
                send(to, datagram, delay());
                if (isPart(weather.repeatPermille())) {
                    send(to, datagram, delay() + delay());
                }
            }
        }
    }

    /** Puts a datagram before one listener, as an attacker does. */
    void send(int to, Datagram datagram, long millis) {
        time.after(Math.min(millis, Weather.LONGEST_MILLIS), () -> {
            if (!deaf[to]) {
                listener.arrived(to, datagram);
            }
        });
    }

    private boolean isPart(int permille) {
        return permille > 0 && random.nextInt(PERMILLE) < permille;
    }

    private long delay() {
        int most = isPart(weather.latePermille()) ? weather.latestMillis() : weather.usualMillis();
        return 1L + (most > 1 ? random.nextInt(most) : 0);
    }
}
