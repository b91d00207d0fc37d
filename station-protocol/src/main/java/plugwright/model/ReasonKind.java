package plugwright.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything that can decide how much current a vehicle is offered. The codes travel in the category
 * {@code plugwright} and are never reused.
 */
public enum ReasonKind {
    // nothing to offer it to
    NOT_IN_USE(0),
    /** Between boot and the first decision a station tells 0. */
    BOOTING(1),
    // a cap of this socket alone
    SOCKET_MAXIMUM(10, Argument.CURRENT),
    CABLE(11, Argument.CURRENT),
    /** No sharing is active: station maximum and number of sockets it is divided by. */
    EQUAL_SHARE(12, Argument.CURRENT, Argument.COUNT),
    /** The vehicle left much unused; the highest it was given room for. */
    DEMAND(13, Argument.CURRENT),
    /** Cut off from its network or its set points. */
    SAFE_CURRENT(14, Argument.CURRENT),
    /** A charging profile of the back office. */
    PROFILE(15, Argument.CURRENT),
    /** An energy management system's set point for this socket. */
    SET_POINT(16, Argument.CURRENT),
    /** The outlet's own maximum, where a side has two. */
    OUTLET_MAXIMUM(17, Argument.CURRENT),
    /** What a smart charging network granted, and what all of it may take on a phase. */
    NETWORK(18, Argument.CURRENT, Argument.CURRENT),
    // a limit shared with others
    /** A group's limit on a phase, with no other vehicle on it. */
    GROUP(20, Argument.GROUP, Argument.PHASE, Argument.CURRENT),
    /** Phase, the other socket, the group and its limit. */
    SHARED(21, Argument.PHASE, Argument.SOCKET, Argument.GROUP, Argument.CURRENT),
    // probing (guide §2.5)
    PROBING(30, Argument.CURRENT),
    /** The last seconds of a probe, in which the minimum is offered to see whether the vehicle stops. */
    PROBE_TEST(31, Argument.CURRENT),
    WAITING_FOR_PROBE(32, Argument.SOCKET),
    // turns (guide §2.4)
    WAITING_TURN(40, Argument.MOMENT),
    MINIMUM_PAUSE(41, Argument.MOMENT),
    GAVE_PLACE(42),
    // too little for this vehicle
    /** What it needs, what there is, and the code of the cap that allows no more. */
    CAP_BELOW_MINIMUM(50, Argument.CURRENT, Argument.CURRENT, Argument.CAUSE),
    /** What it needs, the group, the phase and the group's limit there. */
    MINIMUM_DOES_NOT_FIT(51, Argument.CURRENT, Argument.GROUP, Argument.PHASE, Argument.CURRENT),
    // on the way to another limit
    RISING(60, Argument.CURRENT),
    /** Another vehicle has to lower first. */
    LOWERING_FIRST(61, Argument.SOCKET),
    // faults
    OVERCURRENT(70, Argument.MOMENT),
    UNUSABLE_SETTINGS(71),
    /** The suspend contact, or another one of the network. */
    SUSPENDED(72),
    /** A smart charging network stands still while its settings change. */
    NETWORK_PAUSED(73);

    /** What an argument, always a whole number, stands for. */
    public enum Argument {
        /** Milliampere. */
        CURRENT,
        /** 1, 2 or 3 for a grid phase. */
        PHASE,
        /** 1 or 2, as printed on the station. */
        SOCKET,
        /** A code of {@link LimitGroup}. */
        GROUP,
        /** Seconds since the epoch of the site's clock, unsigned: good until 2106. */
        MOMENT,
        COUNT,
        /** A code of a {@link ReasonKind}. */
        CAUSE
    }

    private final int code;
    /** Unmodifiable: made by List.of, which the checker cannot see. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Argument> arguments;

    ReasonKind(int code, Argument... arguments) {
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public int code() {
        return code;
    }

    /** What its arguments stand for, in order. */
    public List<Argument> arguments() {
        return arguments;
    }

    /** The key of its text, e.g. {@code reason.shared}. */
    public String textKey() {
        return "reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ReasonKind> ofCode(int code) {
        return Arrays.stream(values()).filter(k -> k.code == code).findFirst();
    }
}
