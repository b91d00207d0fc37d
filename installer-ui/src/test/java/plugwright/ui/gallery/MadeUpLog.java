package plugwright.ui.gallery;

import java.time.Instant;
import java.util.List;
import plugwright.ui.app.MadeUpSite;
import plugwright.ui.app.MadeUpStation;

/** A morning in the log of a station. */
final class MadeUpLog {
    private static final List<String> LINES = List.of(
            "RESET:main.c:88:Boot, reason: Software reset",
            "INFO:license.c:41:Features unlocked: Standard Load Balancing",
            "INFO:socket.c:212:Socket #1: main state: AVAILABLE, tag: -",
            "INFO:socket.c:212:Socket #2: main state: AVAILABLE, tag: -",
            "USER:api.c:130:admin logged in",
            "USER:settings.c:77:2062_0 = 25",
            "INFO:socket.c:212:Socket #1: main state: EV_CONNECTED_AUTHORIZED, tag: 04A1B2C3",
            "INFO:socket.c:240:Socket #1: #phases is 3",
            "INFO:socket.c:212:Socket #1: main state: CHARGING_POWER_ON, tag: 04A1B2C3",
            "INFO:meter.c:58:Socket #1: I1=13.9A I2=13.9A I3=13.8A P=9.6kW Idc=0.0mA",
            "COM:ocpp.c:310:Communication with the back office is off",
            "WARNING:settings.c:91:2062_0: 80 is out of range 0 to 64, kept 25",
            "SECURITY:api.c:101:wrong password from 10.0.3.9",
            "ERROR:p1.c:20:P1 Device failure: Read CRC Error",
            "INFO:meter.c:58:Socket #1: I1=24.7A I2=24.7A I3=24.6A P=17.1kW Idc=0.0mA",
            "INFO:socket.c:212:Socket #2: main state: CHARGING_POWER_STARTING, tag: 04FFEE01");

    private MadeUpLog() {}

    static void fill(MadeUpStation station) {
        Instant at = MadeUpSite.NOW.minusSeconds(1_600);
        for (int i = 0; i < 3 * LINES.size(); i++) {
            at = at.plusMillis(33_333);
            station.logs(i * 128 + "_" + at + ":" + LINES.get(i % LINES.size()));
            if (i == 40) {
                station.logs("### boot loader 1.4 ###");
            }
        }
    }
}
