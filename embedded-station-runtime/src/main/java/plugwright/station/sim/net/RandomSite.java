package plugwright.station.sim.net;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import plugwright.model.Ampere;
import plugwright.model.PhaseMapping;
import plugwright.station.engine.StationSettings;
import plugwright.station.engine.StationSettings.Feeders;
import plugwright.station.engine.StationSettings.Supply;
import plugwright.station.member.MemberSettings;
import plugwright.station.member.NetworkSettings;
import plugwright.station.member.Place;
import plugwright.station.mode3.Cable;
import plugwright.station.sim.VehicleSpec;
import plugwright.wire.scn.Heartbeat.Change;
import plugwright.wire.scn.NetworkKey;
import plugwright.wire.scn.ScnCodec;

/** Random networks as Initialize lets them be, and random vehicles that obey IEC 61851-1, all from one source. */
final class RandomSite {

    private static final List<PhaseMapping> THREE_PHASE = List.of(
            PhaseMapping.L1L2L3, PhaseMapping.L1L3L2, PhaseMapping.L2L1L3, PhaseMapping.L2L3L1, PhaseMapping.L3L1L2,
            PhaseMapping.L3L2L1);

    private static final String NAME = "SIM";

    private final Random random;

    RandomSite(Random random) {
        this.random = random;
    }

    NetworkPlan network(int stations) {
        List<StationSettings> settings = new ArrayList<>();
        int sockets = 0;
        for (int i = 0; i < stations; i++) {
            // Every further station has one socket at least.
            boolean room = sockets + 2 + (stations - i - 1) <= ScnCodec.MAX_SOCKETS;
            StationSettings station = station(room && random.nextInt(3) > 0 ? 2 : 1);
            settings.add(station);
            sockets += station.sockets();
        }
        NetworkSettings network = agreed(sockets, 1);
        byte[] key = new byte[NetworkKey.BYTES];
        random.nextBytes(key);
        Ampere probing = Ampere.of(random.nextInt(3) == 0 ? between(6, 20) : 14);
        Duration period = Duration.ofSeconds(between(60, 900));
        List<NetworkPlan.StationPlan> plans = new ArrayList<>();
        int next = 0;
        for (StationSettings station : settings) {
            Place place = new Place(next, station.phaseMapping());
            next += station.sockets();
            plans.add(new NetworkPlan.StationPlan(
                    station,
                    new MemberSettings(
                            network, place, Optional.of(place), station.stationMaximum(), probing, period,
                            Optional.of(NetworkKey.of(key)), Change.RUNNING),
                    between(-OwnClock.WORST_PPM, OwnClock.WORST_PPM)));
        }
        return new NetworkPlan(network, plans);
    }

    /** Safe currents that fit both totals whatever the mappings, as Initialize asks. */
    NetworkSettings agreed(int sockets, long generation) {
        int total = between(6_000, sockets * 20_000);
        int safe = random.nextInt(4) == 0 ? 0 : between(6, 10) * 1_000;
        boolean fits = (long) safe * sockets <= total;
        if (!fits && random.nextInt(2) == 0) {
            total = safe * sockets + between(0, 10_000);
            fits = true;
        }
        int totalSafe = random.nextBoolean() ? total : between(fits ? safe * sockets : total / 2, total);
        return new NetworkSettings(
                NAME, generation, sockets, new Ampere(total), new Ampere(fits ? safe : 0), new Ampere(totalSafe));
    }

    private StationSettings station(int sockets) {
        Ampere maximum = Ampere.of(between(10, 63));
        StationSettings settings = sockets == 1
                ? StationSettings.ofSingle(maximum, Ampere.of(between(8, 32)))
                : StationSettings.ofDouble(maximum, Ampere.of(between(8, 32)));
        boolean dual = sockets == 2 && random.nextInt(3) == 0;
        StationSettings fed = settings.withMapping(
                random.nextInt(4) == 0 ? Supply.ONE_PHASE : Supply.THREE_PHASES,
                dual ? Feeders.DUAL : Feeders.SINGLE,
                settings.phaseMapping());
        return fed.withMapping(fed.supply(), fed.feeders(), mappings(fed));
    }

    /** Any that a station may have; both sockets on one feeder have the same. */
    List<PhaseMapping> mappings(StationSettings station) {
        PhaseMapping one = mapping();
        PhaseMapping two = mapping();
        return station.sockets() == 1
                ? List.of(one)
                : List.of(one, station.feeders() == Feeders.DUAL ? two : one);
    }

    PhaseMapping mapping() {
        return THREE_PHASE.get(random.nextInt(THREE_PHASE.size()));
    }

    VehicleSpec vehicle() {
        return VehicleSpec.of(between(1, SocketTruth.PHASES), Ampere.of(between(6, 32)))
                .needing(Ampere.of(random.nextInt(4) == 0 ? 14 : 6))
                .with(Cable.values()[random.nextInt(Cable.values().length)])
                .moving(between(0, 5_000), between(1_000, 11_000), between(970, 1_000));
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }
}
