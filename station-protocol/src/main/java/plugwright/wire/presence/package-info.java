/** UDP 36549, discovery family: packets by which stations are found. Pure codec and rules, no sockets. */
@NullMarked
package plugwright.wire.presence;

import org.jspecify.annotations.NullMarked;
