package plugwright.station.site;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.Ampere;
import plugwright.model.PhaseCurrents;
import plugwright.model.StationId;
import plugwright.station.member.LimitBasis;
import plugwright.station.member.MemberStatus;
import plugwright.station.modbus.StationFacts;
import plugwright.station.property.PropertySpace;

/** What a station's properties mean to its Modbus registers. */
final class RegisterFacts {

    private RegisterFacts() {}

    /**
     * @param now by the station's own clock
     * @param uptime since its last start
     * @param network what its membership of a network shows
     */
    static StationFacts of(
            StationId serial, PropertySpace space, Instant now, Duration uptime, Optional<MemberStatus> network) {
        String identity = text(space, Known.CHARGE_BOX_IDENTITY);
        return new StationFacts(
                identity.isEmpty() ? serial.serial() : identity,
                text(space, Known.FIRMWARE),
                text(space, Known.PLATFORM),
                serial.serial(),
                now,
                uptime,
                space.number(Known.TEMPERATURE),
                Ampere.ofNearest(space.number(Known.SAFE_CURRENT)),
                new StationFacts.Network(
                        text(space, Known.SCN_NAME),
                        (int) space.number(Known.SCN_SOCKET_COUNT),
                        Ampere.ofNearest(space.number(Known.SCN_TOTAL_SAFE)),
                        network.map(MemberStatus::drawn).map(RegisterFacts::perPhase),
                        network.filter(n -> n.basis() == LimitBasis.GRANTED).map(MemberStatus::total).map(RegisterFacts::perPhase)));
    }

    private static PhaseCurrents perPhase(List<Integer> milliampere) {
        return PhaseCurrents.ofMilliampere(milliampere.get(0), milliampere.get(1), milliampere.get(2));
    }

    private static String text(PropertySpace space, PropertyId id) {
        return space.value(id).map(PropertyValue::text).orElse("");
    }
}
