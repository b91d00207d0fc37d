package plugwright.station.site;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plugwright.model.Ampere;
import plugwright.station.log.LogLevel;
import plugwright.station.member.LimitBasis;
import plugwright.station.member.MemberEffect;
import plugwright.station.member.MemberIdentity;
import plugwright.station.member.MemberSettings;
import plugwright.station.member.MemberStatus;
import plugwright.station.member.ScnMember;
import plugwright.station.network.NetworkedStation;
import plugwright.station.sim.World;
import plugwright.station.sim.WorldCommand;
import plugwright.wire.scn.DropKind;
import plugwright.wire.scn.Heartbeat.Contact;
import plugwright.wire.scn.NetworkKey;
import plugwright.wire.scn.ScnCodec;
import plugwright.wire.scn.ScnPacket;
import plugwright.wire.scn.ScnReading;
import plugwright.wire.scn.Source;

/**
 * A running station's membership of a network: packets to and from bytes, and what the member wants done. A station that
 * is in none has an empty one. Moments are of the site's clock, in ms. One owner; not safe for several threads at once.
 */
final class StationNetwork {

    /** Where no member will do anything by itself. */
    static final long NEVER = Long.MAX_VALUE;

    private static final int PHASES = 3;

    private final Outside outside;
    private @Nullable NetworkedStation station;
    private @Nullable ScnCodec codec;
    private @Nullable LimitBasis said;

    /** What a member needs of its station. */
    interface Outside {
        /** To everyone on the subnet. */
        void send(byte[] datagram);

        void say(LogLevel level, String text);

        /** Every socket was seen with this digest: good over a restart. */
        void keep(long digest);
    }

    StationNetwork(Outside outside) {
        this.outside = outside;
    }

    /** The station has started, in a network: tells 0 from here on. */
    void start(World world, Consumer<WorldCommand> commands, MemberIdentity who, MemberSettings settings, long now) {
        said = null;
        codec = codec(settings).orElse(null);
        station = new NetworkedStation(world, commands, new ScnMember(who, settings, now), now);
        outside.say(LogLevel.INFO, "In network " + settings.network().name() + " with sockets from "
                + settings.place().firstSocket() + " of " + settings.network().socketCount() + ", total "
                + settings.network().total() + ", safe current " + settings.network().safe());
        act(now);
    }

    /** Without a key nothing can be said or heard. */
    private static Optional<ScnCodec> codec(MemberSettings settings) {
        Optional<NetworkKey> key = settings.key();
        return key.map(its -> new ScnCodec(settings.network().name(), its));
    }

    /** The station goes down, or starts in no network. */
    void stop() {
        station = null;
        codec = null;
    }

    boolean isMember() {
        return station != null;
    }

    /** Settings that apply without a restart; joining and leaving need one. */
    void settings(Optional<MemberSettings> changed, long now) {
        NetworkedStation its = station;
        if (its == null || changed.isEmpty() || changed.get().equals(its.member().settings())) {
            return;
        }
        its.member().settings(changed.get(), now);
        codec = codec(changed.get()).orElse(null);
        act(now);
    }

    /** What the station's meter or energy management leaves for the network. */
    void source(Source leaves, long now) {
        NetworkedStation its = station;
        if (its != null) {
            its.member().source(leaves, now);
            act(now);
        }
    }

    /** The station's suspend contact. */
    void contact(Contact contact, long now) {
        NetworkedStation its = station;
        if (its != null) {
            its.contact(contact, now);
            act(now);
        }
    }

    /**
     * Takes a datagram, whatever it is.
     *
     * @return whether {@link #act} has something to do because of it
     */
    boolean receive(byte[] datagram, long now) {
        NetworkedStation its = station;
        ScnCodec reads = codec;
        if (its == null || reads == null) {
            return false;
        }
        return switch (reads.read(datagram)) {
            case ScnReading.Ours(ScnPacket packet) -> its.receive(packet, now);
            case ScnReading.Dropped(var kind) -> {
                its.member().dropped(kind, now);
                yield false;
            }
            case ScnReading.NotOurs() -> false;
        };
    }

    /** Does what is due; to be called when the station's world went on, and at the latest when {@link #due} says. */
    void act(long now) {
        NetworkedStation its = station;
        if (its == null) {
            return;
        }
        for (MemberEffect effect : its.act(now)) {
            switch (effect) {
                case MemberEffect.Send(ScnPacket packet) -> send(packet);
                case MemberEffect.Log(LogLevel level, String text) -> outside.say(level, text);
                case MemberEffect.KeepComplete(long digest) -> outside.keep(digest);
            }
        }
        sayBasis(its.member());
    }

    private void send(ScnPacket packet) {
        ScnCodec writes = codec;
        if (writes != null) {
            outside.send(writes.write(packet));
        }
    }

    /** What the limits rest on, once when it changes. */
    private void sayBasis(ScnMember member) {
        LimitBasis basis = member.basis();
        if (basis == said) {
            return;
        }
        said = basis;
        Ampere safe = member.settings().network().safe();
        String what = switch (basis) {
            case STARTED -> "0 A until a coordinator grants more";
            case GRANTED -> "shared, total " + total(member);
            case CUT_OFF -> "cut off, at most the safe current of " + safe;
            case SAFE -> "no coordinator, safe current of " + safe;
            case PAUSED -> "paused while its settings are changed, 0 A";
        };
        boolean bad = basis == LimitBasis.CUT_OFF || basis == LimitBasis.SAFE;
        outside.say(
                bad ? LogLevel.WARNING : LogLevel.INFO,
                "Network " + member.settings().network().name() + ": " + what);
    }

    private static Ampere total(ScnMember member) {
        int least = Integer.MAX_VALUE;
        for (int phase = 0; phase < PHASES; phase++) {
            least = Math.min(least, member.total(phase));
        }
        return new Ampere(least);
    }

    /** When it wants to act next at the latest. */
    long due(long now) {
        NetworkedStation its = station;
        return its == null ? NEVER : its.member().due(now);
    }

    /** When what its sockets may tell changes by itself. */
    long changes() {
        NetworkedStation its = station;
        return its == null ? NEVER : its.member().changes();
    }

    Optional<MemberStatus> status(long now) {
        return Optional.ofNullable(station).map(its -> its.member().status(now));
    }

    /** How many datagrams were good for nothing since the start, by kind; those that were none of are left out. */
    Map<DropKind, Long> dropped() {
        Map<DropKind, Long> dropped = new EnumMap<>(DropKind.class);
        NetworkedStation its = station;
        if (its == null) {
            return dropped;
        }
        for (DropKind kind : DropKind.values()) {
            long count = its.member().droppedSoFar(kind);
            if (count > 0) {
                dropped.put(kind, count);
            }
        }
        return dropped;
    }
}
