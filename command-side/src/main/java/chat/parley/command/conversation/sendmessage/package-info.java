/** Sending a message. */
@NullMarked
package chat.parley.command.conversation.sendmessage;

import org.jspecify.annotations.NullMarked;
