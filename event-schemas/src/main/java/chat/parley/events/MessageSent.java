package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member sent a message.
 *
 * @param number counts the conversation's messages from 1, without holes
 * @param message the id the client chose
 * @param replyTo the earlier message that this one answers; absent if it answers none
 * @param thread its place in a thread in which it was written, and sent to the conversation too; absent if it is in none
 * @param forwarded true where its author sent on what was said elsewhere, of which nothing is told; otherwise absent
 * @param call what kind of call it stands for, which began to ring with it; absent of a message that someone wrote
 * @param attachments the ids of its files, in order; absent if it has none
 * @param content what was written; null once erased
 */
public record MessageSent(
        ConversationId conversation,
        long number,
        UserId author,
        MessageId message,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MessageReference replyTo,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable InThread thread,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean forwarded,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CallKind call,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<UploadId> attachments,

        @Nullable MessageContent content)
        implements SentMessage, Numbered {

    public MessageSent {
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }

    /** A message that someone wrote. */
    public MessageSent(
            ConversationId conversation,
            long number,
            UserId author,
            MessageId message,
            @Nullable MessageReference replyTo,
            @Nullable Boolean forwarded,
            @Nullable MessageContent content) {
        this(
                conversation,
                number,
                author,
                message,
                replyTo,
                null,
                forwarded,
                null,
                content == null
                        ? null
                        : content.attachments().stream().map(Attachment::id).toList(),
                content);
    }

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
        this(conversation, number, author, message, null, null, content);
    }

    /** A call that begins to ring. */
    public static MessageSent ringing(
            ConversationId conversation, long number, UserId author, MessageId message, CallKind call) {
        return new MessageSent(
                conversation, number, author, message, null, null, null, call, null, new MessageContent(""));
    }

    /** Empty if it has none. */
    @Override
    public List<UploadId> attachments() {
        return attachments == null ? List.of() : attachments;
    }
}
