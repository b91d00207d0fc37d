package plugwright.station.site;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import plugwright.catalog.Catalogue;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.model.SiteTime;
import plugwright.model.StationId;
import plugwright.model.WireTime;
import plugwright.station.http.StationServer;
import plugwright.station.property.LicenceJudge;
import plugwright.station.property.PropertySpace;

/** Stations that run in this process, each at an address of its own, until closed. Safe for several threads at once. */
public final class SimulatedSite implements AutoCloseable {

    /** Serial numbers count up from here. */
    private static final int FIRST_NUMBER = 104_711;

    private final StationServer server;
    private final SitePlan plan;
    private final List<StationUnit> units;
    private final List<StationAccess> accesses;

    private SimulatedSite(
            StationServer server, SitePlan plan, List<StationUnit> units, List<StationAccess> accesses) {
        this.server = server;
        this.plan = plan;
        this.units = List.copyOf(units);
        this.accesses = List.copyOf(accesses);
    }

    /**
     * Starts all stations of a plan; when this returns they answer.
     *
     * @return the site, or PORT_IN_USE, PORT_NOT_ALLOWED, FILE_UNREADABLE, FILE_UNWRITABLE, NOT_AN_ADDRESS
     */
    public static Outcome<SimulatedSite> open(SitePlan plan) {
        Supplier<WireTime> wire = () -> new WireTime(System.nanoTime());
        return addresses(plan)
                .flatMap(addresses -> StationServer.start(plan.count(), wire)
                        .flatMap(server -> new Opening(plan, server, wire).all(addresses)));
    }

    private static Outcome<List<String>> addresses(SitePlan plan) {
        List<String> addresses = new ArrayList<>();
        try {
            byte[] address = InetAddress.ofLiteral(plan.firstAddress()).getAddress();
            for (int i = 0; i < plan.count(); i++) {
                addresses.add(InetAddress.getByAddress(address).getHostAddress());
                address = next(address);
            }
            return Outcome.ok(addresses);
        } catch (IllegalArgumentException | UnknownHostException notAnAddress) {
            return Outcome.failed(ProblemCode.NOT_AN_ADDRESS, plan.firstAddress());
        }
    }

    private static byte[] next(byte[] address) {
        byte[] next = address.clone();
        for (int i = next.length - 1; i >= 0 && ++next[i] == 0; i--) {
            // The carry goes on to the byte before.
        }
        return next;
    }

    /** What is needed while the stations are started one after the other. */
    private record Opening(SitePlan plan, StationServer server, Supplier<WireTime> wire) {

        Outcome<SimulatedSite> all(List<String> addresses) {
            Catalogue catalogue = Catalogue.shipped();
            PropertySpace space =
                    PropertySpace.ofNew(catalogue, plan.model().shape(), plan.model().factory());
            SecureRandom random = new SecureRandom();
            SiteClock clock = new SiteClock(wire.get(), new SiteTime(Instant.now().toEpochMilli()), plan.speed());
            List<StationUnit> units = new ArrayList<>();
            List<StationAccess> accesses = new ArrayList<>();
            for (int i = 0; i < addresses.size(); i++) {
                StationId serial = new StationId(String.format(Locale.ROOT, "ACE%07d", FIRST_NUMBER + i));
                String address = addresses.get(i);
                Outcome<StationUnit> made = StationKeep.open(plan.stateDirectory(), serial, Instant.now(), random)
                        .map(keep -> unit(serial, space, keep, clock, address));
                Outcome<StationUnit> started =
                        made.flatMap(unit -> unit.powerUp().map(port -> unit));
                switch (started) {
                    case Outcome.Ok<StationUnit>(StationUnit unit) -> {
                        units.add(unit);
                        accesses.add(access(serial, address, unit));
                    }
                    case Outcome.Failed<StationUnit>(Problem why) -> {
                        units.forEach(StationUnit::close);
                        server.close();
                        return Outcome.failed(why);
                    }
                }
            }
            return Outcome.ok(new SimulatedSite(server, plan, units, accesses));
        }

        private StationAccess access(StationId serial, String address, StationUnit unit) {
            return new StationAccess(
                    serial,
                    address,
                    unit.apiPort(),
                    plan.modbusPort(),
                    StationAccess.USERNAME,
                    unit.keep().password());
        }

        private StationUnit unit(
                StationId serial, PropertySpace space, StationKeep keep, SiteClock clock, String address) {
            LicenceJudge nobodyTrusted = key -> Outcome.failed(ProblemCode.KEY_ISSUER_UNKNOWN, "-");
            StationMind mind = new StationMind(
                    serial, plan.model(), space, keep, nobodyTrusted, () -> clock.at(wire.get()));
            return new StationUnit(mind, keep, server, address, plan.apiPort());
        }
    }

    /** How to reach each station, in the order of their addresses. */
    public List<StationAccess> stations() {
        return accesses;
    }

    public SitePlan plan() {
        return plan;
    }

    /** Power off for all. Never throws. */
    @Override
    public void close() {
        units.forEach(StationUnit::close);
        server.close();
    }
}
