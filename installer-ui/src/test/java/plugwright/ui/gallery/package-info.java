/** Every control in every state, and pictures of scenes, for looking at. */
@NullMarked
package plugwright.ui.gallery;

import org.jspecify.annotations.NullMarked;
