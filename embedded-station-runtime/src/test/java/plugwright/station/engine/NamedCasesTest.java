package plugwright.station.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static plugwright.station.engine.Bench.ONE;
import static plugwright.station.engine.Bench.TWO;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plugwright.model.Ampere;
import plugwright.model.PhaseCurrents;
import plugwright.model.ReasonKind;
import plugwright.model.SocketNumber;
import plugwright.station.engine.ActiveBalancing.Includes;
import plugwright.station.engine.StationSettings.Feature;
import plugwright.station.sim.BatterySpec;
import plugwright.station.sim.Quirks;
import plugwright.station.sim.VehicleSpec;
import plugwright.station.sim.WorldCommand;

/** What drivers would complain of, case by case. */
class NamedCasesTest {

    private static final VehicleSpec THREE = VehicleSpec.of(3, Ampere.of(32));

    private static StationSettings sharing(double ampere) {
        return StationSettings.ofDouble(Ampere.ofNearest(ampere), Ampere.of(32)).with(Feature.ON);
    }

    /** Counts how often a socket's limit changes while time goes on by the second. */
    private static int changes(Bench bench, SocketNumber socket, int seconds) {
        int changes = 0;
        double before = bench.told(socket);
        for (int s = 0; s < seconds; s++) {
            bench.run(1);
            changes += bench.told(socket) == before ? 0 : 1;
            before = bench.told(socket);
        }
        return changes;
    }

    @Test
    @Tag("SLB-2")
    @Tag("ALT-5")
    void neverLocksAFullVehicleOut() {
        // Full after some minutes; hours later its driver switches the heating on.
        VehicleSpec nearlyFull = THREE.with(new BatterySpec(50_000, 49_000))
                .with(Quirks.NONE.cycling(7_200, 600));
        Bench bench = new Bench(sharing(12)).plug(ONE, nearlyFull).plug(TWO, THREE).run(7_000);
        assertThat(bench.drawn(ONE)).isZero();
        assertThat(bench.told(ONE)).isEqualTo(6);
        // Below 2 × 6 A it gives its place away while it takes nothing, and has one again once it asks.
        Bench turns = new Bench(sharing(11).withTiming(Ampere.of(11), Duration.ofSeconds(600)))
                .plug(ONE, THREE.with(Quirks.NONE.cycling(1_000, 3_000)))
                .plug(TWO, THREE)
                .run(3_990);
        assertThat(turns.told(TWO)).isEqualTo(11);
        double waited = 0;
        while (waited < 2 * 600 + 100 && (turns.told(ONE) == 0 || turns.drawn(ONE) < 5)) {
            turns.run(1);
            waited++;
        }
        assertThat(turns.drawn(ONE)).isGreaterThan(5);
    }

    @ParameterizedTest(name = "{0} permille of any limit, station maximum {1} A")
    @CsvSource({"800, 32", "900, 32", "800, 50", "900, 50", "800, 64", "900, 64", "700, 50"})
    @Tag("SLB-2")
    void neverRatchetsAVehicleDownThatDrawsMostOfAnyLimit(int permille, int maximum) {
        Bench bench = new Bench(sharing(maximum))
                .plug(ONE, THREE.moving(500, 4_000, 1_000).with(Quirks.NONE.using(permille)))
                .plug(TWO, THREE)
                .run(1_800);
        double after = bench.told(ONE);
        // Taken once at most: what it draws of a fair share and 3 A more.
        assertThat(after).isGreaterThanOrEqualTo(Math.min(32, maximum / 2.0) * permille / 1_000);
        assertThat(changes(bench, ONE, 4 * 3_600)).isZero();
    }

    @ParameterizedTest(name = "{0} permille of any limit, station maximum {1} A, the other takes {2} A")
    @CsvSource({"500, 32, 32", "500, 50, 32", "500, 40, 13", "500, 60, 32", "300, 50, 32", "500, 25, 32", "400, 45, 20"})
    @Tag("SLB-2")
    void settlesWhenAVehicleAlwaysDrawsHalfOfItsLimit(int permille, int maximum, int other) {
        Bench bench = new Bench(sharing(maximum))
                .plug(ONE, THREE.moving(500, 4_000, 1_000).with(Quirks.NONE.using(permille)))
                .plug(TWO, VehicleSpec.of(3, Ampere.of(other)))
                .run(1_800);
        assertThat(changes(bench, ONE, 2 * 3_600)).isZero();
        assertThat(changes(bench, TWO, 3_600)).isZero();
        // What it leaves the other one has, and what neither takes nobody is denied.
        assertThat(bench.drawn(TWO)).isGreaterThan(Math.min(other, maximum / 2.0) * 0.97);
        double sum = bench.told(ONE) + bench.told(TWO);
        assertThat(sum).isEqualTo(Math.min(maximum, 64));
    }

    @Test
    @Tag("SLB-2")
    void givesBackWhatAVehicleLeftWhenItWantsItAgain() {
        Bench bench = new Bench(sharing(32)).plug(ONE, THREE.with(Quirks.NONE.cycling(600, 900))).plug(TWO, THREE);
        bench.run(600 + 700);
        assertThat(bench.told(ONE)).isEqualTo(6);
        assertThat(bench.told(TWO)).isEqualTo(26);
        bench.run(300);
        assertThat(bench.told(ONE)).isEqualTo(16);
        assertThat(bench.drawn(ONE)).isGreaterThan(15);
    }

    @ParameterizedTest(name = "asks {0} s and rests {1} s, the other {2} and {3}")
    @CsvSource({"70, 50, 80, 70", "70, 230, 80, 250", "70, 400, 90, 300", "100, 1000, 90, 1100"})
    @Tag("ALT-5")
    void letsTwoCyclersNotTradePlacesForEver(int asks, int rests, int otherAsks, int otherRests) {
        // Both ask while they are probed, with room for both; then there is room for one.
        Bench bench = new Bench(sharing(32))
                .plug(ONE, THREE.with(Quirks.NONE.cycling(asks, rests)))
                .plug(TWO, THREE.with(Quirks.NONE.cycling(otherAsks, otherRests)))
                .run(69)
                .settings(sharing(11).withTiming(Ampere.of(14), Duration.ofSeconds(1_800)))
                .run(600);
        int changes = changes(bench, ONE, 6 * 1_800);
        // A turn's beginning and end each half hour, and a place that is given up once in between.
        assertThat(changes).isBetween(5, 2 * 6 + 2);
    }

    @Test
    @Tag("ALB-5")
    void doesNotChatterWhenATotalFlickersRoundFourteenAmpere() {
        StationSettings metered = StationSettings.ofDouble(Ampere.of(32), Ampere.of(32))
                .with(Optional.of(new ActiveBalancing(Ampere.of(25), Ampere.of(10), Includes.HOUSE_ALONE)));
        Bench bench = new Bench(metered);
        leave(bench, 25);
        bench.plug(ONE, THREE.needing(Ampere.of(14))).run(59);
        for (int k = 0; k < 8; k++) {
            leave(bench, 25);
            bench.run(10);
        }
        assertThat(bench.told(ONE)).isEqualTo(25);
        int changes = 0;
        double before = bench.told(ONE);
        for (int k = 0; k < 360; k++) {
            leave(bench, k % 2 == 0 ? 15 : 13.5);
            bench.run(10);
            changes += bench.told(ONE) == before ? 0 : 1;
            before = bench.told(ONE);
        }
        // Once to what there was, once to nothing; and it stays there until 14 A are left for a whole minute.
        assertThat(changes).isLessThanOrEqualTo(2);
        assertThat(bench.told(ONE)).isZero();
        for (int k = 0; k < 8; k++) {
            leave(bench, 15);
            bench.run(10);
        }
        assertThat(bench.told(ONE)).isEqualTo(15);
    }

    private static void leave(Bench bench, double ampere) {
        Ampere house = Ampere.ofNearest(25 - ampere);
        bench.world.command(new WorldCommand.FromOutside(new StationEvent.GridMetered(
                new GridReading(new PhaseCurrents(house, house, house), 0, 0))));
    }

    @Test
    @Tag("ALT-3")
    @Tag("ALT-4")
    void givesAFourteenAmpereVehicleItsTurnsBesideASixAmpereOne() {
        Bench bench = new Bench(sharing(19).withTiming(Ampere.of(14), Duration.ofSeconds(900)))
                .plug(ONE, THREE.needing(Ampere.of(14)))
                .plug(TWO, THREE)
                .run(300);
        int served = 0;
        int other = 0;
        for (int turn = 0; turn < 8; turn++) {
            served += bench.told(ONE) > 0 ? 1 : 0;
            other += bench.told(TWO) > 0 ? 1 : 0;
            assertThat(bench.told(ONE) == 0 || bench.told(ONE) >= 14).isTrue();
            bench.run(900);
        }
        assertThat(served).isEqualTo(4);
        assertThat(other).isEqualTo(4);
    }

    @ParameterizedTest(name = "needs {0} A")
    @ValueSource(ints = {7, 8, 13})
    @Tag("PRB-2")
    @Tag("PRB-3")
    void classesAVehicleThatNeedsMoreThanSixAmpereAsOneOfFourteen(int needs) {
        Bench bench = new Bench(sharing(25)).plug(ONE, THREE.needing(Ampere.of(needs))).run(100);
        assertThat(bench.at(ONE).vehicleClass().minimum()).isEqualTo(Ampere.of(14));
        bench.plug(TWO, THREE).run(100);
        assertThat(bench.told(ONE)).isEqualTo(14);
        assertThat(bench.told(TWO)).isEqualTo(11);
        bench.settings(sharing(13)).run(60);
        assertThat(bench.told(ONE)).isZero();
        assertThat(bench.at(ONE).offer().reason().kind()).isEqualTo(ReasonKind.MINIMUM_DOES_NOT_FIT);
        assertThat(bench.told(TWO)).isEqualTo(13);
    }
}
