package plugwright.station.sim.net;

import java.util.Arrays;
import java.util.Optional;
import plugwright.model.VehicleClass;
import plugwright.wire.scn.GrantReason;

/** One socket of a network as it truly is: what its vehicle is told and draws, and what its settings allow. */
final class SocketTruth {

    static final long NEVER = Long.MIN_VALUE / 4;

    static final int PHASES = 3;

    /** Demands travel in half ampere. */
    static final int DEMAND_STEP = 500;

    /** {@link #id} of a socket whose station left. */
    static final int NOT_OF_IT = -1;

    /** More changes than this within a minute are unrest (I6). */
    static final int CALM_CHANGES = 2;

    /** In the network; below 0 for one that is not of it. */
    int id;
    final int station;
    final int place;
    /** Cut off it may be told this, in mA. */
    int safe;
    /** The most that it may ever be told: connector, station, cable. */
    int cap;
    /** What its cable is rated for, in mA. */
    int cable = Integer.MAX_VALUE;
    boolean plugged;
    boolean obedient = true;
    boolean asks;
    int told;
    /** Grid phases that count for it: bit 0 is L1. */
    int counted;
    VehicleClass vehicleClass = VehicleClass.UNKNOWN;
    /** What it is held to because it left more unused, in mA; 0 while nothing is taken from it. */
    int demand;
    final int[] drawn = new int[PHASES];
    /** What the last grant that it applied since its start allowed, in mA. */
    int leaseAmount;
    /** Moment of the last vote whose grant it applied, of its start or of the end of a pause. */
    long leaseFrom = NEVER;
    long waitingSince = NEVER;
    /** How much longer vehicles plugged in before made everyone wait. */
    long pluggedBefore;
    Optional<GrantReason> reason = Optional.empty();
    private final long[] toldChanges = new long[CALM_CHANGES + 1];
    private int changes;

    SocketTruth(int id, int station, int place) {
        this.id = id;
        this.station = station;
        this.place = place;
        Arrays.fill(toldChanges, NEVER);
    }

    /** Whether it has all that it is held to, which may be less than others have. */
    boolean hasItsDemand() {
        return demand > 0 && told + DEMAND_STEP >= demand;
    }

    int floor() {
        return vehicleClass.minimum().milliampere();
    }

    void toldChanged(long now) {
        changes = (changes + 1) % toldChanges.length;
        toldChanges[changes] = now;
    }

    /** When the change happened that was one too many if it is recent. */
    long oldestOfChanges() {
        return toldChanges[(changes + 1) % toldChanges.length];
    }
}
