package chat.parley.log.guard;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import java.util.List;

/** Who belongs to which conversation, and what of it each may see. */
public interface Memberships {

    /** Present members. */
    List<UserId> membersOf(ConversationId conversation);

    /** The conversations a person is in now. */
    List<ConversationId> conversationsOf(UserId member);

    /** Everyone who shares a conversation with this person now, without the person, at most as many as the limit. */
    List<UserId> peersOf(UserId member, int limit);

    /** What a present member may see of a conversation; nothing for anyone else. */
    VisibleSequences visibleTo(ConversationId conversation, UserId member);
}
