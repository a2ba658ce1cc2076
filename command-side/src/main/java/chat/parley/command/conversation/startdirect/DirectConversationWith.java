package chat.parley.command.conversation.startdirect;

import chat.parley.contracts.Required;

/**
 * A request for the direct conversation with someone.
 *
 * @param username of the other person, in upper or lower case
 */
record DirectConversationWith(@Required String username) {}
