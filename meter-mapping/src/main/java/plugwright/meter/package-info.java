/**
 * What a meter at the house connection says, however it is read: currents per phase with their sign, and when a meter
 * counts as lost. Pure.
 */
@NullMarked
package plugwright.meter;

import org.jspecify.annotations.NullMarked;
