package plugwright.station.site;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import plugwright.api.PropertyPage;
import plugwright.api.PropertyWrite;
import plugwright.api.StationInfo;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.license.FeatureSet;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.SiteTime;
import plugwright.model.SocketNumber;
import plugwright.model.StationId;
import plugwright.station.engine.ChargingPhases;
import plugwright.station.engine.StationEvent;
import plugwright.station.engine.StationEvent.BootReason;
import plugwright.station.engine.StationSnapshot;
import plugwright.station.http.SessionRules;
import plugwright.station.http.SessionSettings;
import plugwright.station.http.StationFront;
import plugwright.station.log.LogLevel;
import plugwright.station.log.LogLine;
import plugwright.station.log.LogRing;
import plugwright.station.member.MemberStatus;
import plugwright.station.meter.MeterSample;
import plugwright.station.meter.MeteredStation;
import plugwright.station.meter.ModbusMeterSettings;
import plugwright.station.modbus.StationFacts;
import plugwright.station.property.LicenceJudge;
import plugwright.station.property.PropertySpace;
import plugwright.station.property.WriteRules;
import plugwright.station.sim.VehicleView;
import plugwright.station.sim.World;
import plugwright.station.sim.WorldCommand;
import plugwright.wire.modbus.SlaveStation;
import plugwright.wire.scn.Source;

/**
 * A running station: properties, what is unlocked, control, log. One lock guards it: API, owner and bench all ask.
 */
final class StationMind implements StationFront, MeteredStation {

    private final StationId serial;
    private final StationModel model;
    private final StationKeep keep;
    private final StationLicence licence;
    private final Supplier<SiteTime> clock;
    private final StationJournal journal = new StationJournal(new LogRing());
    private final StationNetwork network = new StationNetwork(new NetworkOutside());
    private final StationCourse course;

    private PropertySpace space;
    private PropertySpace atBoot;
    private SiteTime bootedAt;
    private BootReason nextBoot = BootReason.POWER_ON;
    private StationMeter meter = new StationMeter();
    /** How far the station's own clock was set off from the site's; its battery keeps it over a reboot. */
    private Duration clockOffset = Duration.ZERO;
    /** Counts on where a start could not be stored: packets of an earlier start must be known as old. */
    private long boots;
    private SiteCommand.Contact contact = SiteCommand.Contact.OPEN;
    /** Empty without a network cable: what is sent is lost. */
    private Optional<Consumer<byte[]>> wayOut = Optional.empty();

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
        this.atBoot = this.space;
        this.keep = keep;
        this.licence = new StationLicence(judge, model.unlocked());
        this.clock = clock;
        this.bootedAt = clock.get();
        this.course = new StationCourse(
                new World(EngineSettings.of(this.space, FeatureSet.NONE), bootedAt),
                network,
                journal,
                moment -> moment.toInstant().plus(clockOffset));
    }

    /** Starts up: judges the licence, counts the start, says so. */
    synchronized void boot() {
        course.advanceTo(clock.get());
        bootedAt = clock.get();
        licence.boot(space, why -> journal.licenceRefused(now(), why));
        boots = Math.max(boots, (long) space.number(Known.BOOT_COUNT)) + 1;
        String reason = StationJournal.text(nextBoot);
        save(Map.of(Known.BOOT_COUNT, PropertyValue.of(boots), Known.BOOT_REASON, PropertyValue.of(reason)));
        atBoot = space;
        journal.booted(now(), space, reason, licence.features());
        course.boot(
                EngineSettings.of(space, licence.features()),
                nextBoot,
                NetworkProperties.identity(serial, boots, space),
                NetworkProperties.of(space, licence.features()),
                clock.get());
        meter = new StationMeter(atBoot, licence.features(), why -> note(LogLevel.ERROR, "Modbus meter: " + why));
        nextBoot = BootReason.COMMAND;
        tellContact();
    }

    /** Goes down: what is volatile is gone, the last line before the silence is written. */
    synchronized void goDown() {
        course.advanceTo(clock.get());
        journal.goingDown(now(), StationJournal.text(nextBoot));
        licence.goDown();
        course.goDown();
    }

    /** Lets its world catch up with the site's clock. */
    synchronized void advance() {
        course.advanceTo(clock.get());
    }

    /** Someone switches what is wired to its suspend contact. */
    synchronized void contact(SiteCommand.Contact now) {
        contact = now;
        tellContact();
    }

    /** The wire is as it is, also over a restart; what it means is a matter of settings. */
    private void tellContact() {
        advance();
        course.contact(EngineSettings.suspends(space.inEffect(atBoot), contact), clock.get());
    }

    /** Does something at its sockets. */
    synchronized void command(WorldCommand command) {
        course.advanceTo(clock.get());
        course.command(command);
    }

    /** A meter said something; a station that looks to another source does not listen. */
    @Override
    public synchronized void metered(MeterSample sample) {
        if (meter.heard(sample, space.inEffect(atBoot), licence.features(), clock.get())) {
            command(new WorldCommand.FromOutside(new StationEvent.GridMetered(sample.forControl())));
        }
    }

    @Override
    public synchronized void meterFailed() {
        meter.failed();
    }

    /** How its Modbus meter is to be asked since the last start; empty where it has none that can be. */
    synchronized Optional<ModbusMeterSettings> modbusMeter() {
        return meter.toAsk();
    }

    /** Whether it runs as a member of a network, which needs a way to the others. */
    synchronized boolean isInNetwork() {
        return course.isInNetwork();
    }

    /** By this its packets go out from now on; without one they are lost. */
    synchronized void connect(Optional<Consumer<byte[]>> way) {
        wayOut = way;
    }

    /** A datagram of its network, or what looks like one. @return when it wants to go on at the latest */
    synchronized SiteTime heard(byte[] datagram) {
        SiteTime now = clock.get();
        course.receive(datagram, now);
        return course.networkDue(now);
    }

    /** When its membership of a network wants to go on at the latest. */
    synchronized SiteTime due() {
        return course.networkDue(clock.get());
    }

    synchronized Optional<MemberStatus> network() {
        advance();
        return course.network(clock.get());
    }

    synchronized void leaves(Source source) {
        advance();
        course.source(source, clock.get());
    }

    synchronized List<Integer> told() {
        return sockets().map(course::told).toList();
    }

    private Stream<SocketNumber> sockets() {
        return List.of(SocketNumber.values()).subList(0, model.shape().sockets()).stream();
    }

    /** What its membership wants done. */
    private final class NetworkOutside implements StationNetwork.Outside {
        @Override
        public void send(byte[] datagram) {
            wayOut.ifPresent(way -> way.accept(datagram));
        }

        @Override
        public void say(LogLevel level, String text) {
            journal.network(now(), level, text);
        }

        @Override
        public void keep(long digest) {
            save(Map.of(Known.NETWORK_COMPLETE, NetworkProperties.digest(digest)));
        }
    }

    synchronized StationSnapshot snapshot() {
        course.advanceTo(clock.get());
        return course.snapshot();
    }

    /** What Modbus masters may do since its last start; empty keeps the port closed. */
    synchronized Optional<SlaveStation.Permission> modbus() {
        return EngineSettings.modbus(atBoot, licence.features());
    }

    /** What its registers are made of, all of one moment. */
    synchronized <T> T registers(BiFunction<StationFacts, StationSnapshot, T> make) {
        SiteTime now = clock.get();
        course.advanceTo(now);
        Duration uptime = Duration.ofMillis(now.millisSince(bootedAt));
        return make.apply(RegisterFacts.of(serial, space, now(), uptime, course.network(now)), course.snapshot());
    }

    /** What a master means that wants it to charge on so many phases; empty where that is not allowed. */
    synchronized Optional<ChargingPhases> phases(long count) {
        return EngineSettings.phases(atBoot, count);
    }

    synchronized List<Optional<VehicleView>> vehicles() {
        return sockets().map(course::vehicle).toList();
    }

    /** How long a reboot keeps it away. */
    synchronized Duration away() {
        return Duration.ofSeconds((long) space.number(Known.REBOOT_SECONDS));
    }

    @Override
    public synchronized StationInfo info() {
        return InfoProperties.info(serial, model, space);
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
        course.advanceTo(now);
        Map<PropertyId, PropertyValue> live = new TreeMap<>(course.live());
        live.putAll(meter.values(now));
        live.putAll(course.networkLive(now));
        live.put(Known.STATION_CLOCK, PropertyValue.of(now().toEpochMilli()));
        live.put(Known.UPTIME, PropertyValue.of(now.millisSince(bootedAt)));
        live.putAll(licence.live());
        return live;
    }

    @Override
    public synchronized Afterwards write(List<PropertyWrite> writes) {
        course.advanceTo(clock.get());
        JudgedWrites judged = JudgedWrites.of(space, writes, new WriteRules(licence.features(), licence.judge()));
        judged.tell(journal, now());
        judged.keyVerdict().ifPresent(licence::written);
        Map<PropertyId, PropertyValue> taken = new TreeMap<>(judged.taken());
        if (taken.containsKey(Known.NETWORK_GENERATION)) {
            // From here on a station that is moved has other settings than the rest of its network.
            taken.put(Known.NETWORK_INITIALIZED_PLACE, NetworkProperties.placeAfter(space, taken));
        }
        doAtOnce(taken);
        if (taken.isEmpty() || !save(taken)) {
            return Afterwards.GO_ON;
        }
        taken.forEach((id, value) -> journal.written(now(), id, value));
        PropertySpace inEffect = space.inEffect(atBoot);
        course.apply(
                EngineSettings.of(inEffect, licence.features()),
                NetworkProperties.of(inEffect, licence.features()),
                clock.get());
        tellContact();
        if (!taken.containsKey(Known.LICENCE_KEY)) {
            return Afterwards.GO_ON;
        }
        nextBoot = BootReason.LICENCE;
        return Afterwards.REBOOT;
    }

    /** What is done rather than kept. */
    private void doAtOnce(Map<PropertyId, PropertyValue> taken) {
        PropertyValue clockSet = taken.remove(Known.STATION_CLOCK);
        if (clockSet != null) {
            setClock(Instant.ofEpochMilli((long) clockSet.number()));
        }
        PropertyValue identify = taken.remove(Known.IDENTIFY);
        if (identify != null) {
            journal.identify(now(), identify);
        }
    }

    private void setClock(Instant to) {
        clockOffset = Duration.between(clock.get().toInstant(), to);
    }

    /** Only what is safely stored counts. */
    private boolean save(Map<PropertyId, PropertyValue> more) {
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
        StationDate.parse(command).ifPresent(this::setClock);
        return command.equals("reboot") ? Afterwards.REBOOT : Afterwards.GO_ON;
    }

    @Override
    public synchronized List<String> log(int offset) {
        course.advanceTo(clock.get());
        return journal.page(offset).stream().map(LogLine::toString).toList();
    }

    @Override
    public SessionRules.Password check(String username, String password) {
        boolean right = keep.isPassword(password) && username.equals(StationAccess.USERNAME);
        return right ? SessionRules.Password.RIGHT : SessionRules.Password.WRONG;
    }

    @Override
    public synchronized SessionSettings sessionSettings() {
        return InfoProperties.session(space);
    }

    @Override
    public synchronized void tell(SessionEvent event, String who) {
        journal.session(now(), event, who);
    }

    @Override
    public synchronized void note(LogLevel level, String text) {
        journal.note(now(), level, text);
    }

    /** By the station's own clock. */
    private Instant now() {
        return clock.get().toInstant().plus(clockOffset);
    }
}
