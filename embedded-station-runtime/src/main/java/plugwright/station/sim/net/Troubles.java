package plugwright.station.sim.net;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import plugwright.model.Ampere;
import plugwright.model.PhaseMapping;
import plugwright.model.SocketNumber;
import plugwright.station.engine.StationSettings;
import plugwright.station.member.MemberSettings;
import plugwright.station.member.NetworkSettings;
import plugwright.station.member.Place;
import plugwright.wire.scn.Heartbeat.Contact;

/** Everything that goes wrong and everything that people do in a network, at random, until it is left alone. */
final class Troubles {

    /** Between two of them: from one right upon the other to some rest in which things settle. */
    private static final int SHORT_REST = 4_000;

    private static final int LONG_REST = 60_000;

    private final NetworkWorld world;
    private final Random random;
    private final RandomSite site;
    private final Forger forger;
    private final long until;

    /** What may happen. */
    enum Kind {
        /** People plug in and unplug. */
        USE,
        /** And everything else, too. */
        ALL
    }

    private final Kind kind;
    private final Installer installer;
    private Optional<SimMeter> meter = Optional.empty();
    /** What stations had before someone meddled. */
    private final Map<Integer, Meddled> meddled = new HashMap<>();

    Troubles(NetworkWorld world, RandomSite site, Random random, Kind kind, long until) {
        this.world = world;
        this.site = site;
        this.random = random;
        this.kind = kind;
        this.until = until;
        this.forger = new Forger(world, random);
        this.installer = new Installer(world, site, random);
    }

    /** Starts all stations within some seconds, and from then on one trouble follows the other. */
    void begin() {
        for (int i = 0; i < world.size(); i++) {
            int index = i;
            world.after(between(1, kind == Kind.USE ? 1_000 : 8_000), () -> world.start(index));
        }
        if (kind == Kind.ALL) {
            world.listen(forger);
            world.settled().faults(true, 0);
            if (random.nextInt(2) == 0) {
                SimMeter its = new SimMeter(world, random, mostMetered());
                its.begin();
                meter = Optional.of(its);
            }
        }
        next();
    }

    private void next() {
        world.after(between(1, random.nextInt(6) == 0 ? LONG_REST : SHORT_REST), () -> {
            if (world.now() < until) {
                happen();
                next();
            }
        });
    }

    /** How many changes of settings came to their end. */
    int settingsChanges() {
        return installer.changes();
    }

    private int mostMetered() {
        return 1 + 2 * world.station(0).memberSettings().network().total().milliampere();
    }

    /** All is mended; what is off is started, what was begun is finished, and nothing more happens. */
    void end() {
        world.air().heal();
        for (int i = 0; i < world.size(); i++) {
            world.station(i).goOn(world.now());
            if (world.isPresent(i) && !world.station(i).isUp()) {
                world.start(i);
            }
            world.contact(i, Contact.RELEASED);
        }
        meter.ifPresent(m -> m.heals(mostMetered()));
        world.settled().suspended(false, world.now());
        installer.reachesAll();
        whenFinished();
    }

    private void whenFinished() {
        if (installer.isIdle()) {
            restored();
            world.settled().faults(false, world.now());
        } else {
            world.after(SHORT_REST, this::whenFinished);
        }
    }

    private void happen() {
        if (kind == Kind.USE) {
            use();
            return;
        }
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> use();
            case 4, 5 -> weather();
            case 6, 7 -> partition();
            case 8 -> link();
            case 9 -> ear();
            case 10 -> mouth();
            case 11, 12 -> restart();
            case 13 -> stall();
            case 14 -> forger.attack();
            case 15 -> installer.begin();
            case 16, 17 -> meter.ifPresentOrElse(m -> m.becomes(mostMetered()), this::use);
            case 18 -> meddle();
            default -> contact();
        }
    }

    private void use() {
        int station = station();
        SocketNumber socket =
                SocketNumber.values()[random.nextInt(world.station(station).sockets())];
        if (world.station(station).isStalled() || !world.isPresent(station)) {
            return;
        }
        if (random.nextInt(3) == 0) {
            world.unplug(station, socket);
        } else {
            world.plug(station, socket, site.vehicle());
        }
    }

    private void weather() {
        Weather weather = switch (random.nextInt(5)) {
            case 0 -> new Weather(between(1, 600), 0, between(1, 300), 0, 0);
            case 1 -> new Weather(0, between(1, 300), between(1, 2_000), 0, 0);
            case 2 -> new Weather(between(0, 100), between(0, 100), between(1, 50), between(1, 200), 40_000);
            case 3 -> new Weather(between(0, 50), between(0, 50), between(1, 5_000), between(0, 50), 10_000);
            default -> Weather.CALM;
        };
        world.air().weather(weather);
        world.note(weather.toString());
        world.after(between(1_000, 60_000), () -> world.air().weather(Weather.CALM));
    }

    /** Two groups of stations that do not hear each other, or of which one does not hear the other. */
    private void partition() {
        boolean[] side = new boolean[world.size()];
        for (int i = 0; i < side.length; i++) {
            side[i] = random.nextBoolean();
        }
        boolean oneWay = random.nextInt(3) == 0;
        cut(side, oneWay, true);
        world.note((oneWay ? "one-way " : "") + "partition " + Arrays.toString(side));
        world.after(between(500, 60_000), () -> cut(side, oneWay, false));
    }

    private void cut(boolean[] side, boolean oneWay, boolean isCut) {
        for (int from = 0; from < side.length; from++) {
            for (int to = 0; to < side.length; to++) {
                if (side[from] != side[to] && (side[from] || !oneWay)) {
                    world.air().cut(from, to, isCut);
                }
            }
        }
        world.note(isCut ? "cut" : "healed");
    }

    private void link() {
        int from = station();
        int to = station();
        world.air().cut(from, to, true);
        world.note("link " + from + " to " + to + " cut");
        world.after(between(500, 60_000), () -> world.air().cut(from, to, false));
    }

    private void ear() {
        int station = station();
        world.air().deaf(station, true);
        world.note("station " + station + " is deaf");
        world.after(between(500, 60_000), () -> world.air().deaf(station, false));
    }

    private void mouth() {
        int station = station();
        world.air().mute(station, true);
        world.note("station " + station + " is mute");
        world.after(between(500, 60_000), () -> world.air().mute(station, false));
    }

    private void restart() {
        int station = station();
        if (world.station(station).isUp()) {
            world.stop(station);
            world.after(between(1, random.nextInt(3) == 0 ? 60_000 : 3_000), () -> {
                if (world.isPresent(station) && !world.station(station).isUp()) {
                    world.start(station);
                }
            });
        }
    }

    /**
     * Someone writes another total, or another wiring, into one station alone, and after a while what was. No two ever
     * get the same total: those who agree may well share what they agree on.
     */
    private void meddle() {
        int station = station();
        MemberSettings before = world.station(station).memberSettings();
        if (!installer.isIdle() || !world.isPresent(station) || meddled.containsKey(station)) {
            return;
        }
        boolean wiring = random.nextBoolean();
        if (wiring && world.station(station).isAwake()) {
            meddled.put(station, new Meddled(before, world.station(station).settings()));
            StationSettings settings = world.station(station).settings();
            List<PhaseMapping> mapping = site.mappings(settings);
            Place moved = new Place(before.place().firstSocket(), mapping);
            world.rewire(
                    station,
                    settings.withMapping(settings.supply(), settings.feeders(), mapping),
                    before.with(moved, before.initialized()));
        } else {
            NetworkSettings its = before.network();
            NetworkSettings other = new NetworkSettings(
                    its.name(), its.generation(), its.socketCount(),
                    new Ampere(2 * its.total().milliampere() + 1 + station),
                    its.safe(), its.totalSafe());
            if (world.write(station, before.with(other))) {
                meddled.put(station, new Meddled(before, world.station(station).settings()));
            }
        }
        world.after(between(1_000, 60_000), () -> restore(station));
    }

    private void restored() {
        List.copyOf(meddled.keySet()).forEach(this::restore);
    }

    /** Unless the installer gave it others. */
    private void restore(int station) {
        if (!installer.isIdle()) {
            world.after(SHORT_REST, () -> restore(station));
            return;
        }
        Meddled was = meddled.remove(station);
        if (was == null || !world.isPresent(station)) {
            return;
        }
        boolean present = world.station(station).memberSettings().network().generation()
                == was.settings.network().generation();
        if (present) {
            world.rewire(station, was.wiring, was.settings);
        }
    }

    private record Meddled(MemberSettings settings, StationSettings wiring) {}

    private void stall() {
        int station = station();
        world.stall(station, between(1, random.nextInt(3) == 0 ? 30_000 : 1_000));
    }

    private void contact() {
        int station = station();
        world.contact(station, Contact.SUSPENDED);
        world.settled().suspended(true, world.now());
        world.after(between(500, 30_000), () -> world.contact(station, Contact.RELEASED));
    }

    private int station() {
        return random.nextInt(world.size());
    }

    private int between(int least, int most) {
        return site.between(least, most);
    }
}
