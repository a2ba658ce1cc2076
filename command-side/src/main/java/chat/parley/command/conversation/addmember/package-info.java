/** Adding someone to a group. */
@NullMarked
package chat.parley.command.conversation.addmember;

import org.jspecify.annotations.NullMarked;
