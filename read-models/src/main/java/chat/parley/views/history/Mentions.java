package chat.parley.views.history;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import java.util.List;
import java.util.Map;

/** In which messages people are mentioned. */
public interface Mentions {

    /** The messages behind a number, up to another. */
    record Behind(long number, long upTo) {}

    /**
     * The messages by others that mention someone, in order; of more than 1,000 messages that mention anybody the first. Conversations
     * without one are left out.
     *
     * @throws chat.parley.views.ViewUnavailable the store cannot be reached
     */
    Map<ConversationId, List<MentionedIn>> of(UserId member, Map<ConversationId, Behind> asked);
}
