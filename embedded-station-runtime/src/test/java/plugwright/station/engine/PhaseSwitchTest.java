package plugwright.station.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static plugwright.station.engine.Bench.ONE;
import static plugwright.station.engine.Bench.TWO;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plugwright.model.Ampere;
import plugwright.model.Phase;
import plugwright.model.PhaseCurrents;
import plugwright.model.ReasonKind;
import plugwright.model.SiteTime;
import plugwright.model.SocketNumber;
import plugwright.station.engine.Effect.ContactorState;
import plugwright.station.engine.StationEvent.BootReason;
import plugwright.station.sim.VehicleSpec;
import plugwright.station.sim.World;
import plugwright.station.sim.WorldCommand;

/** Register 1215: an energy management system has a socket charge on one phase or on three. */
@Tag("EMS-1")
class PhaseSwitchTest {

    private static final VehicleSpec CAR = VehicleSpec.of(3, Ampere.of(32));
    private static final StationSettings SINGLE = StationSettings.ofSingle(Ampere.of(32), Ampere.of(32));

    private static void choose(Bench bench, SocketNumber socket, ChargingPhases phases) {
        bench.command(new WorldCommand.FromOutside(new StationEvent.PhasesChosen(socket, phases)));
    }

    private static PhaseCurrents outlet(Bench bench, SocketNumber socket) {
        return bench.at(socket).onOutlet();
    }

    /** After a start it is on three phases again, and nobody asks the network's others first. */
    @Test
    @Tag("SCN-6")
    void tellsTheNetworkAllPhasesItCanLoadAlsoWhileItChargesOnOne() {
        World world = new World(SINGLE, new plugwright.model.SiteTime(0));
        world.command(new WorldCommand.Boot(SINGLE, StationEvent.BootReason.POWER_ON));
        world.command(new WorldCommand.FromOutside(new StationEvent.PhasesChosen(ONE, ChargingPhases.ONE)));
        world.advanceTo(new plugwright.model.SiteTime(100_000));
        assertThat(world.standing(ONE).counted()).isEqualTo(0b001);
        assertThat(world.standing(ONE).connected()).isEqualTo(0b111);
    }

    @Test
    void goesFromThreePhasesToOneAndBackWithAPauseEachTime() {
        Bench bench = new Bench(SINGLE).plug(ONE, CAR).run(130);
        assertThat(outlet(bench, ONE).l3().value()).isGreaterThan(30);
        choose(bench, ONE, ChargingPhases.ONE);
        assertThat(bench.told(ONE)).isZero();
        bench.run(55);
        assertThat(bench.told(ONE)).isZero();
        assertThat(bench.at(ONE).phases()).isEqualTo(1);
        bench.run(45);
        assertThat(bench.told(ONE)).as("without another probe").isEqualTo(32);
        assertThat(outlet(bench, ONE).l1().value()).isGreaterThan(30);
        assertThat(outlet(bench, ONE).l2()).isEqualTo(Ampere.ZERO);
        assertThat(outlet(bench, ONE).l3()).isEqualTo(Ampere.ZERO);
        assertThat(bench.at(ONE).countedPhases()).containsExactly(Phase.L1);
        assertThat(bench.log).contains("Socket #1: charges on 1 phase(s)");
        choose(bench, ONE, ChargingPhases.THREE);
        assertThat(bench.told(ONE)).isZero();
        bench.run(100);
        assertThat(outlet(bench, ONE).l3().value()).isGreaterThan(30);
        assertThat(bench.at(ONE).countedPhases()).hasSize(3);
    }

    @Test
    void doesNothingWhenTheNumberIsWhatItIs() {
        Bench bench = new Bench(SINGLE).plug(ONE, CAR).run(130);
        choose(bench, ONE, ChargingPhases.THREE);
        bench.run(10);
        assertThat(bench.told(ONE)).isEqualTo(32);
    }

    @Test
    void switchesAtOnceWhileNothingCharges() {
        Bench bench = new Bench(SINGLE);
        choose(bench, ONE, ChargingPhases.ONE);
        bench.run(0.2);
        assertThat(bench.at(ONE).phases()).isEqualTo(1);
        bench.plug(ONE, CAR).run(130);
        assertThat(outlet(bench, ONE).l1().value()).isGreaterThan(30);
        assertThat(outlet(bench, ONE).l2()).isEqualTo(Ampere.ZERO);
    }

    /** Sockets of a double are rotated: on one phase each they load L3 and L1, and nothing has to be shared. */
    @Test
    void countsOnlyThePhaseThatIsLeft() {
        Bench bench = new Bench(StationSettings.ofDouble(Ampere.of(32), Ampere.of(32))
                .with(StationSettings.Feature.ON));
        bench.plug(ONE, CAR).plug(TWO, CAR).run(300);
        assertThat(bench.told(ONE)).isEqualTo(16);
        choose(bench, ONE, ChargingPhases.ONE);
        choose(bench, TWO, ChargingPhases.ONE);
        bench.run(150);
        assertThat(bench.told(ONE)).isEqualTo(32);
        assertThat(bench.told(TWO)).isEqualTo(32);
        assertThat(bench.at(ONE).countedPhases()).containsExactly(Phase.L3);
        assertThat(bench.at(TWO).countedPhases()).containsExactly(Phase.L1);
    }

    @Test
    void startsWithThreePhasesAgain() {
        Bench bench = new Bench(SINGLE);
        choose(bench, ONE, ChargingPhases.ONE);
        bench.run(1).plug(ONE, CAR);
        bench.command(new WorldCommand.Boot(SINGLE, BootReason.COMMAND));
        bench.run(130);
        assertThat(bench.at(ONE).phases()).isEqualTo(3);
        assertThat(outlet(bench, ONE).l3().value()).isGreaterThan(30);
    }

    @Test
    void switchesOnlyWhileTheContactorIsOpen() {
        World world = new World(SINGLE, new SiteTime(0));
        List<World.Happened> happened = new ArrayList<>();
        happened.addAll(world.command(new WorldCommand.Boot(SINGLE, BootReason.POWER_ON)));
        happened.addAll(world.command(new WorldCommand.PlugIn(ONE, CAR)));
        for (int i = 0; i < 6; i++) {
            happened.addAll(world.advanceTo(world.now().plusMillis(130_000)));
            ChargingPhases next = ChargingPhases.values()[i % 2];
            happened.addAll(world.command(new WorldCommand.FromOutside(new StationEvent.PhasesChosen(ONE, next))));
        }
        happened.addAll(world.advanceTo(world.now().plusMillis(130_000)));
        ContactorState contactor = ContactorState.OPEN;
        int switched = 0;
        for (World.Happened one : happened) {
            if (one.effect() instanceof Effect.ContactorMoved moved) {
                contactor = moved.state();
            } else if (one.effect() instanceof Effect.PhasesSwitched) {
                assertThat(contactor).isEqualTo(ContactorState.OPEN);
                switched++;
            }
        }
        assertThat(switched).isEqualTo(6);
        assertThat(world.snapshot().socket(ONE).offer().reason().kind()).isNotEqualTo(ReasonKind.SUSPENDED);
    }
}
