/** Logging in to a station: password, trust on first use, and who holds the session instead. */
@NullMarked
package plugwright.ui.login;

import org.jspecify.annotations.NullMarked;
