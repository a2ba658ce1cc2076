@NullMarked
package chat.parley.command.conversation.startdirect;

import org.jspecify.annotations.NullMarked;
