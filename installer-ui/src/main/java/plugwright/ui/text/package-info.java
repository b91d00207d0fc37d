/**
 * The one door to texts: keyed bundles, a pseudo-language that shows what is not keyed and what does not fit, and
 * numbers and times as the user's locale writes them.
 */
@NullMarked
package plugwright.ui.text;

import org.jspecify.annotations.NullMarked;
