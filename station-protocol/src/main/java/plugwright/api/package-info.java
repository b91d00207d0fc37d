/**
 * Messages of the stations' HTTPS API and their bytes, for both sides of it (station-interfaces §1). Pure: no
 * sockets, no threads.
 */
@NullMarked
package plugwright.api;

import org.jspecify.annotations.NullMarked;
