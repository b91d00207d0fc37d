/**
 * The one door to the FX thread: running there, coalescing updates to one per pulse, ticking, background jobs on
 * virtual threads, and the measure of what each task costs the FX thread. Nothing else in the user interface calls
 * {@code Platform.runLater} or makes threads.
 */
@NullMarked
package plugwright.ui.fx;

import org.jspecify.annotations.NullMarked;
