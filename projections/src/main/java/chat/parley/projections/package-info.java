/** Writes the views from events: each group catches up from the log, then goes on with its queues. */
@NullMarked
package chat.parley.projections;

import org.jspecify.annotations.NullMarked;
