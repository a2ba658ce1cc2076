package chat.parley.events;

import org.jspecify.annotations.Nullable;

/**
 * Someone asked another to be their friend.
 *
 * @param conversation the direct conversation of the two, whether or not there is one
 * @param by who asked
 * @param other who was asked
 * @param content null once erased
 */
public record FriendshipRequested(
        ConversationId conversation,
        UserId by,
        UserId other,
        @Nullable FriendRequest content) implements FriendshipEvent, CarriesContent {

    @Override
    public Owner owner() {
        return new Owner.Person(by);
    }
}
