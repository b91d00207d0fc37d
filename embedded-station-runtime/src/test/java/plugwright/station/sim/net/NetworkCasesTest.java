package plugwright.station.sim.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plugwright.model.Ampere;
import plugwright.model.SocketNumber;
import plugwright.station.engine.StationSettings;
import plugwright.station.member.MemberSettings;
import plugwright.station.member.Place;
import plugwright.station.sim.VehicleSpec;
import plugwright.station.sim.net.RandomNetwork.Checking;
import plugwright.wire.scn.Source;

/** What the requirements of a network say, one by one, with every packet. */
class NetworkCasesTest {

    private static final VehicleSpec VEHICLE = VehicleSpec.of(3, Ampere.of(32));
    private static final long SETTLED = 300_000;

    private NetworkWorld world = network(32, 32, 6, 4);
    private Source meter = new Source.None();

    private static NetworkWorld network(int total, int totalSafe, int safe, int singles) {
        StationSettings single = StationSettings.ofSingle(Ampere.of(32), Ampere.of(32));
        return new NetworkWorld(
                TestPlans.of(total, totalSafe, safe, Collections.nCopies(singles, single)), 1, Checking.EACH);
    }

    private void run(long millis) {
        world.advanceTo(world.now() + millis);
        assertThat(world.breach().map(b -> b.invariant() + " " + b.what())).isEmpty();
    }

    private void startAll() {
        IntStream.range(0, world.size()).forEach(world::start);
        run(20_000);
    }

    private void plugAll() {
        IntStream.range(0, world.size()).forEach(i -> world.plug(i, SocketNumber.ONE, VEHICLE));
        run(SETTLED);
    }

    private int told(int station) {
        return world.station(station).told(SocketNumber.ONE);
    }

    private List<Integer> served() {
        return IntStream.range(0, world.size()).filter(i -> told(i) > 0).boxed().toList();
    }

    private String trace() {
        return String.join("\n", world.invariants().trace());
    }

    /** As many sockets as there can be, two a station, and nobody but themselves. */
    @Test
    @Tag("SCN-1")
    void shares128SocketsAmongThemselves() {
        StationSettings two = StationSettings.ofDouble(Ampere.of(64), Ampere.of(32));
        world = new NetworkWorld(TestPlans.of(1_280, 1_280, 6, Collections.nCopies(64, two)), 1, Checking.ONCE);
        startAll();
        for (int i = 0; i < world.size(); i++) {
            world.plug(i, SocketNumber.ONE, VEHICLE);
            world.plug(i, SocketNumber.TWO, VEHICLE);
        }
        run(SETTLED);
        for (int i = 0; i < world.size(); i++) {
            assertThat(told(i)).isEqualTo(10_000);
            assertThat(world.station(i).told(SocketNumber.TWO)).isEqualTo(10_000);
        }
    }

    @Test
    @Tag("SCN-4")
    void keepsTheSafeCurrentOfWhoIsCutOffAndNoMore() {
        startAll();
        plugAll();
        assertThat(told(0)).isEqualTo(8_000);
        world.settled().faults(true, world.now());
        world.air().deaf(3, true);
        world.air().mute(3, true);
        run(10_000);
        assertThat(told(3)).isEqualTo(6_000);
        assertThat(trace()).contains("Lost connection with other socket (id: 3)!");
        run(60_000);
        assertThat(told(3)).isEqualTo(6_000);
        assertThat(IntStream.range(0, 3).map(this::told)).containsExactly(8_666, 8_666, 8_666);
    }

    /** Guide §6.3.3.4 step 5: without the meter the lowest ids come first, with it the highest. */
    @Test
    @Tag("SCN-10")
    void givesTiesToTheLowestIdWhileTheSafeTotalIsInForce() {
        assertThat(servedOfSix(new Source.Lost())).containsExactly(0, 1, 2, 3);
        assertThat(servedOfSix(new Source.Available(24_000, 24_000, 24_000, 0))).containsExactly(2, 3, 4, 5);
    }

    private List<Integer> servedOfSix(Source source) {
        // No more than 6 A each: nobody is probed with more.
        world = new NetworkWorld(
                TestPlans.of(40, 24, 0, Collections.nCopies(6, StationSettings.ofSingle(Ampere.of(32), Ampere.of(6)))),
                1,
                Checking.EACH);
        world.settled().faults(true, 0);
        meter = new Source.Available(0, 0, 0, 0);
        startAll();
        read();
        // All in the same second while there is nothing, then what the meter says: ties by nothing but the id.
        plugAll();
        assertThat(served()).isEmpty();
        meter = source;
        run(100_000);
        return served();
    }

    /** Half of all sockets and the lowest id: it leads again the moment it wakes, and has no reading yet. */
    @Test
    @Tag("SCN-10")
    @Tag("SCN-4")
    void forgetsWhatItsMeterLeftWhenItStoodStill() {
        world = network(32, 12, 6, 2);
        meter = new Source.Available(30_000, 30_000, 30_000, 0);
        world.settled().faults(true, 0);
        startAll();
        read();
        plugAll();
        assertThat(told(0)).isEqualTo(15_000);
        world.air().deaf(1, true);
        world.air().mute(1, true);
        meter = new Source.Lost();
        world.stall(0, 20_300);
        run(20_400);
        assertThat(told(0)).isEqualTo(6_000);
    }

    private void read() {
        world.totals().read(meter, world.now());
        world.source(0, meter);
        world.after(1_000, this::read);
    }

    /** Two stations with one id: neither counts, both get what was kept for them, and nothing is exceeded. */
    @Test
    @Tag("SCN-12")
    void countsNeitherOfTwoWithTheSameId() {
        startAll();
        plugAll();
        world.settled().faults(true, world.now());
        MemberSettings its = world.station(3).memberSettings();
        Place second = new Place(2, its.place().mappings());
        world.write(3, its.with(second, java.util.Optional.of(second)));
        run(60_000);
        assertThat(told(2)).isEqualTo(6_000);
        assertThat(told(3)).isEqualTo(6_000);
        assertThat(trace()).contains("Another station has a socket id of this one");
        assertThat(told(0) + told(1)).isLessThanOrEqualTo(32_000 - 3 * 6_000);
    }

    /** The same course with and without someone who says again and makes up packets all the time. */
    @Test
    @Tag("SCN-7")
    void changesNothingForForgedAndRepeatedPackets() {
        List<String> alone = course(false);
        assertThat(course(true)).isEqualTo(alone);
        assertThat(alone).hasSizeGreaterThan(20);
    }

    private List<String> course(boolean attacked) {
        world = network(32, 32, 6, 4);
        List<String> course = new ArrayList<>();
        Forger forger = new Forger(world, new Random(7));
        world.listen(forger);
        startAll();
        for (int minute = 0; minute < 10; minute++) {
            world.plug(minute % 4, SocketNumber.ONE, VEHICLE);
            for (int second = 0; second < 60; second++) {
                if (attacked) {
                    forger.attack();
                }
                run(1_000);
                course.add(world.now() + ": " + IntStream.range(0, 4).map(this::told).boxed().toList());
            }
        }
        return course;
    }
}
