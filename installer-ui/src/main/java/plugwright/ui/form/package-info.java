/**
 * Our form builder: fields described by the property catalogue, what they may hold as pure functions, their state
 * against the station, and rows that show all of it. Nothing here talks to a station.
 */
@NullMarked
package plugwright.ui.form;

import org.jspecify.annotations.NullMarked;
