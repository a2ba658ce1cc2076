package chat.parley.command.conversation.sendmessage;

import chat.parley.command.text.MessageText;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageId;
import chat.parley.events.MessageReference;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import java.time.Instant;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Send a message to a conversation.
 *
 * @param forwarded whether its author sends on what was said elsewhere
 * @param content normalized and within its limits, see {@link MessageText}
 * @param replyTo the message that this one answers, which its author can see; or null
 * @param thread in which it is written; null for the conversation
 * @param alsoInConversation whether it is sent to the conversation too, if it is written in a thread
 * @param erased the people known to be erased when the message was sent
 * @param now when it is decided, for what ends at a time
 */
public record SendMessage(
        ConversationId conversation,
        UserId author,
        MessageId message,
        @Nullable MessageReference replyTo,
        @Nullable Root thread,
        boolean alsoInConversation,
        boolean forwarded,
        MessageContent content,
        Set<UserId> erased,
        Instant now) {

    /**
     * The message that a thread is about.
     *
     * @param message which is in no thread itself
     * @param author its author
     */
    public record Root(MessageReference message, UserId author) {}

    /** If nobody is erased or muted, and nothing answered. */
    public SendMessage(ConversationId conversation, UserId author, MessageId message, MessageContent content) {
        this(conversation, author, message, null, null, false, false, content, Set.of(), Instant.MAX);
    }

    /** To the conversation, in no thread. */
    public SendMessage(
            ConversationId conversation,
            UserId author,
            MessageId message,
            @Nullable MessageReference replyTo,
            boolean forwarded,
            MessageContent content,
            Set<UserId> erased,
            Instant now) {
        this(conversation, author, message, replyTo, null, false, forwarded, content, erased, now);
    }

    @TargetAggregateIdentifier
    StreamId stream() {
        return StreamId.conversation(conversation);
    }
}
