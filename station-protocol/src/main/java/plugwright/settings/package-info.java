/**
 * From edits to what the station holds: an ordered plan, the old values kept before any write, reading back, an
 * outcome for every property, and undo. Forms, the command line and wizards all save through here.
 */
@NullMarked
package plugwright.settings;

import org.jspecify.annotations.NullMarked;
