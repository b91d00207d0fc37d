package plugwright.station.site;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.license.Feature;
import plugwright.license.FeatureSet;
import plugwright.model.Ampere;
import plugwright.model.PhaseMapping;
import plugwright.model.StationId;
import plugwright.station.member.MemberIdentity;
import plugwright.station.member.MemberSettings;
import plugwright.station.member.MemberStatus;
import plugwright.station.member.NetworkSettings;
import plugwright.station.member.Place;
import plugwright.station.property.PropertySpace;
import plugwright.wire.scn.DropKind;
import plugwright.wire.scn.Heartbeat.Change;
import plugwright.wire.scn.NetworkKey;
import plugwright.wire.scn.ScnCodec;
import plugwright.wire.scn.ScnHeader;

/** What a station's properties mean to its membership of a network, and what they show of it. */
final class NetworkProperties {

    private static final List<PropertyId> MAPPINGS = List.of(Known.SCN_MAPPING_1, Known.SCN_MAPPING_2);
    private static final List<PropertyId> RESERVED =
            List.of(Known.NETWORK_RESERVED_L1, Known.NETWORK_RESERVED_L2, Known.NETWORK_RESERVED_L3);

    /** Of a member whose stored name cannot be one (set by back office, say): it hears nobody and nobody hears it. */
    private static final String NO_NAME = "0";

    private static final double MILLI = 1_000;

    private static final int HEX = 16;

    private NetworkProperties() {}

    /**
     * Empty for a station that is in no network, or whose licence has none (LIC-2). A station with settings that
     * cannot be a member's is one without key: it stays on its safe current.
     *
     * @param space values in effect
     */
    static Optional<MemberSettings> of(PropertySpace space, FeatureSet unlocked) {
        String name = text(space, Known.SCN_NAME);
        if (!isMember(space, unlocked)) {
            return Optional.empty();
        }
        Place place = place(space);
        int count = Math.clamp((int) space.number(Known.SCN_SOCKET_COUNT), 1, ScnCodec.MAX_SOCKETS);
        NetworkSettings network = new NetworkSettings(
                ScnHeader.isName(name) ? name : NO_NAME,
                (long) space.number(Known.NETWORK_GENERATION),
                count,
                ampere(space, Known.SCN_TOTAL),
                ampere(space, Known.SCN_SOCKET_SAFE),
                ampere(space, Known.SCN_TOTAL_SAFE));
        Optional<NetworkKey> key = NetworkKey.parse(text(space, Known.NETWORK_KEY));
        return Optional.of(new MemberSettings(
                network,
                place,
                network.generation() == 0
                        ? Optional.empty()
                        : Place.parse(text(space, Known.NETWORK_INITIALIZED_PLACE)),
                EngineSettings.of(space, unlocked).stationMaximum(),
                ampere(space, Known.PROBING_CURRENT),
                Duration.ofSeconds((long) space.number(Known.ALTERNATING_PERIOD)),
                ScnHeader.isName(name) && isPossible(place) ? key : Optional.empty(),
                space.number(Known.NETWORK_PAUSE) == 0 ? Change.RUNNING : Change.PAUSED));
    }

    /** Whether it is in a network and may be. */
    static boolean isMember(PropertySpace space, FeatureSet unlocked) {
        return !text(space, Known.SCN_NAME).isEmpty() && unlocked.contains(Feature.SMART_CHARGING_NETWORK);
    }

    /** SCN-12: ids up to 127, every socket mapped. */
    private static boolean isPossible(Place place) {
        return place.firstSocket() >= 0
                && place.firstSocket() + place.sockets() <= ScnCodec.MAX_SOCKETS
                && !place.mappings().contains(PhaseMapping.NONE);
    }

    /** The station's place as its properties say: what is kept when the generation is written. */
    static Place place(PropertySpace space) {
        List<PhaseMapping> mappings = new ArrayList<>();
        for (int socket = 0; socket < space.shape().sockets(); socket++) {
            mappings.add(PhaseMapping.ofCode((int) space.number(MAPPINGS.get(socket))).orElse(PhaseMapping.NONE));
        }
        return new Place((int) space.number(Known.SCN_FIRST_SOCKET), mappings);
    }

    /** The same, in words, of a station once more is stored. */
    static PropertyValue placeAfter(PropertySpace space, Map<PropertyId, PropertyValue> more) {
        Map<PropertyId, PropertyValue> all = new TreeMap<>(space.stored());
        all.putAll(more);
        return PropertyValue.of(place(space.withStored(all)).text());
    }

    /**
     * Who a station is in its network.
     *
     * @param boots how often it has started, this time included
     */
    static MemberIdentity identity(StationId serial, long boots, PropertySpace space) {
        return new MemberIdentity(
                MemberIdentity.senderOf(serial.serial()), (int) boots, digest(text(space, Known.NETWORK_COMPLETE)));
    }

    private static OptionalLong digest(String kept) {
        try {
            return kept.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseUnsignedLong(kept, HEX));
        } catch (NumberFormatException damaged) {
            return OptionalLong.empty();
        }
    }

    /** A digest as it is kept and shown. */
    static PropertyValue digest(long digest) {
        return PropertyValue.of(String.format("%016x", digest));
    }

    /** What the category shows of the network; of a station in none that it left. */
    static Map<PropertyId, PropertyValue> live(Optional<MemberStatus> status, Map<DropKind, Long> dropped) {
        Map<PropertyId, PropertyValue> live = new TreeMap<>();
        live.put(
                Known.NETWORK_DIGEST,
                status.map(s -> digest(s.digest())).orElse(PropertyValue.of("")));
        live.put(
                Known.NETWORK_COORDINATOR,
                PropertyValue.of(status.flatMap(MemberStatus::coordinator).map(String::valueOf).orElse("")));
        live.put(Known.NETWORK_BASIS, PropertyValue.of(status.map(s -> s.basis().name()).orElse("")));
        live.put(Known.NETWORK_LEASE, PropertyValue.of(status.map(MemberStatus::leaseMillis).orElse(0L)));
        for (int phase = 0; phase < RESERVED.size(); phase++) {
            int at = phase;
            live.put(
                    RESERVED.get(phase),
                    PropertyValue.of(status.map(s -> s.reserved().get(at) / MILLI).orElse(0.0)));
        }
        live.put(
                Known.NETWORK_DROPPED,
                PropertyValue.of(dropped.entrySet().stream()
                        .map(d -> d.getKey() + ":" + d.getValue())
                        .collect(Collectors.joining(","))));
        live.put(Known.NETWORK_LEFT, PropertyValue.of(status.isEmpty() ? 1 : 0));
        return live;
    }

    private static Ampere ampere(PropertySpace space, PropertyId id) {
        return Ampere.ofNearest(space.number(id));
    }

    private static String text(PropertySpace space, PropertyId id) {
        return space.value(id).map(PropertyValue::text).orElse("");
    }
}
