package plugwright.station.site;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import plugwright.catalog.Catalogue;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyValue;
import plugwright.license.Licence;
import plugwright.license.LicenceVerifier;
import plugwright.license.TrustedIssuers;
import plugwright.model.Ipv4Address;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.model.SiteTime;
import plugwright.model.StationId;
import plugwright.model.WireTime;
import plugwright.station.http.StationServer;
import plugwright.station.mdns.MdnsPresence;
import plugwright.station.presence.Presence;
import plugwright.station.presence.Presences;
import plugwright.station.property.LicenceJudge;
import plugwright.station.property.PropertySpace;
import plugwright.station.store.StateLock;
import plugwright.station.udp.UdpPresence;
import plugwright.wire.modbus.RegisterMap;
import plugwright.wire.modbus.SlaveResponder;
import plugwright.wire.presence.PresenceCodec;

/** Starts the stations of a plan one after the other; where one fails, those before it are ended again. */
record SiteOpening(
        SitePlan plan,
        StateLock lock,
        StationServer server,
        Presence presence,
        Supplier<WireTime> wire,
        RegisterMap registers) {

    static Outcome<List<Ipv4Address>> addresses(SitePlan plan) {
        Optional<Ipv4Address> first = Ipv4Address.parse(plan.firstAddress());
        if (first.isEmpty()) {
            return Outcome.failed(ProblemCode.NOT_AN_ADDRESS, plan.firstAddress());
        }
        List<Ipv4Address> addresses = new ArrayList<>();
        for (int i = 0; i < plan.count(); i++) {
            addresses.add(new Ipv4Address(first.get().bits() + i));
        }
        return Outcome.ok(addresses);
    }

    /** All ways by which the plan's stations are found, as one. */
    static Presence presence(SitePlan plan) {
        List<Presence> ways = new ArrayList<>();
        for (SitePlan.FoundBy way : plan.foundBy()) {
            ways.add(
                    switch (way) {
                        case UDP -> new UdpPresence(PresenceCodec.PORT);
                        case MDNS -> new MdnsPresence(MdnsPresence.PORT);
                    });
        }
        return new Presences(ways);
    }

    Outcome<SimulatedSite> all(List<Ipv4Address> addresses) {
        SecureRandom random = new SecureRandom();
        return switch (SerialNumbers.open(plan.stateDirectory(), random)) {
            case Outcome.Ok<SerialNumbers>(SerialNumbers serials) -> all(addresses, serials, random);
            case Outcome.Failed<SerialNumbers>(Problem why) -> {
                presence.close();
                server.close();
                yield Outcome.failed(why);
            }
        };
    }

    private Outcome<SimulatedSite> all(List<Ipv4Address> addresses, SerialNumbers serials, SecureRandom random) {
        PropertySpace space = PropertySpace.ofNew(
                Catalogue.shipped(), plan.model().shape(), plan.model().factory());
        SiteTimekeeper clock =
                new SiteTimekeeper(wire, new SiteTime(Instant.now().toEpochMilli()), plan.speed());
        return switch (keeps(addresses.size(), serials, space, random)) {
            case Outcome.Ok<List<StationKeep>>(List<StationKeep> keeps) ->
                start(addresses, serials, space, keeps, clock);
            case Outcome.Failed<List<StationKeep>>(Problem why) -> {
                presence.close();
                server.close();
                yield Outcome.failed(why);
            }
        };
    }

    /** What the stations keep, with the network that the plan makes them members of. */
    private Outcome<List<StationKeep>> keeps(
            int count, SerialNumbers serials, PropertySpace space, SecureRandom random) {
        LocalDate today = day(Instant.now());
        List<StationKeep> keeps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            switch (StationKeep.open(plan.stateDirectory(), serials.of(i), Instant.now(), random)) {
                case Outcome.Ok<StationKeep>(StationKeep keep) -> {
                    StationId serial = serials.of(i);
                    LicenceJudge judge = judge(serial, () -> today);
                    keeps.add(plan.network().isPresent()
                            ? DeliveredLicence.forNetwork(keep, serial, judge, today)
                            : keep);
                }
                case Outcome.Failed<StationKeep>(Problem why) -> {
                    return Outcome.failed(why);
                }
            }
        }
        return plan.network()
                .map(network -> NetworkSetup.write(network, space, keeps, random))
                .orElseGet(() -> Outcome.ok(keeps));
    }

    private Outcome<SimulatedSite> start(
            List<Ipv4Address> addresses,
            SerialNumbers serials,
            PropertySpace space,
            List<StationKeep> keeps,
            SiteTimekeeper clock) {
        Map<StationId, StationUnit> units = new LinkedHashMap<>();
        List<StationAccess> accesses = new ArrayList<>();
        for (int i = 0; i < addresses.size(); i++) {
            StationId serial = serials.of(i);
            Ipv4Address address = addresses.get(i);
            switch (unit(serial, space, keeps.get(i), clock, address).powerUp()) {
                case Outcome.Ok<StationUnit>(StationUnit unit) -> {
                    units.put(serial, unit);
                    accesses.add(access(serial, address, unit));
                }
                case Outcome.Failed<StationUnit>(Problem why) -> {
                    units.values().forEach(StationUnit::close);
                    presence.close();
                    server.close();
                    return Outcome.failed(why);
                }
            }
        }
        return Outcome.ok(new SimulatedSite(lock, server, presence, plan, clock, units, accesses));
    }

    private StationAccess access(StationId serial, Ipv4Address address, StationUnit unit) {
        return new StationAccess(
                serial,
                address.toString(),
                unit.apiPort(),
                plan.modbusPort(),
                StationAccess.USERNAME,
                unit.keep().password());
    }

    private StationUnit unit(
            StationId serial, PropertySpace space, StationKeep keep, SiteTimekeeper clock, Ipv4Address address) {
        LicenceJudge judge = judge(serial, () -> day(clock.now().toInstant()));
        StationMind mind = new StationMind(serial, plan.model(), space, keep, judge, clock::now);
        String firmware = space.value(Known.FIRMWARE).map(PropertyValue::text).orElse("");
        StationUnit.Place place = new StationUnit.Place(
                serial,
                plan.model().article(),
                firmware,
                plan.model().type(),
                address,
                plan.modbusPort(),
                plan.networkPort());
        SlaveResponder slave = new SlaveResponder(registers, new StationSlave(mind, registers, clock::now));
        return new StationUnit(mind, keep, server, slave, place, plan.apiPort(), presence, wire, clock);
    }

    /** Simulated stations trust the demo issuer alone: real keys open nothing here, nor the other way round. */
    private static LicenceJudge judge(StationId serial, Supplier<LocalDate> today) {
        LicenceVerifier verifier = new LicenceVerifier(TrustedIssuers.demo());
        return key -> verifier.verify(key, serial, today.get()).map(Licence::features);
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
