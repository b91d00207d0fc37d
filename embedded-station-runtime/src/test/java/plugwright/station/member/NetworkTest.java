package plugwright.station.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plugwright.model.Ampere;
import plugwright.station.member.TestNetwork.Station;
import plugwright.wire.scn.GrantTable;
import plugwright.wire.scn.Heartbeat;
import plugwright.wire.scn.ScnPacket;
import plugwright.wire.scn.Source;
import plugwright.wire.scn.VehicleMemory;

/** Whole networks in virtual time: what the protocol promises when something breaks. */
class NetworkTest {

    private static final int L1 = 0b001;
    private static final int ALL = 0b111;

    private TestNetwork net = TestNetwork.of(4, 1, 32, 6);

    /** All sockets in use, probed and settled. */
    private void settle() {
        net.run(8_000);
        net.stations.forEach(s -> {
            for (int i = 0; i < s.sockets; i++) {
                s.plug(i, ALL);
            }
        });
        net.run(300_000);
    }

    private static void isolate(TestNetwork net, Station... alone) {
        List<Station> cut = List.of(alone);
        net.passes = (a, b) -> cut.contains(a) == cut.contains(b);
    }

    @Test
    @Tag("SCN-2")
    void sharesPerPhaseAndReservesNothingWithoutFaults() {
        settle();
        assertThat(net.stations).allSatisfy(s -> assertThat(s.told(0)).isEqualTo(8_000));
        assertThat(net.lastTable().reserved()).containsOnly(0);
        assertThat(net.stations).allSatisfy(s -> assertThat(s.status().basis()).isEqualTo(LimitBasis.GRANTED));
    }

    @Test
    @Tag("SCN-4")
    void fallsBackToTheSafeCurrentInTimeAndLogsWhomItLost() {
        settle();
        Station alone = net.at(3);
        isolate(net, alone);
        long cut = net.now;
        net.run(9_200);
        assertThat(alone.told(0)).isEqualTo(6_000);
        assertThat(alone.log.stream().map(l -> l.substring(l.indexOf(' ') + 1)))
                .contains(
                        "Lost connection with other socket (id: 0)!",
                        "Lost connection with other socket (id: 1)!",
                        "Lost connection with other socket (id: 2)!");
        assertThat(net.at(1).log).anySatisfy(l -> {
            assertThat(l).endsWith("Lost connection with other socket (id: 3)!");
            assertThat(Long.parseLong(l.substring(0, l.indexOf(' ')))).isBetween(cut + 4_000, cut + 5_500);
        });
    }

    @Test
    @Tag("SCN-4")
    void keepsTheSafeCurrentOfALostMemberAndSharesTheRestWithin20Seconds() {
        settle();
        isolate(net, net.at(3));
        net.run(20_000, () -> assertThat(net.highestTold()).isLessThanOrEqualTo(32_000));
        assertThat(net.lastTable().reserved()).containsOnly(6_000);
        for (int i = 0; i < 3; i++) {
            assertThat(net.at(i).told(0)).isEqualTo(8_666);
        }
    }

    /** Two of four on each side: only the one with socket 0 goes on. */
    @Test
    @Tag("SCN-6")
    void goesOnOnOneSideOnlyWhenSplitInHalf() {
        settle();
        isolate(net, net.at(2), net.at(3));
        net.run(60_000, () -> {
            assertThat(net.withAuthority().size()).isLessThanOrEqualTo(1);
            assertThat(net.highestTold()).isLessThanOrEqualTo(32_000);
        });
        assertThat(net.coordinator().index).isLessThan(2);
        assertThat(net.at(2).status().basis()).isIn(LimitBasis.CUT_OFF, LimitBasis.SAFE);
        assertThat(net.at(0).told(0)).isEqualTo(10_000);
        net.passes = (_, _) -> true;
        net.run(60_000);
        assertThat(net.stations).allSatisfy(s -> assertThat(s.told(0)).isEqualTo(8_000));
    }

    @Test
    void hasANewCoordinatorFourToFiveSecondsAfterTheLossAndSharesAnewWithin15() {
        settle();
        Station lost = net.coordinator();
        long seen = net.lastTable().header().stamp();
        lost.up = false;
        long loss = net.now;
        List<Long> won = new ArrayList<>();
        net.run(15_000, () -> {
            if (won.isEmpty() && !net.withAuthority().isEmpty()) {
                won.add(net.now - loss);
            }
            assertThat(net.highestTold()).isLessThanOrEqualTo(32_000);
        });
        assertThat(seen).isNotZero();
        assertThat(won.getFirst()).isBetween(3_000L, 5_500L);
        net.run(5_000);
        assertThat(net.lastTable().reserved()).containsOnly(6_000);
        assertThat(net.stations.stream().filter(s -> s != lost)).allSatisfy(s ->
                assertThat(s.told(0)).isEqualTo(8_666));
    }

    @Test
    @Tag("SCN-6")
    void tellsALoweredTotalEverywhereWithin250Milliseconds() {
        settle();
        reader(32_000);
        net.run(90_000);
        for (int i = 0; i < 5; i++) {
            net.run(1_700 + 130 * i);
            reader(28_000 - i * 1_000);
            long fell = net.now;
            int limit = 28_000 - i * 1_000;
            net.run(2_000, () -> {
                if (net.now - fell >= 250) {
                    assertThat(net.highestTold()).isLessThanOrEqualTo(limit);
                }
            });
        }
    }

    private void reader(int milliampere) {
        Station station = net.at(1);
        station.member.source(new Source.Available(milliampere, milliampere, milliampere, 0), station.clock());
    }

    @Test
    @Tag("SCN-5")
    void takesTheSafeTotalWhenTheReaderIsLostOrCutOffAndGoesOnByItself() {
        net = new TestNetwork();
        NetworkSettings network =
                new NetworkSettings("SCN1", 1, 4, Ampere.of(40), Ampere.of(6), Ampere.of(26));
        for (int i = 0; i < 4; i++) {
            net.add(TestNetwork.settings(network, i, 1));
        }
        reader(36_000);
        settle();
        assertThat(net.lastTable().total()).containsOnly(36_000);
        assertThat(net.at(0).told(0)).isEqualTo(9_000);
        Station reader = net.at(1);
        reader.member.source(new Source.Lost(), reader.clock());
        net.run(1_000);
        assertThat(net.lastTable().total()).containsOnly(26_000);
        assertThat(net.at(0).told(0)).isEqualTo(6_500);
        reader(36_000);
        net.run(30_000);
        assertThat(net.at(0).told(0)).isEqualTo(9_000);
        isolate(net, reader);
        net.run(15_000);
        assertThat(net.highestTold()).isLessThanOrEqualTo(26_000);
        assertThat(net.lastTable().total()).containsOnly(26_000);
    }

    @Test
    void pausesAllWhenOneContactSaysSo() {
        settle();
        Station one = net.at(2);
        one.member.contact(Heartbeat.Contact.SUSPENDED, one.clock());
        net.run(1_000);
        assertThat(net.highestTold()).isZero();
        isolate(net, one);
        net.run(90_000);
        assertThat(one.told(0)).as("its own contact still says so").isZero();
        assertThat(net.at(0).told(0)).as("the others no longer hear it").isPositive();
        net.passes = (_, _) -> true;
        one.member.contact(Heartbeat.Contact.RELEASED, one.clock());
        net.run(120_000);
        assertThat(net.stations).allSatisfy(s -> assertThat(s.told(0)).isEqualTo(8_000));
    }

    @Test
    @Tag("SCN-7")
    void changesNothingWhenAllPacketsAreReplayedAllTheTime() {
        settle();
        List<ScnPacket> recorded = List.copyOf(net.sent);
        int before = net.sent.size();
        for (int i = 0; i < recorded.size(); i += 7) {
            for (Station station : net.stations) {
                net.deliver(station, recorded.get(i), 10 + i % 5_000);
            }
        }
        net.run(6_000, () -> {
            assertThat(net.withAuthority()).hasSize(1);
            net.stations.forEach(s -> assertThat(s.told(0)).isEqualTo(8_000));
        });
        assertThat(net.sent.size() - before).isLessThan(60);
    }

    /**
     * The attacker has no key, only a recording: a packet of the station's last start, taken as that of a station which
     * lost its number, and then one of this start from before its limit was raised.
     */
    @Test
    @Tag("SCN-7")
    void takesNoOldVoteWhenAnEarlierStartIsReplayedFirst() {
        Station raised = net.at(3);
        settle();
        ScnPacket earlier = heartbeats(raised).getLast();
        raised.up = false;
        net.run(1_000);
        raised.restart();
        raised.plug(0, ALL);
        net.run(300_000);
        List<ScnPacket> low = heartbeats(raised);
        for (int i = 0; i < 3; i++) {
            net.at(i).unplug(0);
        }
        long begun = net.now;
        while (raised.told(0) < 32_000) {
            net.run(10);
        }
        int said = heartbeats(raised).size();
        while (heartbeats(raised).size() < said + 2) {
            net.run(10);
        }
        net.run(20);
        isolate(net, raised);
        assertThat(net.now - begun).as("its old votes are not too old yet").isLessThan(16_000);
        for (int i = 0; i < 3; i++) {
            net.at(i).plug(0, ALL);
            net.deliver(net.at(i), earlier, 5_100);
            net.deliver(net.at(i), low.get(low.size() - 2), 5_150);
            net.deliver(net.at(i), low.getLast(), 5_200);
        }
        net.run(20_000, () -> assertThat(net.highestTold()).isLessThanOrEqualTo(32_000));
    }

    private List<ScnPacket> heartbeats(Station station) {
        return net.sent.stream()
                .filter(Heartbeat.class::isInstance)
                .filter(p -> p.header().sender() == 100 + station.index)
                .toList();
    }

    /** SCN-SocketCount counts sockets; who enters the number of stations leaves the last ones out. */
    @Test
    @Tag("SCN-6")
    void chargesNothingWhereItsIdIsNoneOfTheNetworksAndSaysSo() {
        MemberSettings one = TestNetwork.settings(net.at(0).settings.network(), 4, 1);
        Station beyond = net.add(one.with(one.place(), Optional.empty()));
        settle();
        net.run(60_000, () -> assertThat(net.highestTold()).isLessThanOrEqualTo(32_000));
        assertThat(beyond.told(0)).isZero();
        assertThat(beyond.log).filteredOn(l -> l.contains("Socket id 4 of this station is none")).hasSize(1);
        assertThat(net.at(0).told(0)).isEqualTo(8_000);
    }

    @Test
    @Tag("SCN-7")
    void staysOnItsSafeCurrentWithoutTheKeyAndLeavesTheOthersAlone() {
        MemberSettings with = net.at(3).settings;
        net.at(3).settings(new MemberSettings(
                with.network(), with.place(), with.initialized(), with.stationMaximum(), with.probingCurrent(),
                with.alternatingPeriod(), Optional.empty(), with.change()));
        settle();
        assertThat(net.at(3).told(0)).isEqualTo(6_000);
        assertThat(net.at(3).log).anyMatch(l -> l.contains("no key"));
        assertThat(net.at(0).status().basis()).isNotEqualTo(LimitBasis.GRANTED);
    }

    /** Three sockets of 20 A, one of them 14 A: what is known of the vehicles outlives the coordinator. */
    @Test
    void goesOnWithClassesAndTurnsWhenTheCoordinatorIsLost() {
        settle();
        Station lost = net.coordinator();
        VehicleMemory before = lost.member.memory(0);
        assertThat(before.vehicleClass()).isEqualTo(1);
        lost.up = false;
        net.run(30_000, () -> net.stations.stream().filter(s -> s != lost).forEach(s ->
                assertThat(s.told(0)).as("no new probe").isBetween(6_000, 9_000)));
        assertThat(net.stations.stream().filter(s -> s != lost)).allSatisfy(s ->
                assertThat(s.member.memory(0).vehicleClass()).isEqualTo(1));
    }

    @Test
    void reservesMoreThanOneWhenAnIdIsThereTwice() {
        settle();
        net.add(TestNetwork.settings(net.at(0).settings.network(), 3, 1));
        net.run(40_000);
        assertThat(net.lastTable().stations()).hasSize(3);
        assertThat(net.lastTable().reserved()).containsOnly(12_000);
        assertThat(net.at(3).status().basis()).isNotEqualTo(LimitBasis.GRANTED);
    }

    @Test
    void countsAMemberWithOtherSettingsAsLostAndSaysSo() {
        settle();
        Station other = net.at(3);
        other.settings(other.settings.with(TestNetwork.network(4, 40, 6)));
        net.run(30_000, () -> assertThat(net.highestTold()).isLessThanOrEqualTo(32_000));
        assertThat(net.lastTable().reserved()).containsOnly(6_000);
        assertThat(other.told(0)).isEqualTo(6_000);
        assertThat(net.at(0).log).anyMatch(l -> l.contains("has other settings of the network"));
    }

    @Test
    void countsAMemberThatMovedSinceInitializeAsLost() {
        settle();
        Station moved = net.at(3);
        Place elsewhere = new Place(3, List.of(plugwright.model.PhaseMapping.L2L3L1));
        moved.settings(moved.settings.with(elsewhere, moved.settings.initialized()));
        net.run(10_000);
        assertThat(net.lastTable().reserved()).containsOnly(6_000);
    }

    /** The others keep its safe current free on the phases that Initialize knew. */
    @Test
    @Tag("SCN-6")
    void takesNoSafeCurrentWhenItWasRewiredSinceInitialize() {
        settle();
        Station rewired = net.at(3);
        Place elsewhere = new Place(3, List.of(plugwright.model.PhaseMapping.L2));
        rewired.settings(rewired.settings.with(elsewhere, rewired.settings.initialized()));
        net.run(10_000);
        net.run(60_000, () -> assertThat(rewired.told(0)).isZero());
    }

    @Test
    void grantsNothingAfterAChangeBeforeEverySocketWasSeenWithIt() {
        settle();
        NetworkSettings next =
                new NetworkSettings("SCN1", 2, 4, Ampere.of(24), Ampere.of(6), Ampere.of(24));
        for (int i = 0; i < 3; i++) {
            net.at(i).settings(net.at(i).settings.with(next));
        }
        net.run(60_000, () -> assertThat(net.withAuthority().stream().filter(s -> s.index < 3)).isEmpty());
        net.at(3).settings(net.at(3).settings.with(next));
        net.run(40_000);
        assertThat(net.stations).allSatisfy(s -> assertThat(s.status().basis()).isEqualTo(LimitBasis.GRANTED));
        assertThat(net.highestTold()).isEqualTo(24_000);
    }

    @Test
    void tells0WhilePausedForAChangeOfSettings() {
        settle();
        net.stations.forEach(s -> s.settings(s.settings.with(Heartbeat.Change.PAUSED)));
        net.run(100);
        net.run(40_000, () -> assertThat(net.highestTold()).isZero());
        net.stations.forEach(s -> s.settings(s.settings.with(Heartbeat.Change.RUNNING)));
        net.run(60_000);
        assertThat(net.highestTold()).isEqualTo(32_000);
    }

    /** Guide §6.1.1.3 and §6.3.3.4: highest ids first, but the lowest while the safe total stands in. */
    @Test
    @Tag("SCN-10")
    void givesTiesToTheLowestIdOnlyWhileTheSafeTotalIsInForce() {
        assertThat(servedOfSixWith(24_000, 40)).containsExactly(2, 3, 4, 5);
        assertThat(servedOfSixWith(-1, 24)).containsExactly(0, 1, 2, 3);
    }

    private List<Integer> servedOfSixWith(int reading, int totalSafe) {
        net = new TestNetwork();
        NetworkSettings network =
                new NetworkSettings("SCN1", 1, 6, Ampere.of(40), Ampere.of(0), Ampere.of(totalSafe));
        for (int i = 0; i < 6; i++) {
            net.add(TestNetwork.settings(network, i, 1));
            net.at(i).cap[0] = 6_000;
        }
        reader(0);
        net.run(8_000);
        net.stations.forEach(s -> s.plug(0, ALL));
        net.run(5_000);
        if (reading > 0) {
            reader(reading);
        } else {
            net.at(1).member.source(new Source.Lost(), net.at(1).clock());
        }
        net.run(80_000);
        return net.stations.stream().filter(s -> s.told(0) > 0).map(s -> s.first).toList();
    }

    @Test
    @Tag("SCN-1")
    void shares128SocketsOf64Stations() {
        net = TestNetwork.of(64, 2, 900, 6);
        net.run(8_000);
        net.stations.forEach(s -> {
            s.plug(0, L1);
            s.cap[0] = 10_000;
            s.cap[1] = 10_000;
            s.plug(1, 0b010);
        });
        net.run(60_000);
        assertThat(net.told(0)).isEqualTo(640_000);
        assertThat(net.told(1)).isEqualTo(640_000);
        assertThat(net.lastTable().stations()).hasSize(64);
    }

    @Test
    void sendsWithinItsBudgetAtRestAndTablesAtMostFourASecond() {
        settle();
        net.sent.clear();
        net.run(60_000);
        assertThat(net.sent.stream().filter(Heartbeat.class::isInstance).count()).isBetween(236L, 250L);
        assertThat(net.sent.stream().filter(GrantTable.class::isInstance).count()).isBetween(58L, 64L);
    }
}
