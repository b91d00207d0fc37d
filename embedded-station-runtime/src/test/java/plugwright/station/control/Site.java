package plugwright.station.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import plugwright.model.ReasonKind;

/** Sockets on one phase and their vehicles. */
final class Site {

    static final int PERIOD_SECONDS = 900;
    static final long TICK = 200;

    final int[] minimum;
    final ControlCore core;
    long now = 1_000_000;

    Site(int... minimum) {
        this.minimum = minimum;
        this.core = new ControlCore(minimum.length, 1);
        core.timing(14_000, PERIOD_SECONDS * 1_000L, now);
        for (int i = 0; i < minimum.length; i++) {
            core.groups().join(i, 0);
            core.terminals(i, 1);
            core.cap(i, 32_000, ReasonKind.SOCKET_MAXIMUM);
        }
    }

    void limit(int milliampere) {
        core.groups().limit(0, 0, milliampere);
    }

    void plugAll() {
        for (int i = 0; i < minimum.length; i++) {
            plug(i);
        }
    }

    void plug(int socket) {
        core.plugged(socket, now);
        core.asks(socket, true);
        core.contactor(socket, false);
    }

    /** The one that is told anything. */
    int served() {
        Set<Integer> served = new TreeSet<>();
        for (int i = 0; i < minimum.length; i++) {
            if (core.told(i) > 0) {
                served.add(i);
            }
        }
        assertThat(served).hasSize(1);
        return served.iterator().next();
    }

    void run(int seconds) {
        for (long end = now + seconds * 1_000L; now < end; now += TICK) {
            for (int i = 0; i < minimum.length; i++) {
                int told = core.told(i);
                core.measured(i, told >= minimum[i] ? told : 0, 0, 0, now);
            }
            core.decide(now);
        }
    }

    Set<Integer> waiting() {
        Set<Integer> waiting = new TreeSet<>();
        for (int i = 0; i < minimum.length; i++) {
            if (core.told(i) == 0) {
                waiting.add(i);
            }
        }
        return waiting;
    }
}
