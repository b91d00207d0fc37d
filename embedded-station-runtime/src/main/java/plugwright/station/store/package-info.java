/**
 * The property store of a station: after a power cut at any moment it holds the old values or the new ones, never a
 * mixture. The format is pure; files are behind {@link plugwright.station.store.StoreFiles}.
 */
@NullMarked
package plugwright.station.store;

import org.jspecify.annotations.NullMarked;
