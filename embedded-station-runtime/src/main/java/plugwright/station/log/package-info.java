/** The log of a station: a bounded ring of lines in the form that real stations write. Pure. */
@NullMarked
package plugwright.station.log;

import org.jspecify.annotations.NullMarked;
