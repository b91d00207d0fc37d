package plugwright.station.engine;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import plugwright.model.LedPattern;

/**
 * What a driver sees at one socket (guide §2.7.1, §4.2).
 *
 * @param watt what the vehicle takes
 * @param maximumWatt what the socket could give it at most
 */
public record FrontPanel(LedPattern led, Message message, int watt, int maximumWatt) {

    /** A text of the display; words are in the bundle {@code plugwright/station/engine/panel}. */
    public enum Message {
        NONE,
        STARTING,
        READY,
        CABLE_CONNECTED,
        VEHICLE_CONNECTED,
        CHARGING,
        FINISHED,
        WAITING_FOR_POWER,
        SUSPENDED,
        OVERCURRENT,
        OUT_OF_SERVICE
    }

    private static final String BUNDLE = "plugwright.station.engine.panel";
    private static final int WATT_A_TENTH = 100;
    private static final double TENTHS = 10.0;

    /** The display's words in a driver's language. */
    public String text(Locale locale) {
        String key = "panel." + message.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String pattern = ResourceBundle.getBundle(BUNDLE, locale).getString(key);
        return new MessageFormat(pattern, locale).format(new Object[] {kilowatt(watt), kilowatt(maximumWatt)});
    }

    /** In kW, cut to a tenth as the guide's tables have it (§4.1): 5750 W is 5.7 kW. */
    public static double kilowatt(int watt) {
        return Math.floorDiv(watt, WATT_A_TENTH) / TENTHS;
    }
}
