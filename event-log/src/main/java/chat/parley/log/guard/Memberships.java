package chat.parley.log.guard;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import chat.parley.membership.Stays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who belongs to which conversation and when, as of now. What follows from it is for {@link Stays} to say. Each question is one query,
 * whatever the number of conversations.
 */
public interface Memberships {

    /** The stays of everyone in each of the conversations; those there are not are left out. */
    Map<ConversationId, Stays> of(Collection<ConversationId> conversations);

    /** The stays of one person in a conversation. */
    Stays of(ConversationId conversation, UserId member);

    /** The stays of one person in each conversation they are in now, former ones in these included. */
    Map<ConversationId, Stays> ofMember(UserId member);

    /** The same, with the conversations they left by an event behind this position. */
    Map<ConversationId, Stays> ofMember(UserId member, long leftAfter);

    /** The members, now, of those of the conversations that have no more than so many. */
    Map<ConversationId, Set<UserId>> presentIn(Collection<ConversationId> conversations, int most);

    /** How many are in a conversation now. */
    int sizeOf(ConversationId conversation);

    /** Everyone who shares a conversation with this person now, without the person, at most as many as the limit. */
    List<UserId> peersOf(UserId member, int limit);
}
