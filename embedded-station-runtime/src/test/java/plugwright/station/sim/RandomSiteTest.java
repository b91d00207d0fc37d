package plugwright.station.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plugwright.model.Ampere;
import plugwright.model.SiteTime;
import plugwright.model.SocketNumber;
import plugwright.station.engine.StationSettings;
import plugwright.station.engine.StationSettings.Feature;

/** Several stations under one total; longer runs: {@code ./plugwright simulate --random N --stations K}. */
class RandomSiteTest {

    private static final int NONE = Integer.MAX_VALUE;

    @ParameterizedTest(name = "{0} stations, days from seed {1}")
    @CsvSource({"2, 1, 4", "3, 10, 4", "6, 20, 2", "20, 30, 1"})
    @Tag("ALT-1")
    @Tag("ALT-2")
    @Tag("SLB-1")
    void holdsI1ToI6OverAllStationsTogether(int stations, long first, int days) {
        for (long seed = first; seed < first + days; seed++) {
            RandomDay.Result day = RandomSite.run(seed, stations, Duration.ofHours(6));
            assertThat(day.breach()).as("%d stations, seed %d: %s", stations, seed, day.breach()).isEmpty();
            assertThat(day.simulated()).isGreaterThan(Duration.ofHours(6).minusSeconds(1));
        }
    }

    @Test
    @Tag("ALT-2")
    void countsAWaitFromTheVehiclesOwnPlugWhenItTakesAnothersPlaceAtOnce() {
        // Three vehicles for one place of 8 A; whoever is at the first station goes before its turn comes.
        StationSettings settings = StationSettings.ofSingle(Ampere.of(32), Ampere.of(32))
                .withTiming(Ampere.of(32), Duration.ofMinutes(4));
        SiteWorld world = new SiteWorld(
                Collections.nCopies(3, settings), Ampere.of(8), new SiteTime(1_700_000_000_000L));
        VehicleSpec vehicle = VehicleSpec.of(1, Ampere.of(20));
        for (int station = 0; station < 3; station++) {
            world.command(station, new WorldCommand.PlugIn(SocketNumber.ONE, vehicle));
        }
        int served = 0;
        for (int minutes = 0; minutes < 40; minutes += 8) {
            world.advanceTo(world.now().plus(Duration.ofMinutes(7).plusSeconds(30)));
            served += world.snapshot(0).socket(SocketNumber.ONE).offer().told().milliampere() > 0 ? 1 : 0;
            world.command(0, new WorldCommand.PlugIn(SocketNumber.ONE, vehicle));
        }
        assertThat(served).isZero();
        assertThat(world.breach()).isEmpty();
    }

    @Test
    @Tag("SLB-1")
    void holdsI6WhenManyInputsChangeWithinSeconds() {
        RandomDay.Result day = RandomSite.run(35, 12, Duration.ofMinutes(70));
        assertThat(day.breach()).as("%s", day.breach()).isEmpty();
    }

    @Test
    void comesToTheSameWhenTheSeedIsTheSame() {
        assertThat(RandomSite.run(5, 3, Duration.ofHours(2))).isEqualTo(RandomSite.run(5, 3, Duration.ofHours(2)));
    }

    private static SiteWorld site(int total, World.Pace pace) {
        StationSettings settings = StationSettings.ofDouble(Ampere.of(32), Ampere.of(32)).with(Feature.ON);
        SiteWorld world = new SiteWorld(
                Collections.nCopies(3, settings), Ampere.of(total), new SiteTime(1_700_000_000_000L), pace);
        for (int station = 0; station < 3; station++) {
            for (SocketNumber socket : SocketNumber.values()) {
                VehicleSpec vehicle = VehicleSpec.of(1 + station, Ampere.of(20)).with(new BatterySpec(40_000, 30_000));
                world.command(station, new WorldCommand.PlugIn(socket, vehicle));
            }
        }
        return world;
    }

    @Test
    void comesToTheSameWhenQuietTicksAreSkipped() {
        SiteWorld all = site(40, World.Pace.EVERY_TICK);
        SiteWorld quick = site(40, World.Pace.QUICK);
        for (int hour = 0; hour < 6; hour++) {
            all.advanceTo(all.now().plus(Duration.ofHours(1)));
            quick.advanceTo(quick.now().plus(Duration.ofHours(1)));
            for (int station = 0; station < 3; station++) {
                assertThat(quick.snapshot(station)).isEqualTo(all.snapshot(station));
            }
        }
    }

    @ParameterizedTest(name = "{0} stations, seed {1}")
    @CsvSource({"2, 3", "5, 10", "5, 11", "12, 4"})
    void comesToTheSameEffectForEffectWhenEachPlaceSleepsForItself(int stations, long seed) {
        List<String> all = effects(stations, seed, World.Pace.EVERY_TICK);
        assertThat(effects(stations, seed, World.Pace.QUICK)).containsExactlyElementsOf(all);
        assertThat(all).hasSizeGreaterThan(300);
    }

    private static List<String> effects(int stations, long seed, World.Pace pace) {
        List<String> effects = new ArrayList<>();
        RandomDay.Result result = RandomSite.show(
                seed, stations, Duration.ofHours(2), pace,
                (station, effect, at) -> effects.add(at + " " + station + " " + effect));
        effects.add(result.toString());
        return effects;
    }

    @Test
    void seesTheTotalExceededWhenTheStationsAreToldOfNone() {
        // The checks believe in half of the total: what breaks first is that more is told.
        SiteWorld world = site(60, World.Pace.QUICK);
        world.advanceTo(world.now().plus(Duration.ofMinutes(10)));
        assertThat(world.breach()).isEmpty();
        world.believe(Ampere.of(30));
        world.advanceTo(world.now().plus(Duration.ofMinutes(10)));
        assertThat(world.breach().orElseThrow().invariant()).isEqualTo(Invariant.I1_TOLD);
    }

    @ParameterizedTest
    @CsvSource({
        // floors, demands and caps of three sockets on one line, its limit, and the shares by hand
        "6 6 6, 99 99 99, 32 32 32, 60, 20 20 20",
        "14 6 6, 99 99 99, 32 32 32, 30, 14 8 8",
        "6 6 6, 9 99 99, 32 32 32, 40, 9 15.5 15.5",
        "6 6 6, 9 99 99, 32 12 12, 40, 16 12 12",
        "6 0 6, 99 99 99, 32 32 32, 25, 12.5 0 12.5",
    })
    void knowsTheFairSharesOfThreeOnALine(String floors, String demands, String caps, int limit, String shares) {
        int[][] lines = {{0}, {0}, {0}};
        double[] best = new FairShares(new int[] {limit * 1_000}, lines).of(mA(floors), mA(demands), mA(caps));
        int[] expected = mA(shares);
        for (int i = 0; i < expected.length; i++) {
            assertThat(best[i]).isCloseTo(expected[i], org.assertj.core.data.Offset.offset(0.5));
        }
    }

    @Test
    void knowsTheFairSharesOverSeveralLines() {
        // A total of 40 A over two stations of 16 A and one of 32 A with a socket each.
        int[] limits = {40_000, 16_000, 16_000, 32_000};
        int[][] lines = {{0, 1}, {0, 2}, {0, 3}};
        int[] floor = {6_000, 6_000, 6_000};
        double[] best = new FairShares(limits, lines).of(floor, new int[] {NONE, 8_000, NONE}, new int[] {NONE, NONE, NONE});
        assertThat(List.of(Math.round(best[0]), Math.round(best[1]), Math.round(best[2])))
                .containsExactly(16_000L, 8_000L, 16_000L);
    }

    private static int[] mA(String ampere) {
        return java.util.Arrays.stream(ampere.split(" ", -1)).mapToInt(a -> (int) (Double.parseDouble(a) * 1_000)).toArray();
    }
}
