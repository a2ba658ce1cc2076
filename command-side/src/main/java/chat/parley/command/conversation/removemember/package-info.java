/** Leaving a group, and removing someone from one. */
@NullMarked
package chat.parley.command.conversation.removemember;

import org.jspecify.annotations.NullMarked;
