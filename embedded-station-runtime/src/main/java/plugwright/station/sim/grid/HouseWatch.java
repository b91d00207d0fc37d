package plugwright.station.sim.grid;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plugwright.model.ReasonKind;
import plugwright.model.SiteTime;
import plugwright.model.SocketNumber;
import plugwright.station.engine.SocketLook;
import plugwright.station.sim.Breach;
import plugwright.station.sim.Invariant;
import plugwright.station.sim.World;

/**
 * What must hold at a house whose meter is well and whose vehicles obey: above the fuse, where house and PV alone are
 * not, never for longer than the meter's period and 6 s after the house last drew more; limits are 0 or at least the vehicle's floor; while nothing
 * changes no limit changes more than twice a minute. Keeps the first breach.
 */
final class HouseWatch {

    /** A vehicle has 5 s to follow, the meter measured up to 1 s before. */
    private static final long FOLLOWED_MILLIS = 6_000;

    /** A meter that was mended is judged from here on; so is calm after the last change. */
    private static final long SETTLED_MILLIS = 60_000;

    /** Meters tell hundredths of an ampere, cut: so much may flow unseen, in mA. */
    private static final int RESOLUTION = 10;

    private static final int CALM_CHANGES = 2;
    private static final int PHASES = 3;
    private static final long NEVER = Long.MIN_VALUE / 4;

    private final House house;
    private final long[] aboveSince = new long[PHASES];
    private final int[] nets = new int[PHASES];
    private final long[][] toldChanges;
    private final SocketLook[] looks;
    private final boolean[] asked;
    private long judgedFrom = Long.MAX_VALUE / 4;
    private boolean wasHeard;
    private long changedAt;
    private long longestAbove;
    private @Nullable Breach breach;

    HouseWatch(House house, int sockets, SiteTime start) {
        this.house = house;
        this.toldChanges = new long[sockets][CALM_CHANGES + 1];
        this.looks = new SocketLook[sockets];
        this.asked = new boolean[sockets];
        this.changedAt = start.millis();
        Arrays.fill(looks, SocketLook.OFF);
        for (long[] changes : toldChanges) {
            Arrays.fill(changes, NEVER);
        }
        Arrays.fill(aboveSince, NEVER);
    }

    Optional<Breach> breach() {
        return Optional.ofNullable(breach);
    }

    /** The longest time above the fuse, in ms, of those that were judged. */
    long longestAbove() {
        return longestAbove;
    }

    /** The meter is well from now on, or not; the current over the fuse is not the station's doing while it is not. */
    void meter(MeterFault fault, SiteTime now) {
        judgedFrom = fault == MeterFault.WELL ? now.millis() + SETTLED_MILLIS : Long.MAX_VALUE / 4;
        changed(now);
    }

    /** A reading came; what happens before the first one is not judged. */
    void heard(SiteTime now) {
        judgedFrom = wasHeard ? judgedFrom : now.millis();
        wasHeard = true;
    }

    /** Something that vehicles or people do, or the house's loads: limits may move. */
    void changed(SiteTime now) {
        changedAt = now.millis();
    }

    /** Looks at a moment. */
    void look(World world, HouseLoads.Row loads, SiteTime now) {
        SocketLook[] before = looks.clone();
        for (int socket = 0; socket < looks.length; socket++) {
            look(world, socket, now);
        }
        for (int socket = 0; socket < looks.length; socket++) {
            judge(before[socket], looks[socket], socket, now);
        }
        for (int phase = 0; phase < PHASES; phase++) {
            above(world, loads.net(phase), phase, now);
        }
    }

    private void above(World world, int net, int phase, SiteTime now) {
        int flow = net;
        for (int socket = 0; socket < looks.length; socket++) {
            flow += world.milliampere(SocketNumber.values()[socket], phase);
        }
        int lastNet = nets[phase];
        nets[phase] = net;
        boolean judged = now.millis() >= judgedFrom && net <= house.fuse();
        if (flow <= house.fuse() + RESOLUTION || !judged) {
            aboveSince[phase] = NEVER;
            return;
        }
        if (aboveSince[phase] == NEVER || net > lastNet) {
            // Whoever comes on meanwhile is seen with the next reading, as the first was.
            aboveSince[phase] = now.millis();
        }
        long since = now.millis() - aboveSince[phase];
        longestAbove = Math.max(longestAbove, since);
        if (since > house.meter().periodMillis() + FOLLOWED_MILLIS) {
            broken(Invariant.I2_DRAWN, now, flow + " mA on L" + (phase + 1) + " for " + since + " ms, fuse " + house.fuse());
        }
    }

    private void look(World world, int socket, SiteTime now) {
        SocketNumber number = SocketNumber.values()[socket];
        SocketLook before = looks[socket];
        SocketLook look = world.look(number);
        looks[socket] = look;
        boolean asks = world.asks(number);
        if (asks != asked[socket] || before.vehicleClass() != look.vehicleClass() || before.phases() != look.phases()
                || isProbed(before) != isProbed(look) || before.demand() != look.demand()
                || (before.target() > 0) != (look.target() > 0)) {
            changed(now);
        }
        asked[socket] = asks;
    }

    private void judge(SocketLook before, SocketLook look, int socket, SiteTime now) {
        int floor = look.vehicleClass().minimum().milliampere();
        if (look.told() != 0 && look.told() < floor) {
            broken(Invariant.I3_USABLE, now, look.told() + " mA told to socket " + (socket + 1) + ", floor " + floor);
        }
        if (before.told() == look.told()) {
            return;
        }
        long[] changes = toldChanges[socket];
        System.arraycopy(changes, 1, changes, 0, CALM_CHANGES);
        changes[CALM_CHANGES] = now.millis();
        if (now.millis() - changedAt > SETTLED_MILLIS && now.millis() - changes[0] < SETTLED_MILLIS) {
            broken(
                    Invariant.I6_CALM, now,
                    "socket " + (socket + 1) + " was told more than " + CALM_CHANGES
                            + " new limits in a minute in which nothing changed");
        }
    }

    private static boolean isProbed(SocketLook look) {
        return look.reason() == ReasonKind.PROBING || look.reason() == ReasonKind.PROBE_TEST;
    }

    private void broken(Invariant invariant, SiteTime now, String what) {
        if (breach == null) {
            breach = new Breach(invariant, now, what, java.util.List.of());
        }
    }
}
