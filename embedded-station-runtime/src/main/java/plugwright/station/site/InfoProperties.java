package plugwright.station.site;

import java.time.Duration;
import plugwright.api.StationInfo;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.StationId;
import plugwright.station.http.SessionSettings;
import plugwright.station.property.PropertySpace;

/** What a station's properties mean to those who ask who it is, or log in. */
final class InfoProperties {

    private InfoProperties() {}

    /** What it tells anyone. */
    static StationInfo info(StationId serial, StationModel model, PropertySpace space) {
        String own = text(space, Known.CHARGE_BOX_IDENTITY);
        return new StationInfo(
                own.isEmpty() ? serial.serial() : own,
                serial.serial(),
                model.article(),
                text(space, Known.FIRMWARE),
                model.type(),
                text(space, Known.SCN_NAME));
    }

    private static String text(PropertySpace space, PropertyId id) {
        return space.value(id).map(PropertyValue::text).orElse("");
    }

    /** How its sessions end. */
    static SessionSettings session(PropertySpace space) {
        return new SessionSettings(
                space.number(Known.SECOND_LOGIN) == 0
                        ? SessionSettings.SecondLogin.REFUSED
                        : SessionSettings.SecondLogin.THROWS_OUT_THE_FIRST,
                Duration.ofSeconds((long) space.number(Known.SESSION_IDLE_SECONDS)));
    }
}
