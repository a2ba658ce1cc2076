package chat.parley.views.history;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import java.util.Collection;

/** Takes out of the history view what one person wrote; only projections do. */
public interface HistorySweep {

    /**
     * Forgets the text of every message the person wrote in these conversations and that is stored by now. What comes later and is
     * older than the position does not bring back a text that was forgotten.
     *
     * @param position of the event that wants it
     * @throws chat.parley.views.ViewUnavailable the store cannot be reached; to be repeated as a whole
     */
    void forget(UserId author, Collection<ConversationId> conversations, long position);
}
