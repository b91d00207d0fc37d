package plugwright.station.site;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import plugwright.catalog.Catalogue;
import plugwright.license.Licence;
import plugwright.license.LicenceVerifier;
import plugwright.license.TrustedIssuers;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.model.SiteTime;
import plugwright.model.StationId;
import plugwright.model.WireTime;
import plugwright.station.http.StationServer;
import plugwright.station.property.LicenceJudge;
import plugwright.station.property.PropertySpace;

/** Starts the stations of a plan one after the other; where one fails, those before it are ended again. */
record SiteOpening(SitePlan plan, StationServer server, Supplier<WireTime> wire) {

    /** Serial numbers count up from here, so that a station keeps its own from start to start. */
    private static final int FIRST_NUMBER = 104_711;

    static Outcome<List<String>> addresses(SitePlan plan) {
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

    static StationId serial(int index) {
        return new StationId(String.format(Locale.ROOT, "ACE%07d", FIRST_NUMBER + index));
    }

    Outcome<SimulatedSite> all(List<String> addresses) {
        PropertySpace space = PropertySpace.ofNew(
                Catalogue.shipped(), plan.model().shape(), plan.model().factory());
        SecureRandom random = new SecureRandom();
        SiteTimekeeper clock =
                new SiteTimekeeper(wire, new SiteTime(Instant.now().toEpochMilli()), plan.speed());
        Map<StationId, StationUnit> units = new LinkedHashMap<>();
        List<StationAccess> accesses = new ArrayList<>();
        for (int i = 0; i < addresses.size(); i++) {
            StationId serial = serial(i);
            String address = addresses.get(i);
            Outcome<StationUnit> started = StationKeep.open(plan.stateDirectory(), serial, Instant.now(), random)
                    .map(keep -> unit(serial, space, keep, clock, address))
                    .flatMap(StationUnit::powerUp);
            switch (started) {
                case Outcome.Ok<StationUnit>(StationUnit unit) -> {
                    units.put(serial, unit);
                    accesses.add(access(serial, address, unit));
                }
                case Outcome.Failed<StationUnit>(Problem why) -> {
                    units.values().forEach(StationUnit::close);
                    server.close();
                    return Outcome.failed(why);
                }
            }
        }
        return Outcome.ok(new SimulatedSite(server, plan, clock, units, accesses));
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
            StationId serial, PropertySpace space, StationKeep keep, SiteTimekeeper clock, String address) {
        // Simulated stations trust the demo issuer alone: real keys open nothing here, nor the other way round.
        LicenceVerifier verifier = new LicenceVerifier(TrustedIssuers.demo());
        LicenceJudge judge = key -> verifier.verify(key, serial, today(clock)).map(Licence::features);
        StationMind mind = new StationMind(serial, plan.model(), space, keep, judge, clock::now);
        return new StationUnit(mind, keep, server, address, plan.apiPort(), wire);
    }

    private static LocalDate today(SiteTimekeeper clock) {
        return LocalDate.ofInstant(clock.now().toInstant(), ZoneOffset.UTC);
    }
}
