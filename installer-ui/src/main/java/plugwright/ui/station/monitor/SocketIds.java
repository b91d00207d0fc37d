package plugwright.ui.station.monitor;

import java.util.ArrayList;
import java.util.List;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;

/**
 * Where a socket's live values stand. Those of category {@code plugwright} only our own stations have.
 *
 * @param states object of main, LED and Mode 3 state
 * @param pilot object of the control pilot
 * @param meter object of the socket's meter
 * @param ours object of the told limit and its reason
 * @param connectorMaximum the socket's own maximum
 */
record SocketIds(int states, int pilot, int meter, int ours, PropertyId connectorMaximum) {
    static final SocketIds FIRST = new SocketIds(0x2501, 0x2511, 0x2221, 0xF010, Known.CONNECTOR_1_MAX_CURRENT);
    static final SocketIds SECOND = new SocketIds(0x2502, 0x2512, 0x3221, 0xF020, Known.CONNECTOR_2_MAX_CURRENT);
    static final List<SocketIds> BOTH = List.of(FIRST, SECOND);

    private static final int PHASES = 3;

    /** L1-N, phases follow. */
    private static final int VOLTAGE = 0x3;

    private static final int CURRENT = 0xA;

    PropertyId mainState() {
        return new PropertyId(states, 0x1);
    }

    PropertyId mode3() {
        return new PropertyId(states, 0x4);
    }

    PropertyId dutyCycle() {
        return new PropertyId(pilot, 0x3);
    }

    /** @param phase 0 to 2 */
    PropertyId voltage(int phase) {
        return new PropertyId(meter, VOLTAGE + phase);
    }

    /** @param phase 0 to 2 */
    PropertyId current(int phase) {
        return new PropertyId(meter, CURRENT + phase);
    }

    PropertyId power() {
        return new PropertyId(meter, 0x16);
    }

    PropertyId told() {
        return new PropertyId(ours, 0x1);
    }

    PropertyId reasonCode() {
        return new PropertyId(ours, 0x2);
    }

    PropertyId reasonArguments() {
        return new PropertyId(ours, 0x3);
    }

    /** Pattern of the LED. */
    PropertyId led() {
        return new PropertyId(ours, 0x5);
    }

    /** Words of the display. */
    PropertyId display() {
        return new PropertyId(ours, 0x6);
    }

    /** All that one sample asks for: with both sockets it fits one request of 32 properties. */
    static List<PropertyId> sampled() {
        List<PropertyId> ids = new ArrayList<>(List.of(Known.STATION_MAX_CURRENT));
        for (SocketIds socket : BOTH) {
            for (int phase = 0; phase < PHASES; phase++) {
                ids.add(socket.current(phase));
                ids.add(socket.voltage(phase));
            }
            ids.addAll(List.of(
                    socket.mainState(),
                    socket.mode3(),
                    socket.dutyCycle(),
                    socket.power(),
                    socket.told(),
                    socket.reasonCode(),
                    socket.reasonArguments(),
                    socket.led(),
                    socket.display()));
        }
        return List.copyOf(ids);
    }

    /** What changes only when somebody saves settings. */
    static List<PropertyId> settings() {
        return List.of(
                Known.SOCKET_COUNT,
                Known.STATION_MAX_CURRENT,
                Known.CONNECTOR_1_MAX_CURRENT,
                Known.CONNECTOR_2_MAX_CURRENT,
                Known.LOAD_BALANCING_MODE);
    }
}
