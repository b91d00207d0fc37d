package plugwright.station.sim.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import plugwright.model.Ampere;
import plugwright.model.PhaseMapping;
import plugwright.station.engine.StationSettings;
import plugwright.station.member.MemberSettings;
import plugwright.station.member.NetworkSettings;
import plugwright.station.member.Place;
import plugwright.station.member.Timers;
import plugwright.wire.scn.Heartbeat.Change;

/**
 * Someone who changes a running network as Initialize does (control-core.md §3): pauses all members, waits until
 * nothing of before can be told or drawn, writes, and lets all go on. Any member may be out of his reach at any moment.
 */
final class Installer {

    private static final long STEP = 500;

    /** After so long he gives up waiting for one that he cannot reach. */
    private static final long PATIENCE = 30_000;

    private static final int LONGEST_AWAY = 45_000;

    private static final long WAIT = Timers.LEASE_COUNTED + Timers.VEHICLE;

    /** What is changed beside the totals and safe currents, which every change sets anew. */
    enum Kind {
        TOTALS,
        REWIRE,
        LEAVE,
        JOIN
    }

    private enum Stage {
        IDLE,
        PAUSING,
        WAITING,
        REMOVING,
        WRITING,
        RESUMING
    }

    private final NetworkWorld world;
    private final RandomSite site;
    private final Random random;
    private final long[] awayFrom;
    private final long[] awayUntil;
    private final boolean[] done;
    private NetworkSettings agreed;
    private NetworkSettings target;
    private List<Integer> members = List.of();
    private Stage stage = Stage.IDLE;
    private long since;
    private int leaver = NOBODY;
    private int joiner = NOBODY;
    private int rewired = NOBODY;
    private boolean goesOnUnfinished;
    private int changes;

    private static final int NOBODY = -1;

    Installer(NetworkWorld world, RandomSite site, Random random) {
        this.world = world;
        this.site = site;
        this.random = random;
        this.agreed = world.station(0).memberSettings().network();
        this.target = agreed;
        this.awayFrom = new long[world.size()];
        this.awayUntil = new long[world.size()];
        this.done = new boolean[world.size()];
    }

    /** How many changes all members have. */
    int changes() {
        return changes;
    }

    boolean isIdle() {
        return stage == Stage.IDLE;
    }

    /** Begins some change, if none is going on, and some will be out of reach for a while. */
    void begin() {
        if (!isIdle()) {
            return;
        }
        for (int i = 0; i < world.size(); i++) {
            boolean away = random.nextInt(3) == 0;
            long from = random.nextInt(LONGEST_AWAY);
            away(i, from, away ? from + random.nextInt(LONGEST_AWAY) : from);
        }
        begin(Kind.values()[random.nextInt(Kind.values().length)]);
    }

    /** One will be out of his reach, from so many ms from now until so many. */
    void away(int station, long from, long until) {
        awayFrom[station] = world.now() + from;
        awayUntil[station] = world.now() + until;
    }

    /** Begins a change; none may be going on. */
    void begin(Kind kind) {
        List<Integer> present = present();
        int any = present.get(random.nextInt(present.size()));
        rewired = kind == Kind.REWIRE ? any : NOBODY;
        leaver = kind == Kind.LEAVE && present.size() > RandomNetwork.FEWEST_STATIONS ? any : NOBODY;
        joiner = kind == Kind.JOIN ? absent() : NOBODY;
        goesOnUnfinished = random.nextBoolean();
        members = present;
        world.note("settings change: leaves " + leaver + ", joins " + joiner + ", rewired " + rewired);
        enter(Stage.PAUSING);
        step();
    }

    /** From now on he reaches all. */
    void reachesAll() {
        Arrays.fill(awayUntil, 0);
    }

    private List<Integer> present() {
        List<Integer> present = new ArrayList<>();
        for (int i = 0; i < world.size(); i++) {
            if (world.isPresent(i)) {
                present.add(i);
            }
        }
        return present;
    }

    private int absent() {
        for (int i = 0; i < world.size(); i++) {
            if (!world.isPresent(i)) {
                return i;
            }
        }
        return NOBODY;
    }

    private void enter(Stage next) {
        stage = next;
        since = world.now();
        Arrays.fill(done, false);
        world.note("settings change: " + next);
    }

    private boolean isPatienceOver() {
        return world.now() - since > PATIENCE;
    }

    private boolean reaches(int station) {
        long now = world.now();
        boolean away = now >= awayFrom[station] && now < awayUntil[station];
        return world.station(station).isAwake() && !away;
    }

    private void step() {
        switch (stage) {
            case IDLE -> {
                return;
            }
            case PAUSING -> pause();
            case WAITING -> {
                if (world.now() - since >= WAIT) {
                    enter(leaver == NOBODY ? Stage.WRITING : Stage.REMOVING);
                    plan();
                }
            }
            case REMOVING -> remove();
            case WRITING -> write();
            case RESUMING -> resume();
        }
        if (!isIdle()) {
            world.after(STEP, this::step);
        }
    }

    private void pause() {
        boolean all = true;
        for (int i : members) {
            if (!done[i] && reaches(i)) {
                world.write(i, world.station(i).memberSettings().with(Change.PAUSED));
                done[i] = world.station(i).tellsNothing();
            }
            all &= done[i];
        }
        if (all) {
            enter(Stage.WAITING);
        } else if (isPatienceOver()) {
            // Nothing was written: those that stand still go on as before.
            enter(Stage.RESUMING);
        }
    }

    /** What shall be: others of all that can be agreed on, for those who stay and who comes. */
    private void plan() {
        List<Integer> next = new ArrayList<>(members);
        next.remove(Integer.valueOf(leaver));
        if (joiner != NOBODY) {
            next.add(joiner);
            next.sort(null);
        }
        members = next;
        int sockets = next.stream().mapToInt(i -> world.station(i).sockets()).sum();
        target = site.agreed(sockets, agreed.generation() + 1);
    }

    private void remove() {
        if (reaches(leaver)) {
            world.leave(leaver);
            enter(Stage.WRITING);
        } else if (isPatienceOver()) {
            // It did not confirm that it left: it stays, and so does all else.
            members = present();
            target = agreed;
            enter(Stage.RESUMING);
        }
    }

    private void write() {
        world.totals().between(agreed, target, world.now());
        if (joiner != NOBODY && !world.isPresent(joiner)) {
            world.join(joiner, settingsOf(joiner, Change.PAUSED));
            // It starts with the new settings, also where it is out of his reach from then on.
            done[joiner] = true;
        }
        boolean all = true;
        for (int i : members) {
            if (!done[i] && reaches(i)) {
                done[i] = writeOne(i);
            }
            all &= done[i];
        }
        if (all) {
            agreed = target;
            world.totals().become(agreed, world.now());
            changes++;
            enter(Stage.RESUMING);
        } else if (isPatienceOver()) {
            unfinished();
        }
    }

    private boolean writeOne(int station) {
        if (station == rewired) {
            StationSettings before = world.station(station).settings();
            List<PhaseMapping> mapping = site.mappings(before);
            StationSettings wired = before.withMapping(before.supply(), before.feeders(), mapping);
            world.rewire(station, wired, settingsOf(station, mapping, Change.PAUSED));
            rewired = NOBODY;
            return true;
        }
        return world.write(station, settingsOf(station, Change.PAUSED));
    }

    /** Some do not have it yet: those who do go on at their safe currents if these fit whatever the others have. */
    private void unfinished() {
        if (goesOnUnfinished && fits()) {
            world.note("settings change: goes on unfinished");
            for (int i : members) {
                if (done[i] && reaches(i)) {
                    world.write(i, settingsOf(i, Change.RUNNING));
                }
            }
        } else {
            // The old ones again, for those who are members now, under a number that nobody has.
            world.note("settings change: taken back");
            target = between();
            Arrays.fill(done, false);
        }
        since = world.now();
    }

    /** No more than either allows, for those who are members now. */
    private NetworkSettings between() {
        Ampere safe = lower(agreed.safe(), target.safe());
        boolean fits = (long) safe.milliampere() * target.socketCount() <= least();
        return new NetworkSettings(
                agreed.name(), target.generation() + 1, target.socketCount(), lower(agreed.total(), target.total()),
                fits ? safe : new Ampere(0), lower(agreed.totalSafe(), target.totalSafe()));
    }

    private static Ampere lower(Ampere one, Ampere other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private long least() {
        Ampere total = lower(agreed.total(), target.total());
        return lower(total, lower(agreed.totalSafe(), target.totalSafe())).milliampere();
    }

    private boolean fits() {
        long safe = Math.max(agreed.safeMilliampere(), target.safeMilliampere());
        return safe * Math.max(agreed.socketCount(), target.socketCount()) <= least();
    }

    private void resume() {
        boolean all = true;
        for (int i : members) {
            if (!done[i] && reaches(i)) {
                done[i] = world.write(i, world.station(i).memberSettings().with(Change.RUNNING));
            }
            all &= done[i];
        }
        if (all) {
            enter(Stage.IDLE);
        }
    }

    private MemberSettings settingsOf(int station, Change change) {
        return settingsOf(station, world.station(station).settings().phaseMapping(), change);
    }

    private MemberSettings settingsOf(int station, List<PhaseMapping> mapping, Change change) {
        int first = 0;
        for (int other : members) {
            first += other < station ? world.station(other).sockets() : 0;
        }
        Place place = new Place(first, mapping);
        return world.station(station)
                .memberSettings()
                .with(target)
                .with(place, Optional.of(place))
                .with(change);
    }
}
