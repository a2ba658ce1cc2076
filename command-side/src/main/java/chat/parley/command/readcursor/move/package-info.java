/** Moving one's cursor, by a request that may state both watermarks. */
@NullMarked
package chat.parley.command.readcursor.move;

import org.jspecify.annotations.NullMarked;
