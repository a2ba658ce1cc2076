package chat.parley.views.history;

import chat.parley.events.ConversationId;
import java.util.List;
import java.util.Map;

/** The messages of a conversation by number, sealed. Who may see which of them is for the caller to decide. */
public interface Messages {

    /**
     * Messages below a number, newest first.
     *
     * @param number excluded, any whatever; {@link Long#MAX_VALUE} for the end of the conversation
     * @throws chat.parley.views.ViewUnavailable the store cannot be reached
     */
    List<SealedMessage> before(ConversationId conversation, long number, int limit);

    /**
     * Messages above a number, oldest first.
     *
     * @param number excluded, any whatever; 0 for the beginning of the conversation
     * @throws chat.parley.views.ViewUnavailable the store cannot be reached
     */
    List<SealedMessage> after(ConversationId conversation, long number, int limit);

    /**
     * The newest message of each conversation, up to a number; nothing where there is none.
     *
     * @param upTo the last number of each, as its head has it
     * @throws chat.parley.views.ViewUnavailable the store cannot be reached
     */
    Map<ConversationId, SealedMessage> newest(Map<ConversationId, Long> upTo);
}
