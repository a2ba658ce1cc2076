/** Conversations, their messages and the times messages were delivered and read, in Cassandra. */
@NullMarked
package chat.parley.views.history;

import org.jspecify.annotations.NullMarked;
