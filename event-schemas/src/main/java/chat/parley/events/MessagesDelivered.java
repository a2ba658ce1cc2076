package chat.parley.events;

/** A device of the member holds every message up to this number. */
public record MessagesDelivered(ConversationId conversation, UserId member, long upTo) implements ReadCursorEvent {}
