/**
 * The HTTPS API of a station (station-interfaces §1): the rules of sessions and the answers are pure; one thin shell
 * brings them to the network.
 */
@NullMarked
package plugwright.station.http;

import org.jspecify.annotations.NullMarked;
