/** General: what the station is, and its licence key. */
@NullMarked
package plugwright.ui.station.general;

import org.jspecify.annotations.NullMarked;
