/**
 * Live monitoring of a station: what flows, what each vehicle is told and why. Samples are read about once a second
 * while the tab is seen, kept in a bounded ring, and drawn at most once a pulse.
 */
@NullMarked
package plugwright.ui.station.monitor;

import org.jspecify.annotations.NullMarked;
