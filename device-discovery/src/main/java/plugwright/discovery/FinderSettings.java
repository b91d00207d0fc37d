package plugwright.discovery;

import java.util.EnumSet;
import java.util.Set;
import plugwright.wire.presence.PresenceCodec;

/**
 * By which ways to look.
 *
 * @param sources {@link Source#MDNS}, {@link Source#UDP}, both or none; typed-in addresses always work
 * @param udpPort where stations hear queries and announce themselves
 */
public record FinderSettings(Set<Source> sources, int udpPort) {

    public FinderSettings {
        sources = Set.copyOf(sources);
    }

    /** Both ways, on the usual port. */
    public static FinderSettings standard() {
        return new FinderSettings(EnumSet.of(Source.MDNS, Source.UDP), PresenceCodec.PORT);
    }

    /** These ways alone, on the usual port. */
    public static FinderSettings only(Set<Source> sources) {
        return new FinderSettings(sources, PresenceCodec.PORT);
    }
}
