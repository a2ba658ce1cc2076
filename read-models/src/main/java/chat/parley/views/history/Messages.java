package chat.parley.views.history;

import chat.parley.events.ConversationId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The messages of a conversation by number, and what is said about them, sealed. Who may see which of them is for the caller to decide. */
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
     * What members say about some messages, in no order: of each member one of each type.
     *
     * @param numbers the messages', any whatever
     * @throws chat.parley.views.ViewUnavailable the store cannot be reached
     */
    List<SealedAnnotation> about(ConversationId conversation, Collection<Long> numbers);

    /**
     * What members say in events of one type about one message of each conversation, in no order.
     *
     * @param numbers the messages', any whatever
     * @param type of the events, as they are stored
     * @throws chat.parley.views.ViewUnavailable the store cannot be reached
     */
    List<SealedAnnotation> about(Map<ConversationId, Long> numbers, String type);

    /**
     * The messages with these numbers, in no order; those that there are not are left out.
     *
     * @throws chat.parley.views.ViewUnavailable the store cannot be reached
     */
    List<SealedMessage> of(ConversationId conversation, Collection<Long> numbers);

    /**
     * The newest message of each conversation, up to a number; nothing where there is none.
     *
     * @param upTo the last number of each, as its head has it
     * @throws chat.parley.views.ViewUnavailable the store cannot be reached
     */
    Map<ConversationId, SealedMessage> newest(Map<ConversationId, Long> upTo);
}
