/** Reacting to messages with emoji, and taking reactions back. */
@NullMarked
package chat.parley.command.conversation.react;

import org.jspecify.annotations.NullMarked;
