package chat.parley.views.history;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import java.util.Collection;
import java.util.Map;

/** How far the members of conversations have come. */
public interface MemberWatermarks {

    /**
     * Those of the given members of each conversation, all of them present in the answer.
     *
     * @throws chat.parley.views.ViewUnavailable the store cannot be reached
     */
    Map<ConversationId, Map<UserId, Watermarks>> of(Map<ConversationId, ? extends Collection<UserId>> members);
}
