package plugwright.station.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static plugwright.station.engine.Bench.ONE;
import static plugwright.station.engine.Bench.TWO;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plugwright.model.Ampere;
import plugwright.model.LimitGroup;
import plugwright.model.LimitReason;
import plugwright.model.PhaseCurrents;
import plugwright.model.ReasonKind;
import plugwright.model.VehicleClass;
import plugwright.station.engine.ActiveBalancing.Includes;
import plugwright.station.engine.StationSettings.Feature;
import plugwright.station.sim.VehicleSpec;
import plugwright.station.sim.WorldCommand;

/** What comes from outside: meter, set points, profiles, leases of a network. */
class OutsideLimitsTest {

    private static final VehicleSpec THREE = VehicleSpec.of(3, Ampere.of(32));
    private static final VehicleSpec ONE_PHASE = VehicleSpec.of(1, Ampere.of(32));

    private static StationSettings sharing() {
        return StationSettings.ofDouble(Ampere.of(32), Ampere.of(32)).with(Feature.ON);
    }

    private static StationSettings balancing(Includes includes) {
        return StationSettings.ofDouble(Ampere.of(32), Ampere.of(32))
                .with(Optional.of(new ActiveBalancing(Ampere.of(25), Ampere.of(10), includes)));
    }

    private static PhaseCurrents all(double ampere) {
        Ampere current = Ampere.ofNearest(ampere);
        return new PhaseCurrents(current, current, current);
    }

    private static void happen(Bench bench, StationEvent event) {
        bench.world.command(new WorldCommand.FromOutside(event));
    }

    /** A meter that says each second what was two seconds ago. */
    private static final class House {
        private final Bench bench;
        private final Deque<PhaseCurrents> underWay = new ArrayDeque<>();
        private double ampere;

        House(Bench bench, double ampere) {
            this.bench = bench;
            this.ampere = ampere;
        }

        void run(int seconds) {
            for (int s = 0; s < seconds; s++) {
                bench.run(1);
                underWay.add(bench.world.snapshot().drawnOnGrid().plus(all(ampere)));
                if (underWay.size() > 2) {
                    happen(bench, new StationEvent.GridMetered(new GridReading(underWay.removeFirst(), 2_000, 0)));
                }
            }
        }
    }

    @Test
    @Tag("ALB-1")
    @Tag("ALB-5")
    void sharesWhatTheMeterLeavesAndDoesNotChaseItsOwnDraw() {
        Bench bench = new Bench(balancing(Includes.STATION));
        House house = new House(bench, 5);
        house.run(10);
        bench.plug(ONE, THREE).plug(TWO, THREE);
        house.run(240);
        assertThat(bench.told(ONE)).isEqualTo(10);
        assertThat(bench.told(TWO)).isEqualTo(10);
        assertThat(bench.at(ONE).offer().reason().arguments()).contains(LimitGroup.METER.code());
        long pilots = bench.pilotsTold;
        house.run(600);
        assertThat(bench.pilotsTold).isEqualTo(pilots);

        house.ampere = 11;
        // Two seconds under way, then at once.
        house.run(4);
        assertThat(bench.told(ONE)).isEqualTo(7);
        assertThat(bench.told(TWO)).isEqualTo(7);
        house.ampere = -3;
        house.run(60);
        assertThat(bench.told(ONE)).isEqualTo(14);
    }

    @Test
    @Tag("ALB-3")
    @Tag("ALB-4")
    void sharesTheSafeCurrentAfterAMinuteOfSilenceAndRecoversByItself() {
        Bench bench = new Bench(balancing(Includes.STATION));
        bench.plug(ONE, THREE);
        House house = new House(bench, 5);
        house.run(3);
        bench.log.clear();
        bench.run(56);
        assertThat(bench.log).noneMatch(l -> l.contains("safeMode"));
        bench.run(40);
        assertThat(bench.log).filteredOn(l -> l.contains("safeMode")).containsExactly("Enter ActiveLB safeMode: 10.0A");
        assertThat(bench.told(ONE)).isEqualTo(10);
        assertThat(bench.at(ONE).offer().reason().kind()).isEqualTo(ReasonKind.GROUP);
        assertThat(bench.at(ONE).offer().reason().arguments()).startsWith(LimitGroup.SAFE_CURRENT.code()).endsWith(10_000);
        bench.plug(TWO, ONE_PHASE).run(30);
        assertThat(bench.world.snapshot().toldOnGrid().highest()).isLessThanOrEqualTo(Ampere.of(10));
        house.run(200);
        assertThat(bench.told(TWO)).isEqualTo(bench.told(ONE)).isEqualTo(10);
    }

    @Test
    @Tag("ALB-5")
    void startsAVehicleByTheLowestOfAMinuteAndKeepsOneThatChargesByWhatThereIs() {
        // House alone; what is left flickers between 4 and 9 A each ten seconds.
        Bench bench = new Bench(balancing(Includes.HOUSE_ALONE));
        bench.plug(ONE, THREE);
        int changes = 0;
        double before = 0;
        for (int k = 0; k < 60; k++) {
            happen(bench, new StationEvent.GridMetered(new GridReading(all(k % 2 == 0 ? 21 : 16), 0, 0)));
            bench.run(10);
            changes += before != bench.told(ONE) ? 1 : 0;
            before = bench.told(ONE);
        }
        assertThat(changes).isLessThanOrEqualTo(1);
        assertThat(bench.told(ONE)).isZero();
        assertThat(bench.at(ONE).offer().reason())
                .isEqualTo(LimitReason.of(ReasonKind.MINIMUM_DOES_NOT_FIT, 6_000, LimitGroup.METER.code(), 1, 4_000));
        for (int k = 0; k < 49; k++) {
            happen(bench, new StationEvent.GridMetered(new GridReading(all(16), 0, 0)));
            bench.run(1);
            assertThat(bench.told(ONE)).isZero();
        }
        for (int k = 0; k < 20; k++) {
            happen(bench, new StationEvent.GridMetered(new GridReading(all(16), 0, 0)));
            bench.run(1);
        }
        assertThat(bench.told(ONE)).isEqualTo(9);
        // One that charges: 6 A are left, it stays.
        happen(bench, new StationEvent.GridMetered(new GridReading(all(19), 0, 0)));
        bench.run(1);
        assertThat(bench.told(ONE)).isEqualTo(6);
    }

    @Test
    void takesTheLowestOfSetPointAndProfileAndBackOfficeAndSaysWhich() {
        Bench bench = new Bench(sharing()).plug(ONE, THREE).run(100);
        happen(bench, new StationEvent.SocketLimited(ONE, ReasonKind.PROFILE, Optional.of(Ampere.of(13))));
        bench.run(1);
        assertThat(bench.told(ONE)).isEqualTo(13);
        assertThat(bench.at(ONE).offer().reason()).isEqualTo(LimitReason.of(ReasonKind.PROFILE, 13_000));
        happen(bench, new StationEvent.SocketLimited(ONE, ReasonKind.SET_POINT, Optional.of(Ampere.of(5))));
        bench.run(1);
        assertThat(bench.told(ONE)).isZero();
        assertThat(bench.at(ONE).offer().reason()).isEqualTo(LimitReason.of(
                ReasonKind.CAP_BELOW_MINIMUM, 6_000, 5_000, ReasonKind.SET_POINT.code()));
        happen(bench, new StationEvent.SocketLimited(ONE, ReasonKind.SET_POINT, Optional.empty()));
        happen(bench, new StationEvent.GroupLimited(LimitGroup.BACK_OFFICE, Optional.of(all(8))));
        bench.run(100);
        assertThat(bench.told(ONE)).isEqualTo(8);
        happen(bench, new StationEvent.GroupLimited(LimitGroup.BACK_OFFICE, Optional.empty()));
        happen(bench, new StationEvent.SocketLimited(ONE, ReasonKind.PROFILE, Optional.empty()));
        bench.run(100);
        assertThat(bench.told(ONE)).isEqualTo(32);
    }

    @Test
    void doesWhatALeaseSaysAtOnceWithoutAProbeOfItsOwn() {
        LimitReason why = LimitReason.of(ReasonKind.NETWORK, 0, 32_000);
        Bench bench = new Bench(sharing());
        happen(bench, lease(10, 10, 10, VehicleClass.SIX_AMPERE, why));
        bench.plug(ONE, THREE).run(30);
        assertThat(bench.told(ONE)).isEqualTo(10);
        assertThat(bench.at(ONE).offer().reason()).isEqualTo(why);
        happen(bench, lease(20, 20, 20, VehicleClass.SIX_AMPERE, why));
        assertThat(bench.told(ONE)).isEqualTo(20);
        happen(bench, lease(12, 12, 12, VehicleClass.FOURTEEN_AMPERE, why));
        assertThat(bench.told(ONE)).isZero();
        // It charges on three phases: what one of them lacks it can't have.
        happen(bench, lease(20, 20, 0, VehicleClass.SIX_AMPERE, why));
        assertThat(bench.told(ONE)).isZero();
        happen(bench, lease(40, 40, 40, VehicleClass.SIX_AMPERE, why));
        assertThat(bench.told(ONE)).isEqualTo(32);
        assertThat(bench.at(ONE).offer().reason().kind()).isEqualTo(ReasonKind.SOCKET_MAXIMUM);
        happen(bench, new StationEvent.Leased(ONE, Optional.empty()));
        bench.run(100);
        assertThat(bench.told(ONE)).isEqualTo(32);
    }

    private static StationEvent lease(int l1, int l2, int l3, VehicleClass itsClass, LimitReason why) {
        PhaseCurrents currents = PhaseCurrents.ofMilliampere(l1 * 1_000, l2 * 1_000, l3 * 1_000);
        return new StationEvent.Leased(ONE, Optional.of(new Lease(currents, itsClass, why)));
    }
}
