package chat.parley.events;

import java.util.List;

/** An event between two people who are friends, or of whom one asks the other. Both are told, and nobody else. */
public sealed interface FriendshipEvent extends ParleyEvent, Personal, Skippable
        permits FriendshipRequested, FriendshipAccepted, FriendshipRejected, FriendshipWithdrawn, FriendshipRemoved {

    /** The direct conversation of the two, whether or not there is one. */
    ConversationId conversation();

    /** Who did it. */
    UserId by();

    UserId other();

    @Override
    default StreamId stream() {
        return StreamId.friendship(conversation());
    }

    @Override
    default List<UserId> people() {
        return List.of(by(), other());
    }
}
