package plugwright.station.sim.scenario;

import java.util.List;
import java.util.Optional;
import plugwright.model.Ampere;
import plugwright.model.SiteTime;
import plugwright.station.engine.StationSnapshot;
import plugwright.station.sim.Breach;
import plugwright.station.sim.ManagedWorld;
import plugwright.station.sim.SiteWorld;
import plugwright.station.sim.WatchedWorld;
import plugwright.station.sim.WorldCommand;
import plugwright.station.sim.grid.MeteredWorld;
import plugwright.station.sim.net.NetworkBreach;
import plugwright.station.sim.net.PlayedNetwork;

/** Where a scenario is played: one station, several under one total, or a network. */
interface Stage {

    /** @return whether all invariants held */
    boolean advanceTo(SiteTime moment);

    void command(int station, WorldCommand command);

    void total(Ampere total);

    StationSnapshot snapshot(int station);

    SiteTime now();

    Optional<Breach> breach();

    /** What did not hold, in lines: the first says it, the others tell what happened before. */
    default List<String> broken() {
        return breach().map(ScenarioRun::lines).orElse(List.of());
    }

    /** Something happens to the house around it. */
    default void change(Grid.Change change) {
        throw new IllegalStateException("no house");
    }

    /** Lines of the log since this was asked last. */
    default List<String> takeLog() {
        return List.of();
    }

    static Stage of(Scenario scenario, SiteTime start) {
        if (scenario.grid().isPresent()) {
            return new Housed(new MeteredWorld(
                    scenario.settings(), scenario.grid().get().house(), start, Housed.LAG_MILLIS));
        }
        if (scenario.settings().energyManagement().isPresent()) {
            return new Managed(new ManagedWorld(scenario.settings(), start));
        }
        if (scenario.network().isPresent()) {
            Scenario.Network its = scenario.network().get();
            return new Networked(
                    new PlayedNetwork(scenario.stations(), its.total(), its.totalSafe(), its.safe()), start);
        }
        return scenario.total()
                .<Stage>map(total -> new Several(new SiteWorld(scenario.stations(), total, start)))
                .orElseGet(() -> new One(new WatchedWorld(scenario.settings(), start)));
    }

    /** A Smart Charging Network with every packet. */
    record Networked(PlayedNetwork network, SiteTime start) implements Stage {

        @Override
        public boolean advanceTo(SiteTime moment) {
            return network.advanceTo(moment.millisSince(start));
        }

        @Override
        public void command(int station, WorldCommand command) {
            network.command(station, command);
        }

        @Override
        public void total(Ampere total) {
            network.meter(Optional.of(total));
        }

        @Override
        public StationSnapshot snapshot(int station) {
            return network.snapshot(station);
        }

        @Override
        public SiteTime now() {
            return start.plusMillis(network.now());
        }

        @Override
        public Optional<Breach> breach() {
            return Optional.empty();
        }

        @Override
        public List<String> broken() {
            return network.breach().map(NetworkBreach::lines).orElse(List.of());
        }
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

    /** One station under an energy management system. */
    record Managed(ManagedWorld managed) implements Stage {

        @Override
        public boolean advanceTo(SiteTime moment) {
            return managed.advanceTo(moment);
        }

        @Override
        public void command(int station, WorldCommand command) {
            managed.command(command);
        }

        @Override
        public void total(Ampere total) {
            throw new IllegalStateException("one station has no total");
        }

        @Override
        public List<String> takeLog() {
            return managed.takeLog();
        }

        @Override
        public StationSnapshot snapshot(int station) {
            return managed.world().snapshot();
        }

        @Override
        public SiteTime now() {
            return managed.world().now();
        }

        @Override
        public Optional<Breach> breach() {
            return managed.breach();
        }
    }

    /** One station in a house with a meter. */
    record Housed(MeteredWorld house) implements Stage {

        /** From the moment that a meter measures to the moment that it says so. */
        static final long LAG_MILLIS = 600;

        @Override
        public boolean advanceTo(SiteTime moment) {
            return house.advanceTo(moment);
        }

        @Override
        public void command(int station, WorldCommand command) {
            house.command(command);
        }

        @Override
        public void total(Ampere total) {
            throw new IllegalStateException("one station has no total");
        }

        @Override
        public void change(Grid.Change change) {
            switch (change) {
                case Grid.Change.Load load -> house.load(load.drawn(), load.pv());
                case Grid.Change.Fault fault -> house.fault(fault.fault());
            }
        }

        @Override
        public List<String> takeLog() {
            return house.takeLog();
        }

        @Override
        public StationSnapshot snapshot(int station) {
            return house.world().snapshot();
        }

        @Override
        public SiteTime now() {
            return house.world().now();
        }

        @Override
        public Optional<Breach> breach() {
            return house.breach();
        }
    }
}
