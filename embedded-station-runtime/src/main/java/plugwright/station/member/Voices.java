package plugwright.station.member;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import plugwright.wire.scn.Heartbeat;
import plugwright.wire.scn.Heartbeat.Contact;
import plugwright.wire.scn.ScnCodec;
import plugwright.wire.scn.Source;

/** The last vote of each station for this coordinator, by its first socket id. */
final class Voices {

    private final @Nullable Heartbeat[] last = new Heartbeat[ScnCodec.MAX_SOCKETS];
    private final long[] echoed = new long[ScnCodec.MAX_SOCKETS];
    private final int sockets;

    Voices(int sockets) {
        this.sockets = sockets;
        Arrays.fill(echoed, Timers.NEVER);
    }

    void take(Heartbeat vote, long echo) {
        last[vote.firstSocket()] = vote;
        echoed[vote.firstSocket()] = echo;
    }

    /** The last vote of a station, also a silent one; null where none came. */
    @Nullable Heartbeat of(int firstSocket) {
        return last[firstSocket];
    }

    /** Our stamp that it echoes. */
    long echo(int firstSocket) {
        return echoed[firstSocket];
    }

    boolean isHeard(int firstSocket, long now) {
        return now - echoed[firstSocket] <= Timers.SILENT;
    }

    /** Whether any that is heard asks for a pause of the network. */
    boolean isSuspended(long now) {
        for (int id = 0; id < sockets; id++) {
            Heartbeat vote = last[id];
            if (vote != null && vote.contact() == Contact.SUSPENDED && isHeard(id, now)) {
                return true;
            }
        }
        return false;
    }

    /** Where the network's total comes from. */
    enum TotalBasis {
        /** Nobody reads a meter or an energy management. */
        STATIC,
        READING,
        /** A reading is missed, whoever may have one is not heard, or two meters are read. */
        SAFE
    }

    /** What the network may use on each phase, into {@code total}. */
    TotalBasis total(NetworkSettings settings, int[] total, long now) {
        Source.Available reading = meters(now) == Meters.ONE ? reading(now) : null;
        TotalBasis basis = reading != null
                ? TotalBasis.READING
                : isReadingMissed() ? TotalBasis.SAFE : TotalBasis.STATIC;
        int most = settings.total().milliampere();
        for (int phase = 0; phase < total.length; phase++) {
            total[phase] = switch (basis) {
                case STATIC -> most;
                case READING -> Math.min(most, reading == null ? 0 : reading.on(phase));
                case SAFE -> Math.min(most, settings.totalSafe().milliampere());
            };
        }
        return basis;
    }

    /** Whether those who are heard look to one meter, or two. */
    enum Meters {
        ONE,
        /** Nobody knows which one is the network's. */
        TWO
    }

    Meters meters(long now) {
        int known = Source.UNKNOWN_METER;
        for (int id = 0; id < sockets; id++) {
            Heartbeat vote = last[id];
            if (vote != null && vote.source().meter() != Source.UNKNOWN_METER && isHeard(id, now)) {
                if (known != Source.UNKNOWN_METER && known != vote.source().meter()) {
                    return Meters.TWO;
                }
                known = vote.source().meter();
            }
        }
        return Meters.ONE;
    }

    /** Two may read the same meter: that of the lowest id counts. */
    private Source.@Nullable Available reading(long now) {
        for (int id = 0; id < sockets; id++) {
            Heartbeat vote = last[id];
            if (vote != null && vote.source() instanceof Source.Available available && isHeard(id, now)) {
                return available;
            }
        }
        return null;
    }

    private boolean isReadingMissed() {
        int known = 0;
        for (int id = 0; id < sockets; id++) {
            Heartbeat vote = last[id];
            if (vote != null) {
                known += vote.sockets().size();
                if (!(vote.source() instanceof Source.None)) {
                    return true;
                }
            }
        }
        return known < sockets;
    }
}
