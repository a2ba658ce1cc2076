/** Making a group. */
@NullMarked
package chat.parley.command.conversation.creategroup;

import org.jspecify.annotations.NullMarked;
