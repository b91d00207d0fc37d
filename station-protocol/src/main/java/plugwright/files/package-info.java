/** Files that several windows of the tool share. */
@NullMarked
package plugwright.files;

import org.jspecify.annotations.NullMarked;
