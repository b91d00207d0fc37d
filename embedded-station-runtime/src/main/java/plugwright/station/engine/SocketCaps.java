package plugwright.station.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plugwright.model.Ampere;
import plugwright.model.ReasonKind;
import plugwright.model.SocketNumber;
import plugwright.station.mode3.Cable;

/** The limits of one socket by itself. They change seldom and are asked for with each decision: made once, then kept. */
final class SocketCaps {

    /** A limit of this socket by itself. */
    record Cap(ReasonKind kind, Ampere limit) {}

    private final SocketNumber number;
    private final Map<ReasonKind, Ampere> outside = new EnumMap<>(ReasonKind.class);
    private StationSettings settings;
    private @Nullable Cable cable;
    private StationEvent.Outlet outlet = StationEvent.Outlet.MAIN;
    private boolean led;
    private @Nullable List<Cap> kept;
    private @Nullable Cap keptLowest;

    SocketCaps(SocketNumber number, StationSettings settings) {
        this.number = number;
        this.settings = settings;
    }

    void settings(StationSettings newSettings) {
        settings = newSettings;
        forget();
    }

    void cable(Cable newCable, StationEvent.Outlet itsOutlet) {
        cable = newCable;
        outlet = itsOutlet;
        forget();
    }

    void unplugged() {
        cable = null;
        forget();
    }

    /** Sets or lifts a limit from outside. */
    void limit(ReasonKind kind, Optional<Ampere> limit) {
        limit.ifPresentOrElse(l -> outside.put(kind, l), () -> outside.remove(kind));
        forget();
    }

    /** Whether a coordinator decides: the station's equal share does not count then. */
    void led(boolean isLed) {
        if (isLed != led) {
            led = isLed;
            forget();
        }
    }

    private void forget() {
        kept = null;
        keptLowest = null;
    }

    /** All of them, the first of equals being the one that is named. */
    List<Cap> all() {
        if (kept == null) {
            kept = made();
        }
        return kept;
    }

    Cap lowest() {
        if (keptLowest == null) {
            Cap lowest = all().getFirst();
            for (Cap cap : all()) {
                lowest = cap.limit.compareTo(lowest.limit) < 0 ? cap : lowest;
            }
            keptLowest = lowest;
        }
        return keptLowest;
    }

    private List<Cap> made() {
        Cap connector = new Cap(ReasonKind.SOCKET_MAXIMUM, settings.connectorMaximum().get(number.index()));
        List<Cap> caps = new ArrayList<>(List.of(connector));
        if (!led && ControlSetup.shareKind(settings) == ReasonKind.EQUAL_SHARE) {
            caps.add(new Cap(ReasonKind.EQUAL_SHARE, ControlSetup.equalShare(settings)));
        }
        caps.add(new Cap(ReasonKind.CABLE, cable == null ? connector.limit : cable.rating()));
        if (outlet == StationEvent.Outlet.SECOND && number.index() < settings.secondOutletMaximum().size()) {
            caps.add(new Cap(ReasonKind.OUTLET_MAXIMUM, settings.secondOutletMaximum().get(number.index())));
        }
        outside.forEach((kind, limit) -> caps.add(new Cap(kind, limit)));
        return List.copyOf(caps);
    }
}
