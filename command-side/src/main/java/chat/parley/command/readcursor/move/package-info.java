/** Moving one's cursors, by a request that may state both watermarks of several conversations. */
@NullMarked
package chat.parley.command.readcursor.move;

import org.jspecify.annotations.NullMarked;
