package plugwright.station.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plugwright.model.Ampere;
import plugwright.model.SiteTime;
import plugwright.model.SocketNumber;
import plugwright.station.engine.StationEvent;
import plugwright.station.engine.StationEvent.BootReason;
import plugwright.station.engine.StationSettings;
import plugwright.station.engine.StationSettings.Feature;
import plugwright.station.sim.Optimum.Wish;

/**
 * That each invariant is seen to break: the checks are told of other settings, vehicles or events than the station,
 * as if the station had got them wrong.
 */
class InvariantsTest {

    private static final SiteTime START = new SiteTime(1_700_000_000_000L);
    private static final VehicleSpec THREE = VehicleSpec.of(3, Ampere.of(32));

    private static StationSettings sharing(int maximum) {
        return StationSettings.ofDouble(Ampere.of(maximum), Ampere.of(32)).with(Feature.ON);
    }

    /** A station with some settings, seen by checks that believe in others and don't hear of changes. */
    private static final class Misled {
        final Invariants invariants;
        final World world;

        Misled(StationSettings real, UnaryOperator<StationSettings> believed) {
            invariants = new Invariants(believed.apply(real));
            world = new World(real, START, (event, effects, engine, now) -> {
                StationEvent told = event instanceof StationEvent.Booted b
                        ? new StationEvent.Booted(believed.apply(b.settings()), b.reason())
                        : event instanceof StationEvent.SettingsChanged ? new StationEvent.Tick() : event;
                invariants.after(told, effects, engine, now);
            });
            world.command(new WorldCommand.Boot(real, BootReason.POWER_ON));
        }

        Misled plug(SocketNumber socket, VehicleSpec vehicle) {
            world.command(new WorldCommand.PlugIn(socket, vehicle));
            return this;
        }

        Misled run(int seconds) {
            world.advanceTo(world.now().plusMillis(seconds * 1000L));
            return this;
        }

        Invariant broken() {
            return invariants.breach().orElseThrow().invariant();
        }
    }

    @Test
    void holdsWhenTheStationIsRight() {
        Misled right = new Misled(sharing(25), s -> s)
                .plug(SocketNumber.ONE, THREE)
                .plug(SocketNumber.TWO, THREE)
                .run(600);
        assertThat(right.invariants.breach()).isEmpty();
    }

    @Test
    void seesI1BrokenWhenMoreIsToldThanTheStationMaximum() {
        Misled misled = new Misled(sharing(32), s -> s.withStationMaximum(Ampere.of(16)))
                .plug(SocketNumber.ONE, THREE)
                .plug(SocketNumber.TWO, THREE)
                .run(300);
        assertThat(misled.broken()).isEqualTo(Invariant.I1_TOLD);
        assertThat(misled.invariants.breach().orElseThrow().what()).endsWith("limit 16000");
        assertThat(misled.invariants.breach().orElseThrow().trace()).anyMatch(l -> l.contains("PilotTold"));
    }

    @Test
    void seesI2BrokenWhenAVehicleDrawsMoreThanTheLimitForLonger() {
        // The checks take it for an obedient one.
        Misled misled = new Misled(sharing(16), s -> s)
                .plug(SocketNumber.ONE, THREE.with(Quirks.NONE.using(1_050)))
                .run(300);
        assertThat(misled.broken()).isEqualTo(Invariant.I2_DRAWN);
    }

    @Test
    void seesI3BrokenWhenASocketIsToldMoreThanItsMaximum() {
        Misled misled = new Misled(
                        sharing(32), s -> s.withConnectorMaximum(List.of(Ampere.of(13), Ampere.of(32))))
                .plug(SocketNumber.ONE, THREE)
                .run(300);
        assertThat(misled.broken()).isEqualTo(Invariant.I3_USABLE);
    }

    @Test
    void seesI4BrokenWhenATurnLastsTooLong() {
        Misled misled = new Misled(sharing(11), s -> s.withTiming(Ampere.of(14), Duration.ofSeconds(60)))
                .plug(SocketNumber.ONE, THREE)
                .plug(SocketNumber.TWO, THREE)
                .run(900);
        assertThat(misled.broken()).isEqualTo(Invariant.I4_NOBODY_STARVES);
    }

    @Test
    void seesI5BrokenWhenASocketGetsLessThanItsFairShare() {
        Misled misled = new Misled(sharing(20), s -> s.withStationMaximum(Ampere.of(24)))
                .plug(SocketNumber.ONE, THREE)
                .plug(SocketNumber.TWO, THREE)
                .run(600);
        assertThat(misled.broken()).isEqualTo(Invariant.I5_FAIR);
    }

    @Test
    void seesI6BrokenWhenLimitsChangeAgainAndAgain() {
        Misled misled = new Misled(sharing(25), s -> s).plug(SocketNumber.ONE, THREE).run(75);
        for (int i = 0; i < 6; i++) {
            misled.world.command(new WorldCommand.ChangeSettings(sharing(i % 2 == 0 ? 20 : 25)));
            misled.run(12);
        }
        assertThat(misled.broken()).isEqualTo(Invariant.I6_CALM);
    }

    @ParameterizedTest
    @CsvSource({
        // floors and caps of two sockets on one phase, its limit, and the shares by hand
        "6, 32, 6, 32, 25, 12.5, 12.5",
        "14, 32, 6, 32, 25, 14, 11",
        "14, 32, 6, 32, 20, 14, 6",
        "6, 8, 6, 32, 25, 8, 17",
        "6, 32, 6, 13, 40, 27, 13",
        "6, 10, 6, 10, 25, 10, 10",
    })
    void knowsTheFairSharesOfTwo(
            double floor1, double cap1, double floor2, double cap2, double limit, double share1, double share2) {
        int none = Integer.MAX_VALUE;
        Optimum best = Optimum.of(
                new Wish(mA(floor1), none, mA(cap1)), new Wish(mA(floor2), none, mA(cap2)), mA(limit));
        assertThat(best).isEqualTo(new Optimum(mA(share1), mA(share2)));
    }

    @Test
    void givesToTheOtherWhatDemandLeavesAndTheRestBack() {
        int cap = 32_000;
        // 32 A, one takes 11: the other gets 21. 50 A: the other can't take all of the rest, 18 A go back.
        assertThat(Optimum.of(new Wish(6_000, 11_000, cap), new Wish(6_000, Integer.MAX_VALUE, cap), 32_000))
                .isEqualTo(new Optimum(11_000, 21_000));
        assertThat(Optimum.of(new Wish(6_000, 11_000, cap), new Wish(6_000, Integer.MAX_VALUE, cap), 50_000))
                .isEqualTo(new Optimum(18_000, 32_000));
    }

    private static int mA(double ampere) {
        return (int) Math.round(ampere * 1000);
    }
}
