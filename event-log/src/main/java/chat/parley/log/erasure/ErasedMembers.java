package chat.parley.log.erasure;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Erased people in the conversations of others. */
public interface ErasedMembers {

    /**
     * The positions, in order, of the {@link chat.parley.events.AccountErased} of everyone this person shares a conversation with.
     *
     * @param after excluded
     * @param upTo included
     */
    List<Long> peersOf(UserId member, long after, long upTo);

    /** The newest such position of each of the conversations that has one, up to a position. */
    Map<ConversationId, Long> newestIn(Collection<ConversationId> conversations, long upTo);
}
