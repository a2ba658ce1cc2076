package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A member sent a message.
 *
 * @param number counts the conversation's messages from 1, without holes
 * @param message the id the client chose
 * @param replyTo the earlier message that this one answers; absent if it answers none
 * @param forwarded true where its author sent on what was said elsewhere, of which nothing is told; otherwise absent
 * @param content what was written; null once erased
 */
public record MessageSent(
        ConversationId conversation,
        long number,
        UserId author,
        MessageId message,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MessageReference replyTo,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean forwarded,
        @Nullable MessageContent content)
        implements ConversationEvent, Numbered, CarriesContent {

    /** A message of its author's own words. */
    public MessageSent(
            ConversationId conversation,
            long number,
            UserId author,
            MessageId message,
            @Nullable MessageReference replyTo,
            @Nullable MessageContent content) {
        this(conversation, number, author, message, replyTo, null, content);
    }

    /** A message that answers none. */
    public MessageSent(
            ConversationId conversation,
            long number,
            UserId author,
            MessageId message,
            @Nullable MessageContent content) {
        this(conversation, number, author, message, null, content);
    }

    @Override
    public Owner owner() {
        return new Owner.Person(author);
    }

    @Override
    public UserId actor() {
        return author;
    }
}
