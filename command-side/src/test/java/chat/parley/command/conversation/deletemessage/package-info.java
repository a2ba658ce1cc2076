@NullMarked
package chat.parley.command.conversation.deletemessage;

import org.jspecify.annotations.NullMarked;
