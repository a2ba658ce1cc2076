/** A conversation: who is in it, and the numbers its messages take. */
@NullMarked
package chat.parley.command.conversation;

import org.jspecify.annotations.NullMarked;
