package chat.parley.events;

/**
 * One of two friends ended that.
 *
 * @param conversation the direct conversation of the two, whether or not there is one
 * @param by who ended it
 * @param other the other
 */
public record FriendshipRemoved(ConversationId conversation, UserId by, UserId other) implements FriendshipEvent {}
