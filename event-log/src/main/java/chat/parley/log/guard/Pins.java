package chat.parley.log.guard;

import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Which messages are pinned, as of now. */
public interface Pins {

    /**
     * A pinned message.
     *
     * @param sequence of the message
     * @param pinned the sequence of the event that pinned it
     */
    record Pin(long number, long sequence, MessageId message, UserId pinnedBy, long pinned) {}

    /** Those of each conversation, the one that was pinned last first; conversations without one are left out. */
    Map<ConversationId, List<Pin>> of(Collection<ConversationId> conversations);
}
