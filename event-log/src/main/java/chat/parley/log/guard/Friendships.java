package chat.parley.log.guard;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import java.util.List;

/** Who is whose friend, and who asks whom, as of now. */
public interface Friendships {

    /**
     * @param conversation the direct conversation of the two, whether or not there is one
     * @param sequence of the event that says so in the stream of the two
     */
    record Friend(UserId other, FriendState state, ConversationId conversation, long sequence) {}

    /** The friends and requests of a person, up to a limit of each state; erased people are left out. */
    List<Friend> of(UserId person, int limit);

    boolean areFriends(UserId one, UserId other);

    /** Whether they are friends or one asks the other. */
    boolean anythingBetween(UserId one, UserId other);
}
