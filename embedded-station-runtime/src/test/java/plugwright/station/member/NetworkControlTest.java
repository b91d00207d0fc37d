package plugwright.station.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plugwright.model.VehicleClass;
import plugwright.wire.scn.Heartbeat;
import plugwright.wire.scn.Role;
import plugwright.wire.scn.ScnHeader;
import plugwright.wire.scn.SocketVote;
import plugwright.wire.scn.Source;
import plugwright.wire.scn.VehicleMemory;

/** What the control of a network makes of votes. */
@Tag("SCN-2")
class NetworkControlTest {

    private static final long NOW = 4_000_000_000L;
    private static final long PERIOD = 900_000;

    private final NetworkControl control =
            new NetworkControl(TestNetwork.settings(TestNetwork.network(2, 32, 6), 0, 2), NOW);

    private static Heartbeat vote(int stamp, int plugged, int vehicleClass, OptionalInt turnEnds) {
        return new Heartbeat(
                new ScnHeader("SCN1", 50, 3, 1, 0, stamp), Role.MEMBER, Heartbeat.Contact.RELEASED,
                Heartbeat.Change.RUNNING, 0, 32_000, turnEnds, new Source.None(), Optional.empty(),
                List.of(new SocketVote(
                        SocketVote.Use.ASKING, SocketVote.Contactor.CLOSED, SocketVote.Following.SURE, 7, 7, 16_000, 7,
                        21_000, 32_000, 10, 16_000, 16_000, 16_000, plugged, vehicleClass)));
    }

    /** A vote tells at most 2³¹ − 1 ms, 24.8 days. */
    @Test
    void keepsWhatItKnowsOfAVehicleThatIsPluggedInForAMonth() {
        control.vote(vote(1_000, Integer.MAX_VALUE, VehicleMemory.CLASS_FOURTEEN, OptionalInt.empty()), NOW);
        assertThat(control.core().vehicleClass(0)).isEqualTo(VehicleClass.FOURTEEN_AMPERE);
        control.vote(vote(2_000, Integer.MAX_VALUE, 0, OptionalInt.empty()), NOW + 1_000);
        assertThat(control.core().vehicleClass(0)).isEqualTo(VehicleClass.FOURTEEN_AMPERE);
    }

    @Test
    void beginsAnewWithAnotherVehicle() {
        control.vote(vote(900_000, 800_000, VehicleMemory.CLASS_FOURTEEN, OptionalInt.empty()), NOW);
        control.vote(vote(901_000, 500, 0, OptionalInt.empty()), NOW + 1_000);
        assertThat(control.core().vehicleClass(0)).isNotEqualTo(VehicleClass.FOURTEEN_AMPERE);
    }

    @Test
    void letsNoTurnLastLongerThanAPeriodWhateverAVoteSays() {
        control.vote(vote(1_000, 500, 0, OptionalInt.of(Integer.MAX_VALUE)), NOW);
        assertThat(control.core().turnsEnd()).isBetween(NOW, NOW + PERIOD);
    }}
