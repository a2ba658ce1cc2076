package chat.parley.events;

/**
 * Whom an event of someone's blocks is about.
 *
 * @param conversation of the two, whether or not there is one
 */
public record BlockedPerson(UserId person, ConversationId conversation) {}
