package chat.parley.views.history;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import java.util.Map;
import java.util.Set;

/** Which of the messages that somebody has not read do not wait for them. */
public interface Uncounted {

    /**
     * What is asked of a conversation.
     *
     * @param behind the messages behind this number
     * @param upTo and up to this one
     * @param silent the people whose messages do not count
     */
    record Asked(long behind, long upTo, Set<UserId> silent) {}

    /**
     * The numbers of messages that are deleted or of those people, of more than 2,000 each the newest; conversations without one are left out.
     *
     * @throws chat.parley.views.ViewUnavailable the store cannot be reached
     */
    Map<ConversationId, Set<Long>> of(Map<ConversationId, Asked> asked);
}
