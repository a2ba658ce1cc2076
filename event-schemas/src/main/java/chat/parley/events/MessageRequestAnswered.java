package chat.parley.events;

/**
 * Somebody accepted what a person writes from now on, or does not want to see it.
 *
 * @param recipient to whom was written
 * @param author who wrote
 * @param conversation of the two
 */
public record MessageRequestAnswered(UserId recipient, UserId author, ConversationId conversation, RequestAnswer answer)
        implements MessageRequestsEvent {}
