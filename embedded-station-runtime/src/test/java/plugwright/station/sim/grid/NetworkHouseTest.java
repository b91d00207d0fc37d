package plugwright.station.sim.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plugwright.model.Ampere;
import plugwright.model.PhaseCurrents;
import plugwright.model.SocketNumber;
import plugwright.station.engine.ActiveBalancing.Includes;
import plugwright.station.sim.VehicleSpec;
import plugwright.station.sim.WorldCommand;
import plugwright.station.sim.grid.NetworkInAHouse.Meters;

/** Stations of a network that share what the meter of their house leaves, which one or two of them read for all. */
@Tag("SCN-5")
class NetworkHouseTest {

    private static final int FUSE = 40;

    /** The meter's period of a second and 6 s. */
    private static final long ALLOWED = 7_000;

    /** A meter that sees vehicles while they follow, each in its own time, is understood once they have: 7 s more. */
    private static final long ALLOWED_FOLLOWING = 14_000;

    private static final long HOUR = 3_600_000;
    private static final int SEEDS = 6;

    private static HouseLoads constant(int ampere) {
        Ampere one = Ampere.of(ampere);
        return HouseLoads.constant(new PhaseCurrents(one, one, one), PhaseCurrents.ZERO);
    }

    private static void plug(NetworkInAHouse house, int member, SocketNumber socket, VehicleSpec vehicle) {
        house.members.get(member).command(new WorldCommand.PlugIn(socket, vehicle));
    }

    /** Three vehicles of 32 A, three stations; the house draws 10 of 40 A, the total is 64 A. */
    private static NetworkInAHouse settled(Includes includes, List<Integer> readers) {
        return settled(includes, readers, Meters.AT_P1);
    }

    private static NetworkInAHouse settled(Includes includes, List<Integer> readers, Meters meters) {
        NetworkInAHouse house = new NetworkInAHouse(3, FUSE, includes, constant(10), readers, meters, new Random(1));
        house.run(10_000);
        for (int i = 0; i < 3; i++) {
            plug(house, i, SocketNumber.ONE, VehicleSpec.of(3, Ampere.of(32)));
        }
        house.run(360_000);
        return house;
    }

    @ParameterizedTest
    @EnumSource(Includes.class)
    void sharesWhatTheMeterOfOneMemberLeavesForAll(Includes includes) {
        NetworkInAHouse house = settled(includes, List.of(1));
        assertThat(house.told()).isBetween(30_000 - 60, 30_000);
        house.members.forEach(m -> assertThat(m.told(SocketNumber.ONE)).isBetween(9_900, 10_000));
    }

    @ParameterizedTest
    @EnumSource(Includes.class)
    void goesToTheTotalSafeCurrentWhenTheMeterIsSilentAndComesBackByItself(Includes includes) {
        NetworkInAHouse house = settled(includes, List.of(1));
        house.members.get(1).meter.fault(MeterFault.SILENT);
        house.run(76_000);
        assertThat(house.told()).isLessThanOrEqualTo(20_000).isGreaterThan(19_990);
        assertThat(house.members.get(1).log)
                .contains("Unable to start P1 communications, Read Timeout Error", "Enter ActiveLB safeMode: 20.0A");
        house.members.get(1).meter.fault(MeterFault.WELL);
        house.run(180_000);
        assertThat(house.told()).isBetween(30_000 - 60, 30_000);
        assertThat(house.members.get(1).log).contains("Leave ActiveLB safeMode");
    }

    @Test
    void goesToTheTotalSafeCurrentWhenItsOnlyReaderIsCutOff() {
        NetworkInAHouse house = settled(Includes.HOUSE_ALONE, List.of(1));
        house.members.get(1).connected = false;
        house.run(15_000);
        assertThat(house.told()).isLessThanOrEqualTo(20_000);
    }

    @Test
    void goesOnWithTheOtherReaderWhenOneOfTwoIsCutOff() {
        NetworkInAHouse house = settled(Includes.HOUSE_ALONE, List.of(0, 1));
        house.members.get(1).connected = false;
        house.run(180_000);
        // The vehicle of the one that is cut off has no safe current; two share what the meter leaves.
        assertThat(house.told()).isBetween(29_900, 30_000);
    }

    /** Which of the two is the network's meter nobody knows; that both are told once is seen by the log. */
    @Test
    void isOnTheTotalSafeCurrentAndSaysWhyWhenTwoMetersAreRead() {
        NetworkInAHouse one = settled(Includes.HOUSE_ALONE, List.of(0, 1), Meters.ONE);
        assertThat(one.told()).isBetween(29_900, 30_000);
        NetworkInAHouse two = settled(Includes.HOUSE_ALONE, List.of(0, 1), Meters.SEVERAL);
        assertThat(two.told()).isBetween(19_900, 20_000);
        String fault = "Members of the network read different meters: total safe current of ";
        assertThat(two.members.stream().flatMap(m -> m.log.stream())).anyMatch(line -> line.startsWith(fault));
        assertThat(one.members.stream().flatMap(m -> m.log.stream())).noneMatch(line -> line.startsWith(fault));
    }

    @ParameterizedTest
    @EnumSource(Includes.class)
    void keepsTheFuseWhenTheHouseDoesAsItLikes(Includes includes) {
        long longest = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            Random random = new Random(seed);
            HouseLoads loads = HouseDay.of(random);
            List<Integer> readers = random.nextBoolean() ? List.of(random.nextInt(3)) : List.of(0, 2);
            NetworkInAHouse house = new NetworkInAHouse(3, FUSE, includes, loads, readers, Meters.AT_P1, random);
            house.run(10_000);
            house.judged = true;
            for (int i = 0; i < 3; i++) {
                for (SocketNumber socket : SocketNumber.values()) {
                    house.run(random.nextInt(120_000));
                    plug(house, i, socket, vehicle(random));
                }
            }
            house.run(2 * HOUR);
            assertThat(house.longestAbove).describedAs("seed %d", seed)
                    .isLessThanOrEqualTo(includes == Includes.STATION ? ALLOWED_FOLLOWING : ALLOWED);
            assertThat(house.told()).isPositive();
            longest = Math.max(longest, house.longestAbove);
        }
        // The house did rise above what was left: something was judged.
        assertThat(longest).isPositive();
    }

    private static VehicleSpec vehicle(Random random) {
        return VehicleSpec.of(random.nextBoolean() ? 3 : 1, Ampere.of(random.nextBoolean() ? 16 : 32))
                .moving(random.nextInt(5_001), 1_000 + random.nextInt(9_000), 970 + random.nextInt(31));
    }
}
