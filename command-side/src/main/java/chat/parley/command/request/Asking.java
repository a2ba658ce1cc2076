package chat.parley.command.request;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;

/**
 * Somebody writes to another who does not let them at once.
 *
 * @param recipient to whom is written
 * @param isAsked whether what the author writes is a request, as the guard rows say
 */
record Asking(UserId recipient, UserId author, ConversationId conversation, boolean isAsked) {}
