package plugwright.station.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plugwright.catalog.Catalogue;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.license.Feature;
import plugwright.license.FeatureSet;
import plugwright.model.Ampere;
import plugwright.model.PhaseMapping;
import plugwright.station.member.LimitBasis;
import plugwright.station.member.MemberSettings;
import plugwright.station.member.MemberStatus;
import plugwright.station.property.PropertySpace;
import plugwright.station.property.StationShape;
import plugwright.wire.scn.DropKind;
import plugwright.wire.scn.Heartbeat.Change;
import plugwright.wire.scn.NetworkKey;
import plugwright.wire.scn.Role;

class NetworkPropertiesTest {

    private static final FeatureSet UNLOCKED = FeatureSet.of(Feature.SMART_CHARGING_NETWORK);
    private static final String KEY = "0123456789abcdef".repeat(4);

    private final Map<PropertyId, PropertyValue> values = new HashMap<>(Map.of(
            Known.SCN_NAME, PropertyValue.of("GARAGE"),
            Known.SCN_FIRST_SOCKET, PropertyValue.of(4),
            Known.SCN_SOCKET_COUNT, PropertyValue.of(12),
            Known.SCN_TOTAL, PropertyValue.of(80.5),
            Known.SCN_SOCKET_SAFE, PropertyValue.of(7.0),
            Known.SCN_TOTAL_SAFE, PropertyValue.of(60.0),
            Known.SCN_MAPPING_1, PropertyValue.of(7),
            Known.SCN_MAPPING_2, PropertyValue.of(7),
            Known.NETWORK_KEY, PropertyValue.of(KEY)));

    private PropertySpace space() {
        return PropertySpace.ofNew(Catalogue.shipped(), StationShape.ofTwo(), Map.of()).withStored(values);
    }

    private MemberSettings settings() {
        return NetworkProperties.of(space(), UNLOCKED).orElseThrow();
    }

    @Test
    @Tag("SCN-12")
    void readsWhatTheStationsPropertiesSay() {
        MemberSettings settings = settings();
        assertThat(settings.network().name()).isEqualTo("GARAGE");
        assertThat(settings.network().socketCount()).isEqualTo(12);
        assertThat(settings.network().total()).isEqualTo(Ampere.ofNearest(80.5));
        assertThat(settings.network().safe()).isEqualTo(Ampere.of(7));
        assertThat(settings.network().totalSafe()).isEqualTo(Ampere.of(60));
        assertThat(settings.place().firstSocket()).isEqualTo(4);
        assertThat(settings.place().mappings()).isEqualTo(List.of(PhaseMapping.L2L3L1, PhaseMapping.L2L3L1));
        assertThat(settings.key()).isEqualTo(NetworkKey.parse(KEY));
        assertThat(settings.change()).isEqualTo(Change.RUNNING);
    }

    @Test
    @Tag("LIC-2")
    void isNoMemberWhenTheFeatureIsLocked() {
        assertThat(NetworkProperties.of(space(), FeatureSet.of(Feature.ACTIVE_LOAD_BALANCING))).isEmpty();
    }

    @Test
    void isNoMemberWithoutAName() {
        values.put(Known.SCN_NAME, PropertyValue.of(""));
        assertThat(NetworkProperties.of(space(), UNLOCKED)).isEmpty();
    }

    @Test
    @Tag("SCN-12")
    void staysOnItsSafeCurrentWhenItsSettingsCannotBeAMembers() {
        values.put(Known.SCN_FIRST_SOCKET, PropertyValue.of(127));
        assertThat(settings().key()).isEmpty();
        values.put(Known.SCN_FIRST_SOCKET, PropertyValue.of(126));
        assertThat(settings().key()).isPresent();
        values.put(Known.SCN_MAPPING_2, PropertyValue.of(0));
        assertThat(settings().key()).isEmpty();
        values.put(Known.SCN_MAPPING_2, PropertyValue.of(7));
        values.put(Known.SCN_NAME, PropertyValue.of("garage"));
        assertThat(settings().key()).isEmpty();
        values.put(Known.SCN_NAME, PropertyValue.of("GARAGE"));
        values.put(Known.NETWORK_KEY, PropertyValue.of("12"));
        assertThat(settings().key()).isEmpty();
    }

    @Test
    void hasAnotherDigestWhenItWasMovedSinceItsGenerationWasWritten() {
        values.put(Known.NETWORK_GENERATION, PropertyValue.of(3));
        values.put(Known.NETWORK_INITIALIZED_PLACE, PropertyValue.of(NetworkProperties.place(space()).text()));
        long before = settings().digest();
        values.put(Known.SCN_FIRST_SOCKET, PropertyValue.of(6));
        assertThat(settings().digest()).isNotEqualTo(before);
        values.put(Known.NETWORK_INITIALIZED_PLACE, PropertyValue.of(NetworkProperties.place(space()).text()));
        assertThat(settings().digest()).isEqualTo(before);
        values.put(Known.SCN_TOTAL, PropertyValue.of(81.0));
        assertThat(settings().digest()).isNotEqualTo(before);
    }

    @Test
    void showsWhatTheMemberKnows() {
        MemberStatus status = new MemberStatus(
                Role.MEMBER, MemberStatus.Authority.NONE, Optional.of(0), LimitBasis.GRANTED, 8_000, 0xabcL, 12,
                List.of(1, 2, 3), List.of(6_000, 12_000, 0), List.of(0, 0, 0));
        Map<PropertyId, PropertyValue> live = NetworkProperties.live(
                Optional.of(status), Map.of(DropKind.WRONG_MAC, 3L, DropKind.OLD_SEQUENCE, 1L));
        assertThat(live.get(Known.NETWORK_DROPPED).text()).contains("WRONG_MAC:3", "OLD_SEQUENCE:1");
        assertThat(live.get(Known.NETWORK_DIGEST).text()).isEqualTo("0000000000000abc");
        assertThat(live.get(Known.NETWORK_COORDINATOR).text()).isEqualTo("0");
        assertThat(live.get(Known.NETWORK_RESERVED_L2).number()).isEqualTo(12.0);
        assertThat(live.get(Known.NETWORK_LEFT).number()).isZero();
        assertThat(NetworkProperties.live(Optional.empty(), Map.of()).get(Known.NETWORK_LEFT).number()).isEqualTo(1);
    }
}
