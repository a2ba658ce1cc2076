package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A member wrote in a thread, and not to the conversation: it is none of the messages that the conversation counts.
 *
 * @param number counts such messages of the conversation, in all of its threads, from -1 down without holes: so it is never that of a message
 *     of the conversation
 * @param message the id the client chose
 * @param thread where it is in which thread
 * @param replyTo the earlier message that this one quotes; absent if it quotes none
 * @param forwarded true where its author sent on what was said elsewhere, of which nothing is told; otherwise absent
 * @param content what was written; null once erased
 */
public record ReplySent(
        ConversationId conversation,
        long number,
        UserId author,
        MessageId message,
        InThread thread,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MessageReference replyTo,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean forwarded,
        @Nullable MessageContent content)
        implements SentMessage {

    @Override
    public @Nullable CallKind call() {
        return null;
    }
}
