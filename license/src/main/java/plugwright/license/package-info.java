/**
 * Licence keys: what they unlock, how they are written, signed and judged. Pure: the text, the station and the date
 * are arguments. The format is docs/decisions/0005-licence-key-format.md.
 */
@NullMarked
package plugwright.license;

import org.jspecify.annotations.NullMarked;
