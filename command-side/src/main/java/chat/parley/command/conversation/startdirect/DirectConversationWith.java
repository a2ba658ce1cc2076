package chat.parley.command.conversation.startdirect;

import chat.parley.contracts.Required;

/**
 * Whom to talk with.
 *
 * @param username of the other, in whatever case
 */
record DirectConversationWith(@Required String username) {}
