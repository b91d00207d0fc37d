package plugwright.station.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import plugwright.api.PropertyPage;
import plugwright.api.PropertyWrite;
import plugwright.api.StationInfo;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.SiteTime;
import plugwright.model.StationId;
import plugwright.station.http.SessionRules;
import plugwright.station.http.SessionSettings;
import plugwright.station.http.StationFront;
import plugwright.station.log.LogLevel;
import plugwright.station.log.LogLine;
import plugwright.station.log.LogRing;
import plugwright.station.property.Features;
import plugwright.station.property.LicenceJudge;
import plugwright.station.property.PropertySpace;
import plugwright.station.property.WriteDecision;
import plugwright.station.property.WriteRules;

/**
 * What a station knows while it runs: its properties, what is unlocked, its log. One lock guards it, because its API,
 * its owner's thread and the bench all ask.
 */
final class StationMind implements StationFront {

    private final StationId serial;
    private final StationModel model;
    private final StationKeep keep;
    private final LicenceJudge judge;
    private final Supplier<SiteTime> clock;
    private final StationJournal journal;

    private PropertySpace space;
    private Features features = Features.NONE;
    private SiteTime bootedAt;

    StationMind(
            StationId serial,
            StationModel model,
            PropertySpace space,
            StationKeep keep,
            LicenceJudge judge,
            Supplier<SiteTime> clock) {
        this.serial = serial;
        this.model = model;
        this.space = space.withStored(keep.values());
        this.keep = keep;
        this.judge = judge;
        this.clock = clock;
        this.journal = new StationJournal(new LogRing());
        this.bootedAt = clock.get();
    }

    /** Starts up: judges the licence, counts the start, says so. */
    synchronized void boot(String reason) {
        bootedAt = clock.get();
        features = model.unlocked().plus(licensed());
        long count = (long) space.number(Known.BOOT_COUNT) + 1;
        keep(Map.of(
                Known.BOOT_COUNT, PropertyValue.of(count), Known.BOOT_REASON, PropertyValue.of(reason)));
        journal.booted(now(), space, reason, features);
    }

    private Features licensed() {
        String key = space.value(Known.LICENCE_KEY).map(PropertyValue::text).orElse("");
        if (key.isEmpty()) {
            return Features.NONE;
        }
        return switch (judge.judge(key)) {
            case Outcome.Ok<Features>(Features unlocked) -> unlocked;
            case Outcome.Failed<Features>(Problem why) -> {
                journal.licenceRefused(now(), why);
                yield Features.NONE;
            }
        };
    }

    /** Goes down: the last line before the silence. */
    synchronized void goDown(String reason) {
        journal.goingDown(now(), reason);
    }

    /** How long a reboot keeps it away. */
    synchronized Duration away() {
        return Duration.ofSeconds((long) space.number(Known.REBOOT_SECONDS));
    }

    synchronized long bootCount() {
        return (long) space.number(Known.BOOT_COUNT);
    }

    @Override
    public synchronized StationInfo info() {
        String own = text(Known.CHARGE_BOX_IDENTITY);
        return new StationInfo(
                own.isEmpty() ? serial.serial() : own,
                serial.serial(),
                model.article(),
                text(Known.FIRMWARE),
                model.type(),
                text(Known.SCN_NAME));
    }

    private String text(PropertyId id) {
        return space.value(id).map(PropertyValue::text).orElse("");
    }

    @Override
    public synchronized List<String> categories() {
        return space.categories();
    }

    @Override
    public synchronized PropertyPage page(String category, int offset) {
        return space.page(category, offset, live());
    }

    @Override
    public synchronized PropertyPage byIds(List<PropertyId> ids, int offset) {
        return space.byIds(ids, offset, live());
    }

    private Map<PropertyId, PropertyValue> live() {
        SiteTime now = clock.get();
        return Map.of(
                Known.STATION_CLOCK, PropertyValue.of(now().toEpochMilli()),
                Known.UPTIME, PropertyValue.of(now.millisSince(bootedAt)),
                Known.LICENCE_FEATURES, PropertyValue.of(features.bits()),
                Known.SCN_UNLOCKED, PropertyValue.of(features.has(Features.SMART_CHARGING_NETWORK) ? 1 : 0));
    }

    @Override
    public synchronized Afterwards write(List<PropertyWrite> writes) {
        Map<PropertyId, PropertyValue> taken = new TreeMap<>();
        WriteRules rules = new WriteRules(features, judge);
        for (PropertyWrite write : writes) {
            switch (rules.decide(space, write)) {
                case WriteDecision.Accepted accepted -> taken.put(accepted.id(), accepted.value());
                case WriteDecision.Adjusted adjusted -> {
                    taken.put(adjusted.id(), adjusted.value());
                    journal.adjusted(now(), adjusted);
                }
                case WriteDecision.Refused refused -> journal.refused(now(), refused);
            }
        }
        taken.keySet().removeIf(id -> id.equals(Known.STATION_CLOCK) || isWriteOnly(id));
        if (taken.isEmpty() || !keep(taken)) {
            return Afterwards.GO_ON;
        }
        taken.forEach((id, value) -> journal.written(now(), id, value));
        return taken.containsKey(Known.LICENCE_KEY) ? Afterwards.REBOOT : Afterwards.GO_ON;
    }

    private boolean isWriteOnly(PropertyId id) {
        return id.equals(Known.IDENTIFY);
    }

    /** Only what is safely stored counts. */
    private boolean keep(Map<PropertyId, PropertyValue> more) {
        Map<PropertyId, PropertyValue> all = new TreeMap<>(space.stored());
        all.putAll(more);
        return switch (keep.store().save(all)) {
            case Outcome.Ok<Map<PropertyId, PropertyValue>> saved -> {
                space = space.withStored(all);
                yield true;
            }
            case Outcome.Failed<Map<PropertyId, PropertyValue>>(Problem why) -> {
                journal.notStored(now(), why);
                yield false;
            }
        };
    }

    @Override
    public synchronized Afterwards command(String command) {
        journal.command(now(), command);
        return command.equals("reboot") ? Afterwards.REBOOT : Afterwards.GO_ON;
    }

    @Override
    public synchronized List<String> log(int offset) {
        return journal.page(offset).stream().map(LogLine::toString).toList();
    }

    @Override
    public SessionRules.Password check(String username, String password) {
        boolean name = same(username, StationAccess.USERNAME);
        return same(password, keep.password()) && name ? SessionRules.Password.RIGHT : SessionRules.Password.WRONG;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public synchronized SessionSettings sessionSettings() {
        return new SessionSettings(
                space.number(Known.SECOND_LOGIN) == 0
                        ? SessionSettings.SecondLogin.REFUSED
                        : SessionSettings.SecondLogin.THROWS_OUT_THE_FIRST,
                Duration.ofSeconds((long) space.number(Known.SESSION_IDLE_SECONDS)));
    }

    @Override
    public synchronized void tell(SessionEvent event, String who) {
        journal.session(now(), event, who);
    }

    synchronized void note(LogLevel level, String text) {
        journal.note(now(), level, text);
    }

    private Instant now() {
        return clock.get().toInstant();
    }
}
