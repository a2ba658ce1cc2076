package chat.parley.events;

/**
 * The member was shown every message up to this number, in a focused, visible window.
 *
 * @param disclosed whether other members may see this, for ever
 */
public record MessagesRead(ConversationId conversation, UserId member, long upTo, boolean disclosed)
        implements ReadCursorEvent {}
