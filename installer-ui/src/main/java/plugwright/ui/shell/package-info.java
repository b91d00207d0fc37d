/** The frame: menus, list, header, tabs, status line, tasks, and what asks before something is done. */
@NullMarked
package plugwright.ui.shell;

import org.jspecify.annotations.NullMarked;
