package chat.parley.views.history;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import java.util.Collection;
import java.util.Map;

/** When a message was delivered to and read by each member. */
public interface Receipts {

    /**
     * The times of one message for each of the given members, all of them present in the answer.
     *
     * @param number the message's; nobody has received one that there is not
     * @throws chat.parley.views.ViewUnavailable the store cannot be reached
     */
    Map<UserId, ReceiptTimes> of(ConversationId conversation, long number, Collection<UserId> members);
}
