package chat.parley.events;

/**
 * Someone took their request back.
 *
 * @param conversation the direct conversation of the two, whether or not there is one
 * @param by who had asked
 * @param other who was asked
 */
public record FriendshipWithdrawn(ConversationId conversation, UserId by, UserId other) implements FriendshipEvent {}
