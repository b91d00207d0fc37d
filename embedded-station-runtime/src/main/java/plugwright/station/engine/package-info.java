/**
 * One station as a machine: events and moments in, effects out, a snapshot whenever asked. Deterministic and without
 * clock, thread, socket or file; shells and the simulator drive the same code.
 *
 * <p>What comes from outside enters as an event: {@code GridMetered} a meter's reading, from which the station reckons
 * what is left ({@code GridCorrection}, {@code OwnDraw}) and falls back to its safe current when readings stay away;
 * {@code GroupLimited} a limit per grid phase over all sockets (energy management, back office, safe current);
 * {@code SocketLimited} one over a socket (set point, profile); {@code Leased} what a network's coordinator decided for
 * a socket; {@code SuspensionChanged} the suspend contact. Every one of them is named in the reasons of limits.
 */
@NullMarked
package plugwright.station.engine;

import org.jspecify.annotations.NullMarked;
