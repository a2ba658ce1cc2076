package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Someone read on in a thread, or chose whether to follow it. Their devices are told, and nobody else; the newest event of such a stream says
 * all of it.
 *
 * @param root the message that the thread is about
 * @param following whether they chose to follow it; absent where they left it to whether they write there, are mentioned or began it
 * @param readUpTo every message of the thread up to this number was shown to them; 0 before the first
 */
public record ThreadMarked(
        ConversationId conversation,
        UserId member,
        MessageReference root,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean following,
        long readUpTo)
        implements PreferenceEvent {

    @Override
    public StreamId stream() {
        return StreamId.thread(conversation, member, root.number());
    }
}
