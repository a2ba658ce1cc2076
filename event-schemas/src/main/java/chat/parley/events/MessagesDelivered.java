package chat.parley.events;

/**
 * A device of the member holds every message up to this number.
 *
 * @param disclosed whether the other members are told, for ever
 */
public record MessagesDelivered(ConversationId conversation, UserId member, long upTo, boolean disclosed)
        implements ReadCursorEvent {}
