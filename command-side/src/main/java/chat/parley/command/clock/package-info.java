/** Tells operators when the clock is behind the log. */
@NullMarked
package chat.parley.command.clock;

import org.jspecify.annotations.NullMarked;
