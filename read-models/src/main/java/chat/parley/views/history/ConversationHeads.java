package chat.parley.views.history;

import chat.parley.events.ConversationId;
import java.util.Collection;
import java.util.Map;

/** What there is of each conversation besides its messages. */
public interface ConversationHeads {

    /**
     * The heads of those conversations the view holds, in no order.
     *
     * @throws chat.parley.views.ViewUnavailable the store cannot be reached
     */
    Map<ConversationId, ConversationHead> of(Collection<ConversationId> conversations);
}
