package chat.parley.events;

/**
 * A device of the member has every message up to this number.
 *
 * @param disclosed whether other members may see this, for ever
 */
public record MessagesDelivered(ConversationId conversation, UserId member, long upTo, boolean disclosed)
        implements ReadCursorEvent {}
