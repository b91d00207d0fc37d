package plugwright.station.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import plugwright.model.Ampere;
import plugwright.model.PhaseCurrents;
import plugwright.model.SiteTime;
import plugwright.model.SocketNumber;
import plugwright.station.engine.ActiveBalancing;
import plugwright.station.engine.ActiveBalancing.Includes;
import plugwright.station.engine.GridReading;
import plugwright.station.engine.StationEvent;
import plugwright.station.engine.StationEvent.BootReason;
import plugwright.station.engine.StationSettings;

/** Ticks are skipped between a meter's readings too: that comes to the same as telling all of them. */
class MeterPaceTest {

    private static final SiteTime START = new SiteTime(1_767_225_600_000L);

    private static List<World.Happened> course(World.Pace pace, long seed) {
        StationSettings settings = StationSettings.ofDouble(Ampere.of(32), Ampere.of(32))
                .with(Optional.of(new ActiveBalancing(Ampere.of(25), Ampere.of(6), Includes.HOUSE_ALONE)));
        World world = new World(settings, START, World.NOBODY, pace);
        List<World.Happened> happened =
                new ArrayList<>(world.command(new WorldCommand.Boot(settings, BootReason.POWER_ON)));
        Random random = new Random(seed);
        int house = 5_000;
        for (int second = 1; second < 7_200; second++) {
            house = random.nextInt(40) == 0 ? random.nextInt(22_000) : house;
            happened.addAll(world.advanceTo(START.plusMillis(second * 1_000L)));
            happened.addAll(world.command(new WorldCommand.FromOutside(new StationEvent.GridMetered(
                    new GridReading(PhaseCurrents.ofMilliampere(house, house, house), 500, 0)))));
            if (second == 100 || second == 2_000) {
                SocketNumber socket = second == 100 ? SocketNumber.ONE : SocketNumber.TWO;
                happened.addAll(world.command(new WorldCommand.PlugIn(socket, VehicleSpec.of(3, Ampere.of(32)))));
            }
        }
        return happened;
    }

    @Test
    void comesToTheSameEffectForEffectWhenQuietTicksAreSkipped() {
        for (long seed = 1; seed <= 3; seed++) {
            assertThat(course(World.Pace.QUICK, seed)).isEqualTo(course(World.Pace.EVERY_TICK, seed));
        }
    }
}
