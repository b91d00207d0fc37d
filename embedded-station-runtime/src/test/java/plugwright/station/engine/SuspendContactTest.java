package plugwright.station.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static plugwright.station.engine.Bench.ONE;
import static plugwright.station.engine.Bench.TWO;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plugwright.model.Ampere;
import plugwright.model.LedPattern;
import plugwright.model.MainState;
import plugwright.model.Mode3State;
import plugwright.model.ReasonKind;
import plugwright.model.SocketNumber;
import plugwright.station.engine.Effect.ContactorState;
import plugwright.station.engine.StationSettings.Feature;
import plugwright.station.sim.VehicleSpec;
import plugwright.station.sim.WorldCommand;

/** Charging halted on request of the grid's operator (guide §2.7.1, §8). */
@Tag("SCM-1")
class SuspendContactTest {

    private static final VehicleSpec THREE = VehicleSpec.of(3, Ampere.of(32));

    private static StationSettings sharing(int ampere) {
        return StationSettings.ofDouble(Ampere.of(ampere), Ampere.of(32)).with(Feature.ON);
    }

    private static Bench suspend(Bench bench, Suspension suspension) {
        bench.world.command(new WorldCommand.FromOutside(new StationEvent.SuspensionChanged(suspension)));
        return bench;
    }

    @Test
    @Tag("UIF-1")
    void pausesAChargingVehicleInAControlledWayAndSaysWho() {
        Bench bench = new Bench(sharing(25)).plug(ONE, THREE.moving(2_000, 4_000, 990)).run(100);
        suspend(bench, Suspension.BY_CONTACT);
        assertThat(bench.told(ONE)).isZero();
        assertThat(bench.at(ONE).mode3()).isEqualTo(Mode3State.C1);
        // The vehicle stops by itself and only then the contactor opens, without load.
        bench.run(1);
        assertThat(bench.at(ONE).contactor()).isEqualTo(ContactorState.CLOSED);
        bench.run(3);
        assertThat(bench.drawn(ONE)).isZero();
        assertThat(bench.at(ONE).contactor()).isEqualTo(ContactorState.OPEN);
        assertThat(bench.at(ONE).mainState()).isEqualTo(MainState.POWER_OFF_SUSPENDED);
        assertThat(bench.at(ONE).offer().reason().kind()).isEqualTo(ReasonKind.SUSPENDED);
        assertThat(bench.at(ONE).panel().led()).isEqualTo(LedPattern.BLUE_FLASHING);
        assertThat(bench.at(ONE).panel().text(Locale.ENGLISH)).isEqualTo("Charging session halted by energy supplier");
        suspend(bench, Suspension.BY_NETWORK).run(1);
        assertThat(bench.at(ONE).panel().text(Locale.ENGLISH)).isEqualTo("Chargepoint ready, waiting for power.");
    }

    @Test
    void goesOnWithoutAnotherProbeOrWaitOnceAMinuteHasPassed() {
        Bench bench = new Bench(sharing(25)).plug(ONE, THREE).run(100);
        suspend(bench, Suspension.BY_CONTACT).run(20);
        suspend(bench, Suspension.NONE).run(39);
        assertThat(bench.told(ONE)).isZero();
        assertThat(bench.at(ONE).offer().reason().kind()).isEqualTo(ReasonKind.MINIMUM_PAUSE);
        bench.run(2);
        assertThat(bench.told(ONE)).isEqualTo(25);

        suspend(bench, Suspension.BY_CONTACT).run(600);
        assertThat(bench.told(ONE)).isZero();
        suspend(bench, Suspension.NONE).run(0.2);
        assertThat(bench.told(ONE)).as("%s", bench.at(ONE).offer()).isEqualTo(25);
        assertThat(bench.at(ONE).offer().reason().kind()).isNotEqualTo(ReasonKind.PROBING);
        bench.run(20);
        assertThat(bench.drawn(ONE)).isGreaterThan(24);
    }

    @Test
    void pausesANewSessionAtOnceAndProbesItWhenReleased() {
        Bench bench = new Bench(sharing(25)).plug(ONE, THREE).run(100);
        suspend(bench, Suspension.BY_CONTACT).run(10).plug(TWO, THREE).run(300);
        assertThat(bench.told(TWO)).isZero();
        assertThat(bench.at(TWO).mode3()).isEqualTo(Mode3State.B1);
        assertThat(bench.at(TWO).panel().text(Locale.ENGLISH)).isEqualTo("Charging session halted by energy supplier");
        suspend(bench, Suspension.NONE).run(5);
        assertThat(bench.told(TWO)).isEqualTo(14);
        assertThat(bench.at(TWO).offer().reason().kind()).isEqualTo(ReasonKind.PROBING);
        assertThat(bench.told(ONE)).isEqualTo(11);
        bench.run(90);
        assertThat(bench.told(TWO)).isEqualTo(12.5);
        assertThat(bench.told(ONE)).isEqualTo(12.5);
    }

    @Test
    void letsTurnsAndWaitsStandStill() {
        StationSettings turns = sharing(11).withTiming(Ampere.of(11), Duration.ofSeconds(900));
        Bench bench = new Bench(turns).plug(ONE, THREE).plug(TWO, THREE).run(400);
        SocketNumber first = bench.told(ONE) > 0 ? ONE : TWO;
        SocketNumber second = first == ONE ? TWO : ONE;
        double firstFor = 0;
        suspend(bench, Suspension.BY_CONTACT).run(5_000);
        suspend(bench, Suspension.NONE).run(1);
        assertThat(bench.told(first)).isEqualTo(11);
        while (bench.told(first) > 0) {
            bench.run(1);
            firstFor++;
        }
        // 900 s of the turn less what was over before the suspension; the 5000 s do not count.
        assertThat(firstFor).isBetween(500.0, 900.0);
        bench.run(20);
        assertThat(bench.told(second)).isEqualTo(11);
    }

    @Test
    @Tag("ALT-5")
    void doesNotTakeThePlaceOfAVehicleThatCannotDrawWhileSuspended() {
        StationSettings turns = sharing(11).withTiming(Ampere.of(11), Duration.ofSeconds(3_600));
        Bench bench = new Bench(turns)
                .plug(ONE, THREE)
                .plug(TWO, THREE)
                .run(400);
        SocketNumber first = bench.told(ONE) > 0 ? ONE : TWO;
        suspend(bench, Suspension.BY_CONTACT).run(400);
        suspend(bench, Suspension.NONE).run(5);
        assertThat(bench.told(first)).isEqualTo(11);
    }

    @Test
    @Tag("SCM-2")
    void isNotUsedAndSaysWhyWhenTheStationReadsItsMeterAtTheP1Port() {
        ActiveBalancing.Source modbus = new ActiveBalancing.Source.Modbus("192.168.0.20", 502);
        for (ActiveBalancing.Source source : List.of(new ActiveBalancing.Source.P1(), modbus)) {
            ActiveBalancing by = new ActiveBalancing(
                    Ampere.of(25), Ampere.of(14), ActiveBalancing.Includes.HOUSE_ALONE, source);
            Bench bench = new Bench(sharing(25).with(Optional.of(by))).plug(ONE, THREE).run(100);
            bench.command(new WorldCommand.FromOutside(new StationEvent.SuspensionChanged(Suspension.BY_CONTACT)));
            bench.run(10);
            boolean refused = source instanceof ActiveBalancing.Source.P1;
            assertThat(bench.told(ONE)).isEqualTo(refused ? 14 : 0);
            assertThat(bench.log.stream().filter(l -> l.contains("The suspend contact is not used")).count())
                    .isEqualTo(refused ? 1 : 0);
        }
    }

    @Test
    @Tag("SCM-2")
    void goesOnWhenTheStationIsSetToP1WhileItsContactSuspends() {
        Bench bench = new Bench(sharing(25)).plug(ONE, THREE).run(100);
        suspend(bench, Suspension.BY_CONTACT).run(100);
        assertThat(bench.told(ONE)).isZero();
        ActiveBalancing p1 =
                new ActiveBalancing(Ampere.of(25), Ampere.of(14), ActiveBalancing.Includes.HOUSE_ALONE);
        bench.settings(sharing(25).with(Optional.of(p1))).run(100);
        assertThat(bench.told(ONE)).isEqualTo(14);
    }
}
