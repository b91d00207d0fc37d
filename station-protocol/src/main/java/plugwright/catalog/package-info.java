/**
 * The properties of a station as data: identifiers, types, ranges, units, what needs a reboot, and the back-office
 * key of each. Facts come from {@code station-properties.tsv} and {@code plugwright-properties.tsv} beside this
 * package's classes; values are parsed, checked and compared here and nowhere else.
 */
@NullMarked
package plugwright.catalog;

import org.jspecify.annotations.NullMarked;
