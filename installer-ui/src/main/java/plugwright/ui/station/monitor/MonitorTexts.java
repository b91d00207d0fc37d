package plugwright.ui.station.monitor;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import plugwright.model.Ampere;
import plugwright.model.Mode3State;
import plugwright.ui.station.monitor.ChartEvent.What;
import plugwright.ui.text.Texts;

/** Samples in words of the user's language. */
final class MonitorTexts {
    /** Where the station did not say. */
    static final String NOTHING = "\u2013";

    private static final double TENTHS = 10;
    private static final double KILO = 1_000;
    private final Texts texts;

    MonitorTexts(Texts texts) {
        this.texts = texts;
    }

    /** A measured current, without its unit. */
    String measured(Ampere current) {
        return texts.formats().ampere(current.value());
    }

    /** A limit, never shown higher than it is; without its unit. */
    String limit(Ampere told) {
        return texts.formats().ampere(Math.floor(told.value() * TENTHS) / TENTHS);
    }

    String kilowatt(double watt) {
        return texts.formats().decimal(watt / KILO, 1, 1);
    }

    /** What is known of the vehicle. */
    String summary(SocketSample socket) {
        Activity activity = socket.activity();
        String pilot = socket.mode3()
                .map(m -> texts.get("monitor.mode3", letter(m), mode3(m)))
                .orElseGet(() -> texts.get("monitor.mode3.unknown"));
        if (!activity.hasVehicle() || socket.loadedPhases() == 0) {
            return pilot;
        }
        return texts.get("monitor.vehicle", socket.loadedPhases(), pilot);
    }

    /** The name of a state in the standard; A2, D1 and so on go by their letter. */
    private static String letter(Mode3State state) {
        return state.name();
    }

    /** What a state of the pilot means. */
    String mode3(Mode3State state) {
        return texts.get("monitor.mode3." + state.name().substring(0, 1).toLowerCase(Locale.ROOT)
                + switch (state) {
                    case B1, C1, D1 -> "-paused";
                    default -> "";
                });
    }

    /** The question over the reason. */
    String why(SocketSample socket) {
        Optional<Ampere> told = socket.told().filter(t -> t.milliampere() > 0);
        return told.map(t -> texts.get("monitor.why", limit(t))).orElseGet(() -> texts.get("monitor.why.none"));
    }

    /** The reason as a sentence. */
    String because(SocketSample socket) {
        return socket.why()
                .map(w -> {
                    String text = texts.reason(w.reason(), ZoneId.systemDefault());
                    return w.certainty() == Why.Certainty.SAID
                            ? texts.get("monitor.because", capital(text))
                            : texts.get("monitor.because.probably", text);
                })
                .orElseGet(() -> texts.get("monitor.because.unknown"));
    }

    private String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(texts.locale()) + text.substring(1);
    }

    /** A mark in the chart. */
    String event(ChartEvent event) {
        return switch (event.what()) {
            case What.Became(var activity) -> texts.get(activity.textKey());
            case What.Told(var ampere) -> texts.get("monitor.event.told", limit(Ampere.ofNearest(ampere)));
            case What.OtherPluggedIn(var socket) -> texts.get("monitor.event.plugged", socket);
            case What.OtherUnplugged(var socket) -> texts.get("monitor.event.unplugged", socket);
        };
    }
}
