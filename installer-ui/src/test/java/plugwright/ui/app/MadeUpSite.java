package plugwright.ui.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javafx.util.Subscription;
import plugwright.model.HostPort;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;
import plugwright.ui.nav.Stations;
import plugwright.ui.station.StationAccess;
import plugwright.ui.station.StationRow;
import plugwright.ui.station.StationRow.Origin;
import plugwright.ui.station.StationRow.Standing;

/** A handful of stations in memory. */
public final class MadeUpSite implements Stations {

    public static final Instant NOW = Instant.parse("2026-11-23T13:02:11Z");
    public static final StationId FIRST = new StationId("ACE0104711");

    /** Where nothing answers, nor does it come out that nothing does. */
    public static final String SLOW = "10.0.3.40";

    private final Map<StationId, MadeUpStation> links = new LinkedHashMap<>();
    private final List<StationRow> rows = new ArrayList<>();
    private final List<Consumer<List<StationRow>>> listeners = new CopyOnWriteArrayList<>();

    /** Five usable stations and two that are not. */
    public static MadeUpSite full() {
        MadeUpSite site = new MadeUpSite();
        site.put("ACE0104711", "10.0.3.21", new Standing.Reachable(), 31.4, 2);
        site.put("ACE0104712", "10.0.3.22", new Standing.Reachable(), -1, -1);
        site.put("ACE0104713", "10.0.3.23", new Standing.Reachable(), -1, -1);
        site.put("ACE0104714", "10.0.3.24", new Standing.Gone(NOW), -1, -1);
        site.put(
                "ACE0190077",
                "169.254.8.3",
                new Standing.Unusable(Problem.of(ProblemCode.OTHER_SUBNET, "169.254.8.3", "eth0", "169.254.8.9")),
                -1,
                -1);
        return site;
    }

    /** Adds a station. */
    public MadeUpSite put(String serial, String host, Standing standing, double ampere, int charging) {
        StationId id = new StationId(serial);
        MadeUpStation station = new MadeUpStation();
        links.put(id, station);
        rows.add(new StationRow(
                id,
                new HostPort(host, 443),
                "NG910-60023",
                "7.0.0-4318",
                standing,
                ampere < 0 ? OptionalDouble.empty() : OptionalDouble.of(ampere),
                charging < 0 ? OptionalInt.empty() : OptionalInt.of(charging),
                Origin.SIMULATED));
        station.onLink(link -> refresh());
        return this;
    }

    /** As a station whose meters tell nothing: how many vehicles charge is known, not what flows. */
    public void tellsNoCurrent(StationId id) {
        rows.replaceAll(row -> row.id().equals(id) ? live(row, OptionalDouble.empty(), row.charging()) : row);
        refresh();
    }

    /** What a station draws is known while one is logged in to it. */
    private List<StationRow> rowsNow() {
        return rows.stream()
                .map(row -> station(row.id()).isLoggedIn()
                        ? row
                        : live(row, OptionalDouble.empty(), OptionalInt.empty()))
                .toList();
    }

    private static StationRow live(StationRow row, OptionalDouble ampere, OptionalInt charging) {
        return new StationRow(
                row.id(),
                row.address(),
                row.model(),
                row.firmware(),
                row.standing(),
                ampere,
                charging,
                row.origin());
    }

    public MadeUpStation station(StationId id) {
        return Objects.requireNonNull(links.get(id));
    }

    @Override
    public Subscription onChange(Consumer<List<StationRow>> listener) {
        listeners.add(listener);
        listener.accept(rowsNow());
        return () -> listeners.remove(listener);
    }

    @Override
    public void refresh() {
        listeners.forEach(l -> l.accept(rowsNow()));
    }

    @Override
    public CompletableFuture<Outcome<StationId>> add(HostPort address) {
        if (address.host().equals(SLOW)) {
            return new CompletableFuture<>();
        }
        return CompletableFuture.completedFuture(Outcome.failed(ProblemCode.NO_ANSWER, address.toString(), "5"));
    }

    @Override
    public StationAccess access(StationId id) {
        return station(id);
    }
}
