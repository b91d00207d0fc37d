/**
 * How stations are found: mDNS, UDP and typed-in addresses become one list, an entry a station (DSC-1, DSC-2). Pure
 * rules in {@link plugwright.discovery.SightingBook}; {@link plugwright.discovery.StationFinder} is the shell.
 */
@NullMarked
package plugwright.discovery;

import org.jspecify.annotations.NullMarked;
