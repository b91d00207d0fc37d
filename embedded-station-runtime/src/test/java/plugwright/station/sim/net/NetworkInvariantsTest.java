package plugwright.station.sim.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import plugwright.model.VehicleClass;
import plugwright.wire.scn.GrantReason;
import plugwright.wire.scn.GrantTable;
import plugwright.wire.scn.ScnHeader;
import plugwright.wire.scn.SocketGrant;
import plugwright.wire.scn.StationGrant;

/** The invariants find what they are for. */
class NetworkInvariantsTest {

    private static final OwnClock CLOCK = new OwnClock(0, 0, 0);
    private static final int ALL = 0b111;

    private final NetworkInvariants invariants = new NetworkInvariants(20_000);

    NetworkInvariantsTest() {
        invariants.station(0, 1, 32_000);
        invariants.station(1, 1, 32_000);
        invariants.booted(0, 1, 0);
        invariants.booted(1, 1, 0);
        for (SocketTruth socket : invariants.sockets()) {
            socket.cap = 32_000;
            socket.safe = 6_000;
        }
    }

    private void grant(int station, int milliampere, long now) {
        GrantTable table = new GrantTable(
                new ScnHeader("SIM", 7, 1, 1, 1, (int) now), 0, OptionalInt.empty(), List.of(0, 0, 0),
                List.of(0, 0, 0),
                List.of(new StationGrant(
                        station, 1, (int) now, List.of(new SocketGrant(milliampere, ALL, GrantReason.SHARED)))),
                List.of());
        invariants.delivered(station, table, CLOCK, now);
    }

    private void tell(int station, int milliampere, long now) {
        invariants.tells(invariants.sockets().get(station), milliampere, ALL, now);
        invariants.check(station, now);
    }

    private NetworkInvariant broken() {
        return invariants.breach().orElseThrow().invariant();
    }

    @Test
    void findsMoreToldThanTheTotal() {
        grant(0, 14_000, 1_000);
        grant(1, 14_000, 1_000);
        tell(0, 14_000, 1_000);
        assertThat(invariants.breach()).isEmpty();
        tell(1, 14_000, 1_000);
        assertThat(broken()).isEqualTo(NetworkInvariant.I1_TOLD);
    }

    @Test
    void findsATotalThatFellAndIsNotFollowedInTime() {
        grant(0, 18_000, 1_000);
        tell(0, 18_000, 1_000);
        for (int phase = 0; phase < 3; phase++) {
            invariants.total(phase).become(10_000, 2_000);
        }
        invariants.check(0, 2_000 + NetworkInvariants.TOLD_AFTER);
        assertThat(invariants.breach()).isEmpty();
        invariants.check(0, 2_001 + NetworkInvariants.TOLD_AFTER);
        assertThat(broken()).isEqualTo(NetworkInvariant.I1_TOLD);
    }

    @Test
    void findsALeaseThatIsToldAfterItRanOut() {
        grant(0, 14_000, 1_000);
        tell(0, 14_000, 1_000);
        invariants.check(0, 10_900);
        assertThat(invariants.breach()).isEmpty();
        invariants.check(0, 11_100);
        assertThat(broken()).isEqualTo(NetworkInvariant.I7_CUT_OFF);
    }

    @Test
    void findsARiseToTheSafeCurrentThatComesTooEarly() {
        tell(0, 6_000, 20_900);
        assertThat(broken()).isEqualTo(NetworkInvariant.I7_CUT_OFF);
    }

    @Test
    void allowsTheSafeCurrentWhenItWasKeptFree() {
        tell(0, 6_000, 21_000);
        assertThat(invariants.breach()).isEmpty();
    }

    @Test
    void findsLessThanWhatAVehicleNeeds() {
        grant(0, 10_000, 1_000);
        invariants.sockets().getFirst().vehicleClass = VehicleClass.FOURTEEN_AMPERE;
        tell(0, 10_000, 1_000);
        assertThat(broken()).isEqualTo(NetworkInvariant.I3_USABLE);
    }

    @Test
    void findsTwoCoordinators() {
        invariants.authority(0, true, 1);
        assertThat(invariants.breach()).isEmpty();
        invariants.authority(1, true, 2);
        assertThat(broken()).isEqualTo(NetworkInvariant.I9_ONE_COORDINATOR);
    }

    @Test
    void findsMoreDrawnThanTheTotal() {
        invariants.draws(invariants.sockets().get(0), 0, 12_000);
        invariants.draws(invariants.sockets().get(1), 0, 12_000);
        invariants.check(0, 1);
        assertThat(broken()).isEqualTo(NetworkInvariant.I2_DRAWN);
    }
}
