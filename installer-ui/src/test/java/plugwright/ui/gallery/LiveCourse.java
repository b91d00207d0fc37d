package plugwright.ui.gallery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyValue;
import plugwright.model.Ampere;
import plugwright.model.Outcome;
import plugwright.model.PhaseMapping;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.model.SiteTime;
import plugwright.model.SocketNumber;
import plugwright.station.engine.LiveValues;
import plugwright.station.engine.StationEvent.BootReason;
import plugwright.station.engine.StationSettings;
import plugwright.station.sim.VehicleSpec;
import plugwright.station.sim.World;
import plugwright.station.sim.WorldCommand;
import plugwright.station.site.SiteSnapshot;
import plugwright.station.site.StationAccess;
import plugwright.ui.app.MadeUpSite;
import plugwright.ui.app.MadeUpStation;
import plugwright.ui.bench.BenchSite;
import plugwright.ui.station.LinkView;

/** A made-up station whose live values are those of a simulated one, second by second. */
public final class LiveCourse {
    private static final int OURS = 0xF000;

    /** What the sockets' meters say. */
    private static final Set<Integer> METERS = Set.of(0x2221, 0x3221);

    private final MadeUpStation station;
    private final SameThread thread;
    private final World world;
    private boolean real;
    private boolean metered = true;
    private Instant now = MadeUpSite.NOW.minusSeconds(600);

    /** Socket 1 and 2 share 25 A. */
    public LiveCourse(MadeUpStation station, SameThread thread) {
        this.station = station;
        this.thread = thread;
        SiteTime start = new SiteTime(now.toEpochMilli());
        StationSettings settings = settings(Ampere.of(25));
        world = new World(settings, start);
        world.command(new WorldCommand.Boot(settings, BootReason.POWER_ON));
        world.advanceTo(start.plusMillis(1_000));
    }

    private static StationSettings settings(Ampere stationMaximum) {
        return new StationSettings(
                StationSettings.Supply.THREE_PHASES,
                StationSettings.Feeders.SINGLE,
                stationMaximum,
                List.of(Ampere.of(32), Ampere.of(32)),
                List.of(PhaseMapping.L1L2L3, PhaseMapping.L1L2L3),
                StationSettings.Feature.ON,
                StationSettings.DEFAULT_PROBING,
                StationSettings.DEFAULT_PERIOD);
    }

    /** The same station from outside. */
    public BenchSite bench() {
        StationAccess access = new StationAccess(MadeUpSite.FIRST, "127.0.0.2", 1_443, 1_502, "admin", "");
        return BenchSite.of(
                () -> new SiteSnapshot(
                        world.now(),
                        60,
                        List.of(new SiteSnapshot.StationView(
                                access,
                                SiteSnapshot.Power.UP,
                                SiteSnapshot.NetworkCable.PLUGGED,
                                world.snapshot(),
                                List.of(world.vehicle(SocketNumber.ONE), world.vehicle(SocketNumber.TWO))))),
                Outcome::ok);
    }

    /** The clock of the computer that looks on. */
    public InstantSource clock() {
        return () -> now;
    }

    /** Time goes on; each second the station is asked once. */
    public LiveCourse seconds(int count) {
        for (int i = 0; i < count; i++) {
            now = now.plusSeconds(1);
            world.advanceTo(world.now().plusMillis(1_000));
            station.with(Known.STATION_MAX_CURRENT, PropertyValue.of(world.settings().stationMaximum().value()));
            station.with(Known.CONNECTOR_1_MAX_CURRENT, PropertyValue.of(32.0));
            station.with(Known.CONNECTOR_2_MAX_CURRENT, PropertyValue.of(32.0));
            station.with(Known.LOAD_BALANCING_MODE, PropertyValue.of(1));
            LiveValues.of(world.snapshot()).forEach((id, value) -> {
                if ((!real || id.object() < OURS) && (metered || !METERS.contains(id.object()))) {
                    station.with(id, value);
                }
            });
            thread.tick();
        }
        return this;
    }

    private LiveCourse plug(SocketNumber socket, VehicleSpec vehicle) {
        world.command(new WorldCommand.PlugIn(socket, vehicle));
        return this;
    }

    /** A station without our own properties. */
    public LiveCourse asRealStation() {
        real = true;
        return this;
    }

    /** A station that does not say what flows. */
    public LiveCourse withoutMeters() {
        metered = false;
        return this;
    }

    /** The first vehicle is being tried. */
    public LiveCourse oneProbed() {
        seconds(30);
        plug(SocketNumber.ONE, VehicleSpec.of(3, Ampere.of(32)));
        return seconds(20);
    }

    /** A three-phase vehicle charges, a one-phase one comes and both share. */
    public LiveCourse twoSharing() {
        seconds(60);
        plug(SocketNumber.ONE, VehicleSpec.of(3, Ampere.of(32)));
        seconds(250);
        plug(SocketNumber.TWO, VehicleSpec.of(1, Ampere.of(32)));
        return seconds(250);
    }

    /** Not enough for both. */
    public LiveCourse takingTurns() {
        world.command(new WorldCommand.ChangeSettings(settings(Ampere.of(10))));
        plug(SocketNumber.ONE, VehicleSpec.of(3, Ampere.of(16)));
        seconds(120);
        plug(SocketNumber.TWO, VehicleSpec.of(3, Ampere.of(16)));
        return seconds(300);
    }

    /** Two one-phase vehicles: the internal rotation puts them on different phases. */
    public LiveCourse onDifferentPhases() {
        plug(SocketNumber.ONE, VehicleSpec.of(1, Ampere.of(32)));
        seconds(100);
        plug(SocketNumber.TWO, VehicleSpec.of(1, Ampere.of(32)));
        return seconds(200);
    }

    /** The cable is pulled. */
    public LiveCourse lost() {
        station.linkIs(new LinkView.Lost(Problem.of(ProblemCode.CONNECTION_LOST, "10.0.3.21:443")));
        now = now.plusSeconds(30);
        thread.tick();
        return this;
    }
}
