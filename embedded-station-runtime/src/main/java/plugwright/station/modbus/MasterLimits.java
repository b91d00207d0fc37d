package plugwright.station.modbus;

import java.time.Duration;

/**
 * How many masters a slave serves, and for how long it waits for one that is silent.
 *
 * @param masters connections at a time; a further one is closed at once
 * @param silence a connection without a whole request for this long is closed
 */
public record MasterLimits(int masters, Duration silence) {

    /** Two masters as on real stations; 60 s (guide §5.3.1.2). */
    public static final MasterLimits USUAL = new MasterLimits(2, Duration.ofSeconds(60));
}
