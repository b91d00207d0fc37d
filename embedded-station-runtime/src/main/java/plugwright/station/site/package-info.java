/**
 * Software stations on this machine: opened from a plan, seen as snapshots, moved by commands. The façade for the
 * test bench, the command line and tests; everything else talks to the stations through their own interfaces.
 */
@NullMarked
package plugwright.station.site;

import org.jspecify.annotations.NullMarked;
