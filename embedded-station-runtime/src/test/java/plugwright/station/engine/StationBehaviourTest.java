package plugwright.station.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static plugwright.station.engine.Bench.ONE;
import static plugwright.station.engine.Bench.TWO;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plugwright.model.Ampere;
import plugwright.model.LedPattern;
import plugwright.model.MainState;
import plugwright.model.Mode3State;
import plugwright.model.PhaseCurrents;
import plugwright.model.PhaseMapping;
import plugwright.model.ReasonKind;
import plugwright.model.SocketNumber;
import plugwright.model.StatusCode;
import plugwright.model.VehicleClass;
import plugwright.station.engine.FrontPanel.Message;
import plugwright.station.engine.StationSettings.Feature;
import plugwright.station.engine.StationSettings.Feeders;
import plugwright.station.engine.StationSettings.Supply;
import plugwright.station.mode3.Cable;
import plugwright.station.sim.VehicleSpec;
import plugwright.station.sim.WorldCommand;

class StationBehaviourTest {

    private static final VehicleSpec THREE = VehicleSpec.of(3, Ampere.of(32));
    private static final VehicleSpec ONE_PHASE = VehicleSpec.of(1, Ampere.of(32));

    private static StationSettings sharing(int maximum) {
        return StationSettings.ofDouble(Ampere.of(maximum), Ampere.of(32)).with(Feature.ON);
    }

    @Test
    @Tag("STA-1")
    void givesEachSocketHalfWhenNothingIsShared() {
        Bench bench = new Bench(StationSettings.ofDouble(Ampere.of(25), Ampere.of(16)).with(Feature.OFF))
                .plug(ONE, THREE)
                .run(90);
        assertThat(bench.told(ONE)).isEqualTo(12.5);
        assertThat(bench.at(ONE).offer().reason().kind()).isEqualTo(ReasonKind.EQUAL_SHARE);

        bench.settings(bench.world.settings().withStationMaximum(Ampere.of(40))).run(90);
        assertThat(bench.told(ONE)).isEqualTo(16);
        assertThat(bench.at(ONE).offer().reason().kind()).isEqualTo(ReasonKind.SOCKET_MAXIMUM);

        bench.settings(bench.world.settings().withStationMaximum(Ampere.of(25))).plug(TWO, THREE).run(90);
        assertThat(bench.told(ONE)).isEqualTo(12.5);
        assertThat(bench.told(TWO)).isEqualTo(12.5);
    }

    @Test
    @Tag("SLB-3")
    @Tag("LIC-2")
    void doesNotShareWhenLockedOrOff() {
        for (Feature feature : List.of(Feature.LOCKED, Feature.OFF)) {
            Bench bench = new Bench(sharing(16).with(feature)).plug(ONE, THREE).run(90);
            assertThat(bench.told(ONE)).isEqualTo(8);
        }
        assertThat(new Bench(sharing(16)).plug(ONE, THREE).run(90).told(ONE)).isEqualTo(16);
    }

    @Test
    @Tag("SLB-3")
    void givesASingleSocketItsStationMaximumWhateverTheFeature() {
        StationSettings single = StationSettings.ofSingle(Ampere.of(20), Ampere.of(32));
        assertThat(new Bench(single).plug(ONE, THREE).run(90).told(ONE)).isEqualTo(20);
        assertThat(new Bench(single.with(Feature.ON)).plug(ONE, THREE).run(90).told(ONE)).isEqualTo(20);
    }

    @Test
    @Tag("STA-2")
    void pausesWithItsReasonWhenTheCapIsBelowTheMinimum() {
        Bench bench = new Bench(sharing(25)
                        .withConnectorMaximum(List.of(Ampere.of(5), Ampere.of(32))))
                .plug(ONE, THREE)
                .run(30);
        assertThat(bench.told(ONE)).isZero();
        assertThat(bench.at(ONE).offer().reason().kind()).isEqualTo(ReasonKind.CAP_BELOW_MINIMUM);
        assertThat(bench.at(ONE).offer().reason().arguments())
                .containsExactly(6_000, 5_000, ReasonKind.SOCKET_MAXIMUM.code());
        assertThat(bench.at(ONE).panel().text(java.util.Locale.ENGLISH))
                .isEqualTo("Chargepoint ready, waiting for power.");
    }

    @ParameterizedTest
    @CsvSource({"A13, 13", "A20, 20", "A32, 32", "A63, 32"})
    @Tag("STA-7")
    void capsAtTheCablesRating(Cable cable, double expected) {
        Bench bench = new Bench(sharing(32)).plug(ONE, THREE.with(cable)).run(90);
        assertThat(bench.told(ONE)).isEqualTo(expected);
    }

    @Test
    @Tag("STA-8")
    void sharesNothingWhenEachSocketHasItsFeeder() {
        StationSettings dual = StationSettings.ofDouble(Ampere.of(32), Ampere.of(16))
                .withMapping(Supply.THREE_PHASES, Feeders.DUAL, List.of(PhaseMapping.L1L2L3, PhaseMapping.L1L2L3));
        Bench bench = new Bench(dual).plug(ONE, THREE).plug(TWO, THREE).run(200);
        assertThat(bench.told(ONE)).isEqualTo(16);
        assertThat(bench.told(TWO)).isEqualTo(16);

        Bench withSharing = new Bench(dual.with(Feature.ON)).plug(ONE, THREE).run(200);
        assertThat(withSharing.told(ONE)).isEqualTo(16);
    }

    @Test
    @Tag("STA-4")
    @Tag("STA-5")
    void loadsTheGridPhasesThatRotationAndMappingGive() {
        Bench bench = new Bench(sharing(32)
                        .withMapping(
                                Supply.THREE_PHASES,
                                Feeders.SINGLE,
                                List.of(PhaseMapping.L2L3L1, PhaseMapping.L2L3L1)))
                .plug(ONE, ONE_PHASE)
                .plug(TWO, ONE_PHASE)
                .run(200);
        // Socket 1: outlet 1 is station terminal 3, which L2L3L1 connects to L1. Socket 2: terminal 1, to L2.
        assertThat(bench.at(ONE).onGrid().l1().milliampere()).isGreaterThan(30_000);
        assertThat(bench.at(ONE).onGrid().l2()).isEqualTo(Ampere.ZERO);
        assertThat(bench.at(ONE).onGrid().l3()).isEqualTo(Ampere.ZERO);
        assertThat(bench.at(TWO).onGrid().l2().milliampere()).isGreaterThan(30_000);
        assertThat(bench.at(TWO).onGrid().l1()).isEqualTo(Ampere.ZERO);
        assertThat(bench.at(ONE).reading().currents().l3().milliampere()).isGreaterThan(30_000);
        assertThat(bench.at(ONE).onOutlet().l1().milliampere()).isGreaterThan(30_000);
    }

    @Test
    @Tag("PRB-1")
    void probesANewVehicleWithFourteenAmpereForAMinuteWhileTheOtherYields() {
        Bench bench = new Bench(sharing(16)).plug(ONE, THREE).run(120);
        assertThat(bench.told(ONE)).isEqualTo(16);

        bench.plug(TWO, THREE).run(8);
        assertThat(bench.told(ONE)).isZero();
        assertThat(bench.told(TWO)).isEqualTo(14);
        assertThat(bench.at(ONE).offer().reason().kind()).isEqualTo(ReasonKind.WAITING_FOR_PROBE);
        assertThat(bench.at(ONE).panel().led()).isEqualTo(LedPattern.LIGHT_BLUE_FLASHING);
        assertThat(bench.at(TWO).panel().led()).isEqualTo(LedPattern.DARK_BLUE);

        double probed = 0;
        while (bench.told(TWO) == 14) {
            bench.run(0.2);
            probed += 0.2;
        }
        assertThat(probed).isBetween(35.0, 51.0);
        assertThat(bench.told(TWO)).isEqualTo(6);
        assertThat(bench.at(TWO).offer().reason().kind()).isEqualTo(ReasonKind.PROBE_TEST);
        bench.run(30);
        assertThat(bench.told(ONE)).isEqualTo(8);
        assertThat(bench.told(TWO)).isEqualTo(8);
        assertThat(bench.at(TWO).vehicleClass()).isEqualTo(VehicleClass.SIX_AMPERE);
    }

    @Test
    @Tag("PRB-2")
    @Tag("PRB-3")
    void classesAVehicleThatStopsInTheTestAsFourteen() {
        Bench bench = new Bench(sharing(25))
                .plug(ONE, THREE.needing(Ampere.of(14)))
                .run(80)
                .plug(TWO, THREE)
                .run(200);
        assertThat(bench.at(ONE).vehicleClass()).isEqualTo(VehicleClass.FOURTEEN_AMPERE);
        assertThat(bench.told(ONE)).isEqualTo(14);
        assertThat(bench.told(TWO)).isEqualTo(11);
        assertThat(bench.drawn(ONE)).isGreaterThan(13);
    }

    @Test
    @Tag("PRB-3")
    void doesNotDetectAFourteenAmpereVehicleWhenProbingWithLess() {
        Bench bench = new Bench(sharing(25).withTiming(Ampere.of(10), Duration.ofMinutes(15)))
                .plug(ONE, THREE.needing(Ampere.of(14)))
                .run(90);
        assertThat(bench.at(ONE).vehicleClass()).isEqualTo(VehicleClass.SIX_AMPERE);
    }

    @Test
    @Tag("PRB-4")
    void probesOneAfterTheOtherWhenBothDoNotFit() {
        Bench bench = new Bench(sharing(20)).plug(ONE, THREE).plug(TWO, THREE).run(20);
        assertThat(bench.told(ONE)).isEqualTo(14);
        assertThat(bench.told(TWO)).isZero();
        assertThat(bench.at(TWO).offer().reason().kind()).isEqualTo(ReasonKind.WAITING_FOR_PROBE);
        bench.run(55);
        assertThat(bench.told(TWO)).isEqualTo(14);
        bench.run(120);
        assertThat(bench.told(ONE)).isEqualTo(10);
        assertThat(bench.told(TWO)).isEqualTo(10);
    }

    @Test
    @Tag("PRB-5")
    void servesNoFourteenAmpereVehicleWhenLessThanFourteenCanBeHad() {
        Bench bench = new Bench(sharing(32))
                .plug(ONE, THREE.needing(Ampere.of(14)))
                .plug(TWO, THREE)
                .run(200)
                .settings(sharing(12))
                .run(20);
        // It takes no turn: the other one is not paused once.
        for (int k = 0; k < 200; k++) {
            bench.run(10);
            assertThat(bench.told(ONE)).isZero();
            assertThat(bench.told(TWO)).isEqualTo(12);
        }
        assertThat(bench.at(ONE).offer().reason().kind()).isEqualTo(ReasonKind.MINIMUM_DOES_NOT_FIT);
    }

    @ParameterizedTest(name = "{0} A, minimum {1} and {2}: alternating {3}")
    @CsvSource({"11, 6, 6, true", "12, 6, 6, false", "19, 14, 6, true", "20, 14, 6, false", "27, 14, 14, true",
        "28, 14, 14, false"})
    @Tag("ALT-1")
    @Tag("ALT-4")
    void alternatesWhenTheMinimaDoNotFitTogether(int maximum, int minimum1, int minimum2, boolean alternates) {
        // Probed with room for all, then the limit is lowered.
        Bench bench = new Bench(sharing(32).withTiming(Ampere.of(14), Duration.ofSeconds(900)))
                .plug(ONE, THREE.needing(Ampere.of(minimum1)))
                .plug(TWO, THREE.needing(Ampere.of(minimum2)))
                .run(200)
                .settings(sharing(maximum))
                .run(30);
        boolean oneWaits = bench.told(ONE) == 0;
        boolean twoWaits = bench.told(TWO) == 0;
        assertThat(oneWaits || twoWaits).isEqualTo(alternates);
        if (!alternates) {
            assertThat(bench.told(ONE)).isGreaterThanOrEqualTo(minimum1);
            assertThat(bench.told(TWO)).isGreaterThanOrEqualTo(minimum2);
            return;
        }
        assertThat(bench.at(oneWaits ? ONE : TWO).offer().reason().kind()).isEqualTo(ReasonKind.WAITING_TURN);
        bench.run(900);
        assertThat(bench.told(ONE) == 0).isNotEqualTo(oneWaits);
        assertThat(bench.told(TWO) == 0).isNotEqualTo(twoWaits);
        bench.run(900);
        assertThat(bench.told(ONE) == 0).isEqualTo(oneWaits);
        assertThat(bench.told(TWO) == 0).isEqualTo(twoWaits);
    }

    @Test
    @Tag("ALT-5")
    void resumesToC2WhenItsTurnComes() {
        Bench bench = new Bench(sharing(10)).plug(ONE, THREE).run(30).plug(TWO, THREE).run(60);
        assertThat(bench.at(ONE).mode3()).isEqualTo(Mode3State.C2);
        assertThat(bench.at(TWO).mode3()).isIn(Mode3State.B1, Mode3State.C1);
        bench.run(900);
        assertThat(bench.at(ONE).mode3()).isEqualTo(Mode3State.C1);
        assertThat(bench.at(ONE).contactor()).isEqualTo(Effect.ContactorState.OPEN);
        assertThat(bench.at(TWO).mode3()).isEqualTo(Mode3State.C2);
        assertThat(bench.drawn(TWO)).isGreaterThan(9);
    }

    @Test
    @Tag("SLB-2")
    void givesWhatAVehicleLeavesToTheOtherAfterThreeMinutesAndBack() {
        Bench bench = new Bench(sharing(32))
                .plug(ONE, VehicleSpec.of(3, Ampere.of(8)))
                .plug(TWO, THREE)
                .run(150);
        assertThat(bench.told(ONE)).isEqualTo(16);
        assertThat(bench.told(TWO)).isEqualTo(16);
        bench.run(240);
        // It draws 8 A, keeps 3 A above that, and the other gets the rest.
        assertThat(bench.told(ONE)).isEqualTo(11);
        assertThat(bench.told(TWO)).isEqualTo(21);
        assertThat(bench.at(ONE).offer().reason().kind()).isEqualTo(ReasonKind.DEMAND);

        bench.unplug(ONE).run(20).plug(ONE, THREE).run(200);
        assertThat(bench.told(ONE)).isEqualTo(16);
        assertThat(bench.told(TWO)).isEqualTo(16);
    }

    @Test
    @Tag("SLB-1")
    void givesTheWholeToTheOtherWhenOneLeaves() {
        Bench bench = new Bench(sharing(25)).plug(ONE, THREE).plug(TWO, THREE).run(200);
        assertThat(bench.told(TWO)).isEqualTo(12.5);
        assertThat(bench.at(TWO).offer().reason().kind()).isEqualTo(ReasonKind.SHARED);
        assertThat(bench.at(TWO).status()).isEqualTo(StatusCode.LOAD_BALANCING_LIMITED);
        bench.unplug(ONE).run(20);
        assertThat(bench.told(TWO)).isEqualTo(25);
        assertThat(bench.drawn(TWO)).isGreaterThan(24);
    }

    @Test
    void tellsNothingToAStationThatIsDownAndProbesAgainAfterAReboot() {
        Bench bench = new Bench(sharing(25)).plug(ONE, THREE).run(100);
        bench.world.command(new WorldCommand.ShutDown());
        bench.run(10);
        assertThat(bench.drawn(ONE)).isZero();
        assertThat(bench.world.snapshot().socket(ONE).mode3()).isEqualTo(Mode3State.E);
        bench.world.command(new WorldCommand.Boot(bench.world.settings(), StationEvent.BootReason.COMMAND));
        bench.run(20);
        assertThat(bench.told(ONE)).isEqualTo(14);
        assertThat(bench.drawn(ONE)).isGreaterThan(13);
        bench.run(80);
        assertThat(bench.told(ONE)).isEqualTo(25);
    }

    @Test
    void passesTheStatesOfAChargingSessionInOrder() {
        Bench bench = new Bench(sharing(25)).run(1).plug(ONE, ONE_PHASE).run(30);
        assertThat(bench.at(ONE).mainState()).isEqualTo(MainState.CHARGING_POWER_ON);
        assertThat(bench.log)
                .filteredOn(l -> l.startsWith("Socket #1: main state: "))
                .extracting(l -> l.substring("Socket #1: main state: ".length()).split(",", -1)[0])
                .containsExactly(
                        "AVAILABLE",
                        "CABLE_CONNECTED",
                        "EV_CONNECTED_AUTHORIZED",
                        "CHARGING_POWER_STARTING",
                        "CHARGING_POWER_ON");
        assertThat(bench.log).anyMatch(l -> l.matches("Socket #1: I1=\\d+\\.\\dA I2=.* P=\\d+\\.\\dkW Idc=0.0mA"));
        assertThat(bench.log).contains("Socket #1: #phases is 1");
        bench.unplug(ONE).run(1);
        assertThat(bench.at(ONE).mainState()).isEqualTo(MainState.AVAILABLE);
    }

    @Test
    void showsNoCurrentFromTheMomentTheVehicleIsUnplugged() {
        Bench bench = new Bench(sharing(25)).plug(ONE, THREE).plug(TWO, THREE).run(200);
        assertThat(bench.drawn(ONE)).isGreaterThan(11);
        double other = bench.drawn(TWO);
        List<Double> energy = bench.at(ONE).reading().wattHours();
        bench.unplug(ONE);
        assertThat(bench.at(ONE).reading().currents()).isEqualTo(PhaseCurrents.ZERO);
        assertThat(bench.at(ONE).reading().wattHours()).isEqualTo(energy);
        assertThat(bench.drawn(TWO)).isEqualTo(other);
    }

    @Test
    @Tag("UIF-1")
    void showsThePowerOfAChargingVehicleAndTheMostThereCouldBe() {
        Bench bench = new Bench(sharing(25)).plug(ONE, THREE.moving(0, 30_000, 1000)).plug(TWO, THREE).run(200);
        assertThat(bench.at(ONE).panel().message()).isEqualTo(Message.CHARGING);
        assertThat(bench.at(ONE).panel().led()).isEqualTo(LedPattern.DARK_BLUE);
        assertThat(bench.at(ONE).panel().text(java.util.Locale.ENGLISH)).isEqualTo("Charging 8.6 kW (max 17.2 kW)");
    }

    @Test
    @Tag("UIF-1")
    void flashesDarkBlueWhileAVehicleIsAskedToReduceAndLightBlueWhileOneWaits() {
        Bench bench = new Bench(sharing(12))
                .plug(ONE, THREE.moving(4_000, 4_000, 1000))
                .run(60)
                .plug(TWO, THREE)
                .run(0.4);
        assertThat(bench.told(ONE)).isEqualTo(6);
        assertThat(bench.at(ONE).panel().led()).isEqualTo(LedPattern.DARK_BLUE_FLASHING);
        assertThat(bench.at(TWO).offer().reason().kind()).isEqualTo(ReasonKind.LOWERING_FIRST);
        assertThat(bench.at(TWO).panel().led()).isEqualTo(LedPattern.LIGHT_BLUE_FLASHING);
        bench.run(20);
        assertThat(bench.at(ONE).panel().led()).isEqualTo(LedPattern.DARK_BLUE);
        assertThat(bench.told(TWO)).isEqualTo(6);

        bench.settings(sharing(11)).run(20);
        SocketNumber waits = bench.told(ONE) == 0 ? ONE : TWO;
        assertThat(bench.at(waits).panel().led()).isEqualTo(LedPattern.LIGHT_BLUE_FLASHING);
        assertThat(bench.at(waits).panel().text(java.util.Locale.ENGLISH)).startsWith("Charging 0.0 kW");
        assertThat(bench.at(waits).status()).isEqualTo(StatusCode.LOAD_BALANCING_FORCED_OFF);
    }

    @Test
    void raisesOnlyWhenAnObedientButSlowVehicleHasFollowed() {
        // The first takes 5 s to notice; until it was seen below its new limit the second is told nothing.
        Bench bench = new Bench(sharing(12))
                .plug(ONE, THREE.moving(5_000, 4_000, 1000))
                .run(60)
                .plug(TWO, THREE.moving(0, 30_000, 1000));
        double waited = 0;
        while (bench.told(TWO) == 0) {
            bench.run(0.2);
            waited += 0.2;
        }
        assertThat(waited).isBetween(5.0, 7.0);
    }

    @Test
    @Tag("SLB-1")
    void restsOnTheExactShareAMinuteAfterTheLastChange() {
        for (int maximum = 12; maximum <= 40; maximum++) {
            Bench bench = new Bench(sharing(maximum)).plug(ONE, THREE).plug(TWO, THREE).run(220);
            double share = Math.min(32, maximum / 2.0);
            assertThat(bench.told(ONE)).isEqualTo(share);
            assertThat(bench.told(TWO)).isEqualTo(share);
        }
    }
}
