package chat.parley.events;

/** Every message up to this number was shown to the member in a focused, visible window. */
public record MessagesRead(ConversationId conversation, UserId member, long upTo) implements ReadCursorEvent {}
