package plugwright.station.engine;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.LimitLink;
import plugwright.model.SocketNumber;
import plugwright.station.engine.Effect.ContactorState;
import plugwright.station.mode3.Cable;

/**
 * What a station's properties say at a moment: states (2501, 2511), socket meters (2221) and category
 * {@code plugwright} (F010). Meter phases are the station's supply terminals: the internal rotation lies behind them.
 */
public final class LiveValues {

    private static final int STATES = 0x2501;
    private static final int PILOT = 0x2511;
    private static final int METER = 0x2221;
    /** State of the Modbus connection: 0 idle, that is a loss where an energy management system is set up. */
    private static final int MODBUS = 0x2540;

    private static final int MODBUS_NORMAL = 2;
    private static final int OURS = 0xF010;
    private static final int OURS_SECOND = 0xF020;
    private static final int NEXT_SOCKET = 1;
    private static final int NEXT_METER = 0x1000;

    private static final int FIRST_METER_VALUE = 0x3;

    /** Volts on the pilot's high side in states A, B and C, and on its low side while it oscillates. */
    private static final int VOLT_A = 12;

    private static final int VOLT_B = 9;
    private static final int VOLT_C = 6;
    private static final int VOLT_LOW = -12;

    private LiveValues() {}

    /** All live values, by identifier. */
    public static Map<PropertyId, PropertyValue> of(StationSnapshot station) {
        Map<PropertyId, PropertyValue> values = new TreeMap<>();
        for (SocketSnapshot socket : station.sockets()) {
            boolean first = socket.number() == SocketNumber.ONE;
            states(first ? STATES : STATES + NEXT_SOCKET, socket, values);
            pilot(first ? PILOT : PILOT + NEXT_SOCKET, socket, values);
            meter(first ? METER : METER + NEXT_METER, socket.reading(), values);
            ours(first ? OURS : OURS_SECOND, socket, values);
        }
        boolean isHeard = station.energy().filter(EnergyView::isHeard).isPresent();
        whole(values, MODBUS, 0x0, isHeard ? MODBUS_NORMAL : 0);
        return values;
    }

    private static void states(int object, SocketSnapshot socket, Map<PropertyId, PropertyValue> values) {
        whole(values, object, 0x1, socket.mainState().code());
        whole(values, object, 0x2, socket.status().code());
        whole(values, object, 0x3, socket.contactor() == ContactorState.CLOSED ? 1 : 0);
        whole(values, object, 0x4, socket.mode3().code());
    }

    private static void pilot(int object, SocketSnapshot socket, Map<PropertyId, PropertyValue> values) {
        whole(values, object, 0x0, switch (socket.mode3()) {
            case A, A1, A2 -> VOLT_A;
            case B1, B2 -> VOLT_B;
            case C1, C2 -> VOLT_C;
            case D1, D2 -> VOLT_C / 2;
            case E -> 0;
            case F -> VOLT_LOW;
        });
        whole(values, object, 0x1, switch (socket.mode3()) {
            case A2, B2, C2, D2, F -> VOLT_LOW;
            case A, A1, B1, C1, D1, E -> 0;
        });
        whole(values, object, 0x2, socket.cable().map(Cable::ohm).orElse(Cable.OPEN_OHM));
        whole(values, object, 0x3, socket.offer().dutyCycle().centiPercent());
    }

    private static void meter(int object, MeterReading reading, Map<PropertyId, PropertyValue> out) {
        double[] values = MeterValues.of(reading);
        for (int i = 0; i < values.length; i++) {
            real(out, object, FIRST_METER_VALUE + i, values[i]);
        }
    }

    private static void ours(int object, SocketSnapshot socket, Map<PropertyId, PropertyValue> values) {
        real(values, object, 0x1, socket.offer().told().value());
        whole(values, object, 0x2, socket.offer().reason().code());
        text(values, object, 0x3, socket.offer().reason().argumentText());
        text(values, object, 0x4, LimitLink.text(socket.offer().chain()));
        text(values, object, 0x5, socket.panel().led().name());
        text(values, object, 0x6, socket.panel().text(Locale.ENGLISH));
        text(values, object, 0x7, socket.mode3().name());
    }

    private static void whole(Map<PropertyId, PropertyValue> values, int object, int sub, long value) {
        values.put(new PropertyId(object, sub), PropertyValue.of(value));
    }

    private static void real(Map<PropertyId, PropertyValue> values, int object, int sub, double value) {
        values.put(new PropertyId(object, sub), PropertyValue.of(value));
    }

    private static void text(Map<PropertyId, PropertyValue> values, int object, int sub, String value) {
        values.put(new PropertyId(object, sub), PropertyValue.of(value));
    }
}
