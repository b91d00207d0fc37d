/** How everything looks: tokens, stylesheets, font, light and dark, text size, and the small file that keeps the user's choice. */
@NullMarked
package plugwright.ui.theme;

import org.jspecify.annotations.NullMarked;
