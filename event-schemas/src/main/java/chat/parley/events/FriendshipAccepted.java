package chat.parley.events;

/**
 * Someone accepted a request, or asked the one who had asked them: the two are friends.
 *
 * @param conversation the direct conversation of the two, whether or not there is one
 * @param by who was asked
 * @param other who had asked
 */
public record FriendshipAccepted(ConversationId conversation, UserId by, UserId other) implements FriendshipEvent {}
