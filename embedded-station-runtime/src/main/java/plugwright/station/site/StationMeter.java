package plugwright.station.site;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.license.FeatureSet;
import plugwright.meter.p1.P1Telegram;
import plugwright.model.Outcome;
import plugwright.model.Phase;
import plugwright.model.PhaseCurrents;
import plugwright.model.Problem;
import plugwright.model.SiteTime;
import plugwright.station.meter.MeterSample;
import plugwright.station.meter.ModbusMeterSettings;
import plugwright.station.property.PropertySpace;

/**
 * A station's meter since its last start: which one it looks to, and what its properties say of it: P1 (212E, 212F),
 * grid meter (5221) and the state of a Modbus connection (2540). What is older than a minute is shown no more.
 */
final class StationMeter {

    private static final Duration SHOWN_FOR = Duration.ofMinutes(1);

    private static final int P1_STATUS = 0x212E;
    private static final int P1_CURRENT = 0x212F;
    private static final int METER = 0x5221;
    private static final int METER_CURRENT_L1 = 0xA;
    private static final int METER_CURRENT_SUM = 0xD;
    private static final int CONNECTION = 0x2540;

    /** Read status of P1: 1 while telegrams that count come. */
    private static final int READ = 1;

    /** States of the connection; 0 is idle. */
    private static final int INITIALISING = 1;

    private static final int NORMAL = 2;
    private static final int WARNING = 3;
    private static final int ERROR = 4;

    private final Optional<ModbusMeterSettings> toAsk;
    private Optional<MeterSample> newest = Optional.empty();
    private Optional<SiteTime> heardAt = Optional.empty();
    private boolean failing;

    /** Before the first start. */
    StationMeter() {
        toAsk = Optional.empty();
    }

    /**
     * Since a start.
     *
     * @param space values in effect
     * @param unlocked what may run
     * @param refused told why a Modbus meter cannot be asked
     */
    StationMeter(PropertySpace space, FeatureSet unlocked, Consumer<Problem> refused) {
        if (!EngineSettings.looksToModbus(space, unlocked)) {
            toAsk = Optional.empty();
            return;
        }
        switch (MeterProperties.of(space)) {
            case Outcome.Ok<ModbusMeterSettings>(var settings) -> toAsk = Optional.of(settings);
            case Outcome.Failed<ModbusMeterSettings>(var why) -> {
                toAsk = Optional.empty();
                refused.accept(why);
            }
        }
    }

    /** How it is to be asked; empty where it has none that can be. */
    Optional<ModbusMeterSettings> toAsk() {
        return toAsk;
    }

    /**
     * A meter said something.
     *
     * @return whether that is the one that the station looks to
     */
    boolean heard(MeterSample sample, PropertySpace space, FeatureSet unlocked, SiteTime now) {
        boolean isOurs = sample.telegram().isPresent()
                ? EngineSettings.looksToP1(space)
                : EngineSettings.looksToModbus(space, unlocked);
        if (!isOurs) {
            return false;
        }
        newest = Optional.of(sample);
        heardAt = Optional.of(now);
        failing = false;
        return true;
    }

    void failed() {
        failing = true;
    }

    /** The values that a meter gives; empty where none ever said anything. */
    Map<PropertyId, PropertyValue> values(SiteTime now) {
        Map<PropertyId, PropertyValue> values = new TreeMap<>();
        Optional<MeterSample> fresh =
                newest.filter(_ -> heardAt.filter(t -> now.millisSince(t) < SHOWN_FOR.toMillis()).isPresent());
        fresh.ifPresent(sample -> put(values, sample));
        if (toAsk.isPresent()) {
            values.put(new PropertyId(CONNECTION, 0), PropertyValue.of(connection(fresh.isPresent())));
        }
        return values;
    }

    private long connection(boolean isFresh) {
        if (isFresh) {
            return failing ? WARNING : NORMAL;
        }
        return failing || newest.isPresent() ? ERROR : INITIALISING;
    }

    private static void put(Map<PropertyId, PropertyValue> values, MeterSample sample) {
        PhaseCurrents measured = sample.reading().measured();
        double sum = 0;
        for (Phase phase : Phase.values()) {
            PropertyValue ampere = PropertyValue.of(measured.on(phase).value());
            values.put(new PropertyId(METER, METER_CURRENT_L1 + phase.index()), ampere);
            sample.telegram().ifPresent(_ -> values.put(new PropertyId(P1_CURRENT, 1 + phase.index()), ampere));
            sum += measured.on(phase).value();
        }
        values.put(new PropertyId(METER, METER_CURRENT_SUM), PropertyValue.of(sum));
        sample.telegram().ifPresent(telegram -> put(values, telegram));
    }

    private static void put(Map<PropertyId, PropertyValue> values, P1Telegram telegram) {
        values.put(new PropertyId(P1_STATUS, 0x1), PropertyValue.of((long) READ));
        values.put(new PropertyId(P1_STATUS, 0x2), PropertyValue.of((long) telegram.version().code()));
        values.put(new PropertyId(P1_STATUS, 0x3), PropertyValue.of(telegram.time().toEpochMilli()));
    }
}
