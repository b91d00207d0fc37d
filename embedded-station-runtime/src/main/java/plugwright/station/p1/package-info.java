/** A station's P1 port: telegrams become readings of the meter at the grid connection. */
@NullMarked
package plugwright.station.p1;

import org.jspecify.annotations.NullMarked;
