package plugwright.station.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plugwright.model.ReasonKind;
import plugwright.model.VehicleClass;

/** The control with many sockets on one phase, whose vehicles draw what they are told. */
class ControlCoreTest {

    private static final int PERIOD_SECONDS = Site.PERIOD_SECONDS;

    @Test
    @Tag("ALT-2")
    void servesSixSocketsUnder24AmpereInTurnsOfFour() {
        Site site = new Site(6_000, 6_000, 6_000, 6_000, 6_000, 6_000);
        site.limit(100_000);
        site.plugAll();
        site.run(120);
        site.limit(24_000);
        site.run(60);
        List<Set<Integer>> turns = new ArrayList<>();
        for (int turn = 0; turn < 4; turn++) {
            turns.add(site.waiting());
            site.run(PERIOD_SECONDS);
        }
        assertThat(turns).containsExactly(Set.of(0, 1), Set.of(2, 3), Set.of(4, 5), Set.of(0, 1));
        for (int i = 0; i < site.minimum.length; i++) {
            assertThat(site.core.told(i)).isIn(0, 6_000);
        }
    }

    @Test
    @Tag("ALT-2")
    @Tag("ALT-3")
    void servesEachOfThreeTwoTurnsOfThreeWhenOneNeedsFourteen() {
        Site site = new Site(6_000, 14_000, 6_000);
        site.limit(60_000);
        site.plugAll();
        site.run(120);
        assertThat(site.core.vehicleClass(1)).isEqualTo(VehicleClass.FOURTEEN_AMPERE);
        site.limit(20_000);
        site.run(60);
        int[] served = new int[3];
        for (int turn = 0; turn < 9; turn++) {
            for (int i = 0; i < 3; i++) {
                served[i] += site.core.told(i) > 0 ? 1 : 0;
            }
            if (site.core.told(1) > 0) {
                assertThat(site.core.told(1)).isGreaterThanOrEqualTo(14_000);
            }
            site.run(PERIOD_SECONDS);
        }
        assertThat(served).containsExactly(6, 6, 6);
    }

    @Test
    @Tag("ALT-5")
    void givesThePlaceAwayWhenAVehicleDrawsNothingForThreeMinutes() {
        Site site = new Site(6_000, 6_000, 6_000, 6_000, 6_000, 6_000);
        site.limit(100_000);
        site.plugAll();
        site.run(120);
        site.limit(24_000);
        site.run(60);
        assertThat(site.waiting()).containsExactly(0, 1);
        site.minimum[5] = Integer.MAX_VALUE;
        site.run(175);
        assertThat(site.core.told(5)).isEqualTo(6_000);
        site.run(15);
        assertThat(site.core.told(5)).isZero();
        assertThat(site.core.reason(5)).isEqualTo(ReasonKind.GAVE_PLACE);
        assertThat(site.core.told(1)).isEqualTo(6_000);
    }

    @Test
    void allocatesNothingInADecision() {
        Site site = new Site(6_000, 6_000, 6_000, 6_000, 6_000, 6_000);
        site.limit(24_000);
        site.plugAll();
        site.run(600);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().threadId();
        site.run(1_000);
        long before = threads.getThreadAllocatedBytes(id);
        site.run(2_000);
        long bytes = threads.getThreadAllocatedBytes(id) - before;
        // 10 000 decisions; what the counter itself needs is allowed.
        assertThat(bytes).isLessThan(1_000);
    }

    @Test
    void lowersAtOnceAndRaisesOnlyWhenTheOtherHasFollowed() {
        Site site = new Site(6_000, 6_000);
        site.limit(60_000);
        site.plugAll();
        site.run(120);
        site.limit(32_000);
        site.core.decide(site.now);
        assertThat(site.core.told(0)).isEqualTo(16_000);
        assertThat(site.core.told(1)).isEqualTo(16_000);

        // Socket 1 takes nothing any more but its vehicle goes on drawing: its room is not given away for 5.5 s.
        site.core.cap(1, 0, ReasonKind.SOCKET_MAXIMUM);
        for (long end = site.now + 5_400; site.now < end; site.now += Site.TICK) {
            site.core.measured(1, 16_000, 0, 0, site.now);
            site.core.decide(site.now);
            assertThat(site.core.told(1)).isZero();
            assertThat(site.core.told(0)).isEqualTo(16_000);
        }
        site.run(12);
        assertThat(site.core.told(0)).isEqualTo(32_000);
    }

    @Test
    void standsStillWhenTheClockGoesBack() {
        Site site = new Site(6_000, 6_000, 6_000, 6_000, 6_000, 6_000);
        site.limit(24_000);
        site.plugAll();
        site.run(100);
        int[] before = new int[site.minimum.length];
        for (int i = 0; i < before.length; i++) {
            before[i] = site.core.told(i);
        }
        site.core.decide(site.now - 3_600_000);
        for (int i = 0; i < before.length; i++) {
            assertThat(site.core.told(i)).isEqualTo(before[i]);
        }
    }

    @Test
    @Tag("ALT-5")
    void tradesNoMoreThanOnePlaceATurnWhenNeitherVehicleDraws() {
        // Both need 14 A, which can't be found out under 11 A.
        Site site = new Site(14_000, 14_000);
        site.limit(11_000);
        site.plugAll();
        site.run(2 * PERIOD_SECONDS);
        int changes = 0;
        int before = site.core.told(0);
        for (int second = 0; second < 10 * PERIOD_SECONDS; second++) {
            site.run(1);
            changes += site.core.told(0) == before ? 0 : 1;
            before = site.core.told(0);
        }
        assertThat(changes).isLessThanOrEqualTo(2 * 10);
    }

    @Test
    @Tag("PRB-4")
    void servesAsASixAmpereVehicleAndProbesLaterWhenTheFullCurrentCanBeHad() {
        Site site = new Site(14_000);
        site.limit(12_000);
        site.plugAll();
        site.run(100);
        assertThat(site.core.told(0)).isEqualTo(12_000);
        assertThat(site.core.vehicleClass(0)).isEqualTo(VehicleClass.UNKNOWN);
        site.limit(20_000);
        site.run(75);
        assertThat(site.core.vehicleClass(0)).isEqualTo(VehicleClass.FOURTEEN_AMPERE);
        assertThat(site.core.told(0)).isEqualTo(20_000);
    }

    @Test
    @Tag("PRB-1")
    void probesAgainWhenAVehicleThatSleptThroughItsProbeAsks() {
        Site site = new Site(14_000);
        site.limit(20_000);
        site.core.plugged(0, site.now);
        for (long end = site.now + 90_000; site.now < end; site.now += Site.TICK) {
            site.core.measured(0, 0, 0, 0, site.now);
            site.core.decide(site.now);
        }
        assertThat(site.core.vehicleClass(0)).isEqualTo(VehicleClass.UNKNOWN);
        assertThat(site.core.told(0)).isEqualTo(20_000);
        site.core.asks(0, true);
        site.core.contactor(0, false);
        site.run(10);
        assertThat(site.core.told(0)).isEqualTo(14_000);
        site.run(70);
        assertThat(site.core.vehicleClass(0)).isEqualTo(VehicleClass.FOURTEEN_AMPERE);
    }

    @Test
    @Tag("SLB-2")
    void doesNotRatchetAVehicleThatAlwaysDrawsFourFifths() {
        Site site = new Site(6_000, 6_000);
        site.limit(60_000);
        site.plugAll();
        site.run(120);
        site.limit(50_000);
        for (long end = site.now + 7_200_000; site.now < end; site.now += Site.TICK) {
            site.core.measured(0, site.core.told(0) * 4 / 5, 0, 0, site.now);
            site.core.measured(1, site.core.told(1), 0, 0, site.now);
            site.core.decide(site.now);
        }
        // Told 25 A it draws 20: capped at 23 once, and not again and again.
        assertThat(site.core.told(0)).isEqualTo(23_000);
        assertThat(site.core.told(1)).isEqualTo(27_000);
    }

    @Test
    @Tag("SLB-2")
    void neverPushesAFullVehicleBelowItsMinimum() {
        Site site = new Site(6_000, 6_000);
        site.limit(60_000);
        site.plugAll();
        site.run(120);
        site.limit(32_000);
        site.run(30);
        site.minimum[0] = Integer.MAX_VALUE;
        site.run(300);
        assertThat(site.core.told(0)).isEqualTo(6_000);
        assertThat(site.core.told(1)).isEqualTo(26_000);
        site.minimum[0] = 6_000;
        site.run(60);
        assertThat(site.core.told(0)).isEqualTo(16_000);
    }

    @Test
    void raisesOnlyWhenTheTargetHasStoodForTheWholeWait() {
        Site site = new Site(6_000);
        site.limit(20_000);
        site.plugAll();
        site.run(100);
        assertThat(site.core.told(0)).isEqualTo(20_000);
        // Up for 8 s and down for a moment, again and again; a period of 900 s waits 10 s.
        for (int flicker = 0; flicker < 10; flicker++) {
            site.limit(30_000);
            site.run(8);
            assertThat(site.core.told(0)).isEqualTo(20_000);
            site.limit(20_000);
            site.run(1);
        }
        site.limit(30_000);
        site.run(11);
        assertThat(site.core.told(0)).isEqualTo(30_000);
    }

    @Test
    @Tag("ALT-2")
    void endsNoTurnWhileAVehicleIsProbed() {
        Site site = new Site(6_000, 6_000, 6_000, 6_000);
        site.limit(18_000);
        for (int i = 0; i < 3; i++) {
            site.core.plugged(i, site.now);
            site.core.asks(i, true);
            site.core.contactor(i, false);
        }
        site.run(400);
        site.limit(12_000);
        site.run(PERIOD_SECONDS - 30);
        Set<Integer> before = site.waiting();
        long boundary = site.core.turnsEnd();
        // A newcomer is probed over the end of the turns.
        site.core.plugged(3, site.now);
        site.core.asks(3, true);
        site.core.contactor(3, false);
        site.limit(26_000);
        site.run((int) ((boundary - site.now) / 1_000) + 5);
        assertThat(site.core.reason(3)).isIn(ReasonKind.PROBING, ReasonKind.PROBE_TEST);
        assertThat(site.core.turnsEnd()).isEqualTo(boundary);
        site.run(70);
        assertThat(site.core.turnsEnd()).isGreaterThan(boundary);
        assertThat(before).isNotEmpty();
    }

    @Test
    @Tag("ALT-5")
    void pausesForAMinuteAtLeast() {
        Site site = new Site(6_000);
        site.limit(20_000);
        site.plugAll();
        site.run(100);
        site.limit(0);
        site.run(5);
        assertThat(site.core.told(0)).isZero();
        site.limit(20_000);
        site.run(54);
        assertThat(site.core.told(0)).isZero();
        assertThat(site.core.reason(0)).isEqualTo(ReasonKind.MINIMUM_PAUSE);
        site.run(20);
        assertThat(site.core.told(0)).isEqualTo(20_000);
    }

    @Test
    @Tag("SLB-2")
    void takesWhatAVehicleLeavesAfterThreeMinutesAndGivesItBackAtOnce() {
        Site site = new Site(6_000, 6_000);
        site.limit(60_000);
        site.plugAll();
        site.run(120);
        site.limit(40_000);
        site.run(30);
        assertThat(site.core.told(0)).isEqualTo(20_000);
        for (long end = site.now + 178_000; site.now < end; site.now += Site.TICK) {
            site.core.measured(0, 10_000, 0, 0, site.now);
            site.core.measured(1, site.core.told(1), 0, 0, site.now);
            site.core.decide(site.now);
        }
        assertThat(site.core.told(0)).isEqualTo(20_000);
        for (long end = site.now + 20_000; site.now < end; site.now += Site.TICK) {
            site.core.measured(0, 10_000, 0, 0, site.now);
            site.core.measured(1, site.core.told(1), 0, 0, site.now);
            site.core.decide(site.now);
        }
        assertThat(site.core.told(0)).isEqualTo(13_000);
        assertThat(site.core.told(1)).isEqualTo(27_000);
        // It takes what it is told again: everything comes back in one step, after the wait of a raise.
        site.run(15);
        assertThat(site.core.told(0)).isEqualTo(20_000);
        assertThat(site.core.told(1)).isEqualTo(20_000);
    }

    /** Two take turns at 8 A, then a third one comes: the one that waited as long as it is not passed over for it. */
    @Test
    @Tag("ALT-2")
    void startsANewcomerWithTheFewestPeriodsThatAnyOtherHasCharged() {
        Site site = new Site(6_000, 6_000, 6_000);
        site.limit(60_000);
        site.plug(1);
        site.plug(2);
        site.run(120);
        site.limit(8_000);
        // Eight turns, four for each.
        site.run(8 * PERIOD_SECONDS);
        site.limit(60_000);
        site.plug(0);
        site.run(80);
        site.limit(8_000);
        site.run(60);
        int first = site.served();
        assertThat(first).isNotZero();
        site.run(PERIOD_SECONDS);
        // Both others have waited for this period, and the newcomer counts as having charged no less often.
        assertThat(site.served()).isEqualTo(3 - first);
        site.run(PERIOD_SECONDS);
        assertThat(site.served()).isZero();
    }
}
