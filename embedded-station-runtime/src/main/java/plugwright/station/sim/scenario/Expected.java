package plugwright.station.sim.scenario;

import java.util.Locale;
import java.util.Optional;
import plugwright.model.Ampere;
import plugwright.model.LedPattern;
import plugwright.model.MainState;
import plugwright.model.Mode3State;
import plugwright.model.Phase;
import plugwright.model.SocketNumber;
import plugwright.station.engine.SocketSnapshot;
import plugwright.station.engine.StationSnapshot;

/** What must be so at a moment of a scenario. */
public sealed interface Expected {

    /** Currents are told in whole mA, rounded down. */
    int ROUNDING_MILLIAMPERE = 1;

    /** A socket is told this. */
    record Told(SocketNumber socket, Ampere current) implements Expected {}

    /** The limits told add up to this on a grid phase. */
    record ToldSum(Phase phase, Ampere current) implements Expected {}

    /** What the station may use on its most limited phase, by its own maximum and what stands over it from outside. */
    record Available(Ampere current) implements Expected {}

    /** The pilot of a socket is in this state. */
    record Pilot(SocketNumber socket, Mode3State state) implements Expected {}

    /** A socket is in this main state, as property 2501_1 says it. */
    record State(SocketNumber socket, MainState state) implements Expected {}

    /** The display of a socket says this in English. */
    record Panel(SocketNumber socket, String text) implements Expected {}

    /** The LED of a socket does this. */
    record Led(SocketNumber socket, LedPattern pattern) implements Expected {}

    /** What is so instead; empty where it is as expected. */
    default Optional<String> differenceIn(StationSnapshot station) {
        return switch (this) {
            case Told(var socket, var current) -> {
                SocketSnapshot at = station.socket(socket);
                yield near(at.offer().told(), current)
                        ? Optional.empty()
                        : differs(socket, "told", at.offer().told() + " (" + at.offer().reason().kind() + ")", current);
            }
            case ToldSum(var phase, var current) -> near(station.toldOnGrid().on(phase), current)
                    ? Optional.empty()
                    : Optional.of("sum told on " + phase + " is " + station.toldOnGrid().on(phase) + ", expected "
                            + current);
            case Available(var current) -> near(station.maximumInForce(), current)
                    ? Optional.empty()
                    : Optional.of("available is " + station.maximumInForce() + ", expected " + current);
            case Pilot(var socket, var state) -> same(socket, "pilot", station.socket(socket).mode3(), state);
            case State(var socket, var state) -> same(socket, "state", station.socket(socket).mainState(), state);
            case Panel(var socket, var text) ->
                same(socket, "panel", station.socket(socket).panel().text(Locale.ENGLISH), text);
            case Led(var socket, var pattern) -> same(socket, "led", station.socket(socket).panel().led(), pattern);
        };
    }

    private static boolean near(Ampere is, Ampere expected) {
        return Math.abs(is.milliampere() - expected.milliampere()) <= ROUNDING_MILLIAMPERE;
    }

    private static Optional<String> same(SocketNumber socket, String what, Object is, Object expected) {
        return is.equals(expected) ? Optional.empty() : differs(socket, what, is, expected);
    }

    private static Optional<String> differs(SocketNumber socket, String what, Object is, Object expected) {
        return Optional.of("socket " + socket.number() + " " + what + " is " + is + ", expected " + expected);
    }
}
