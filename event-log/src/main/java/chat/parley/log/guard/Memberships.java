package chat.parley.log.guard;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import chat.parley.membership.MembershipHistory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who belongs to which conversation and when, as of now; {@link MembershipHistory} derives from it who may see what. Each method runs
 * one query, whatever the number of conversations.
 */
public interface Memberships {

    /** The stays of all members of each conversation; unknown conversations are left out. */
    Map<ConversationId, MembershipHistory> of(Collection<ConversationId> conversations);

    /** The stays of one person in one conversation. */
    MembershipHistory of(ConversationId conversation, UserId member);

    /** The stays of one person in each conversation they are in now, including earlier stays there. */
    Map<ConversationId, MembershipHistory> ofMember(UserId member);

    /** As {@link #ofMember(UserId)}, and in the conversations that they left by an event after this position. */
    Map<ConversationId, MembershipHistory> ofMember(UserId member, long leftAfter);

    /** The present members of each conversation that has at most this many. */
    Map<ConversationId, Set<UserId>> presentIn(Collection<ConversationId> conversations, int most);

    /** The number of present members. */
    int sizeOf(ConversationId conversation);

    /**
     * The people who share a conversation with this person now or are friends with them, without the person, up to a limit; and who was a
     * friend or had asked when one of them was erased.
     */
    List<UserId> peersOf(UserId member, int limit);

    /** Whether two people share a conversation now or are friends. */
    boolean share(UserId one, UserId other);
}
