/** Power settings: installation, connectors, and how vehicles are tried. */
@NullMarked
package plugwright.ui.station.power;

import org.jspecify.annotations.NullMarked;
