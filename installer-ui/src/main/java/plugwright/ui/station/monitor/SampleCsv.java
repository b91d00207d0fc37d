package plugwright.ui.station.monitor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import plugwright.model.Ampere;
import plugwright.model.MainState;
import plugwright.model.Mode3State;
import plugwright.model.Phase;

/**
 * Samples as a table for a spreadsheet (RFC 4180): decimal point, UTC, one line a sample and socket, names that do not
 * depend on the language. Pure.
 */
final class SampleCsv {
    private static final String END = "\r\n";
    private static final String HEAD = "time,socket,l1_A,l2_A,l3_A,told_A,power_W,duty_percent,mode3,main_state,reason" + END;

    private SampleCsv() {}

    static String of(List<StationSample> samples) {
        StringBuilder csv = new StringBuilder(HEAD);
        for (StationSample sample : samples) {
            for (int i = 0; i < sample.sockets().size(); i++) {
                line(csv, sample, i);
            }
        }
        return csv.toString();
    }

    private static void line(StringBuilder csv, StationSample sample, int index) {
        SocketSample socket = sample.sockets().get(index);
        csv.append(sample.at()).append(',').append(index + 1);
        for (Phase phase : Phase.values()) {
            csv.append(',')
                    .append(socket.measured().map(m -> decimal(m.on(phase).value())).orElse(""));
        }
        csv.append(',').append(socket.told().map(Ampere::value).map(SampleCsv::decimal).orElse(""));
        csv.append(',').append(socket.watt().isPresent() ? decimal(socket.watt().getAsDouble()) : "");
        csv.append(',').append(socket.dutyPercent().isPresent() ? decimal(socket.dutyPercent().getAsDouble()) : "");
        csv.append(',').append(name(socket.mode3().map(Mode3State::name)));
        csv.append(',').append(name(socket.mainState().map(MainState::name)));
        csv.append(',').append(name(socket.why().map(w -> w.reason().kind().name()))).append(END);
    }

    private static String name(Optional<String> name) {
        return name.orElse("");
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
