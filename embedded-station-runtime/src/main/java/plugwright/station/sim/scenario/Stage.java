package plugwright.station.sim.scenario;

import java.util.Optional;
import plugwright.model.Ampere;
import plugwright.model.SiteTime;
import plugwright.station.engine.StationSnapshot;
import plugwright.station.sim.Breach;
import plugwright.station.sim.SiteWorld;
import plugwright.station.sim.WatchedWorld;
import plugwright.station.sim.WorldCommand;

/** Where a scenario is played: one station, or several under one total. */
interface Stage {

    /** @return whether all invariants held */
    boolean advanceTo(SiteTime moment);

    void command(int station, WorldCommand command);

    void total(Ampere total);

    StationSnapshot snapshot(int station);

    SiteTime now();

    Optional<Breach> breach();

    static Stage of(Scenario scenario, SiteTime start) {
        return scenario.total()
                .<Stage>map(total -> new Several(new SiteWorld(scenario.stations(), total, start)))
                .orElseGet(() -> new One(new WatchedWorld(scenario.settings(), start)));
    }

    /** One station. */
    record One(WatchedWorld watched) implements Stage {

        @Override
        public boolean advanceTo(SiteTime moment) {
            return watched.advanceTo(moment);
        }

        @Override
        public void command(int station, WorldCommand command) {
            watched.command(command);
        }

        @Override
        public void total(Ampere total) {
            throw new IllegalStateException("one station has no total");
        }

        @Override
        public StationSnapshot snapshot(int station) {
            return watched.world().snapshot();
        }

        @Override
        public SiteTime now() {
            return watched.world().now();
        }

        @Override
        public Optional<Breach> breach() {
            return watched.breach();
        }
    }

    /** Several stations. */
    record Several(SiteWorld world) implements Stage {

        @Override
        public boolean advanceTo(SiteTime moment) {
            return world.advanceTo(moment);
        }

        @Override
        public void command(int station, WorldCommand command) {
            world.command(station, command);
        }

        @Override
        public void total(Ampere total) {
            world.total(total);
        }

        @Override
        public StationSnapshot snapshot(int station) {
            return world.snapshot(station);
        }

        @Override
        public SiteTime now() {
            return world.now();
        }

        @Override
        public Optional<Breach> breach() {
            return world.breach();
        }
    }
}
