/**
 * Livelog: a station's log as it is written. Pages of 16 lines are fetched back to what is known, merged by their ids,
 * and kept in a bounded list; the list that is drawn is virtual.
 */
@NullMarked
package plugwright.ui.station.log;

import org.jspecify.annotations.NullMarked;
