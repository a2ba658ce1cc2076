package chat.parley.events;

/**
 * Every message up to this number was shown to the member in a focused, visible window.
 *
 * @param disclosed whether the other members are told, for ever
 */
public record MessagesRead(ConversationId conversation, UserId member, long upTo, boolean disclosed)
        implements ReadCursorEvent {}
