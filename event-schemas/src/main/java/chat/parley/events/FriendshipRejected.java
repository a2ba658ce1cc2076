package chat.parley.events;

/**
 * Someone does not want to be friends with the one who asked.
 *
 * @param conversation the direct conversation of the two, whether or not there is one
 * @param by who was asked
 * @param other who had asked
 */
public record FriendshipRejected(ConversationId conversation, UserId by, UserId other) implements FriendshipEvent {}
