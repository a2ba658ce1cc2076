package chat.parley.query.messages;

import chat.parley.events.AnnotatesMessage;
import chat.parley.events.Attachment;
import chat.parley.events.CallKind;
import chat.parley.events.EventName;
import chat.parley.events.InThread;
import chat.parley.events.LinkPreview;
import chat.parley.events.Mention;
import chat.parley.events.MessageId;
import chat.parley.events.MessageReference;
import chat.parley.events.UserId;
import chat.parley.query.history.Message;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as history shows it.
 *
 * @param number counts the conversation's messages from 1; of one in a thread alone below zero
 * @param replyTo the message of this conversation that it answers; absent if it answers none
 * @param thread its place in a thread; absent if it is in none
 * @param replies what there is in the thread about it; absent where there is none
 * @param call what kind of call it stands for; absent for what someone wrote
 * @param text as its author edited it last; null once it is gone
 * @param link the page that it showed when it was sent; absent if none
 * @param gone why there is no text any more; absent while there is one
 * @param about what members say about it, in the order in which they said it; absent where nobody says anything
 */
record MessageView(
        long number,
        long sequence,
        MessageId message,
        UserId author,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MessageReference replyTo,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable InThread thread,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Replies replies,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean forwarded,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CallKind call,

        @Nullable String text,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Mention> mentions,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Attachment> attachments,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LinkPreview link,
        @JsonInclude(JsonInclude.Include.NON_NULL) Message.@Nullable Gone gone,
        Instant at,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<AboutView> about) {

    /**
     * The newest of its kind that a member said about a message, as the event that says it.
     *
     * @param sequence of the event: a later one of this member and name takes its place
     * @param name of the event, as in its own view
     */
    record AboutView(long sequence, Instant at, String name, AnnotatesMessage data) {

        static AboutView of(Message.About about) {
            return new AboutView(
                    about.sequence(), about.at(), EventName.of(about.event()).routed(), about.event());
        }
    }

    static MessageView of(Message message, @Nullable Replies replies) {
        return new MessageView(
                message.number(),
                message.sequence(),
                message.message(),
                message.author(),
                message.replyTo(),
                message.thread(),
                replies,
                message.forwarded(),
                message.call(),
                message.text(),
                message.mentions(),
                message.attachments(),
                message.link(),
                message.gone(),
                message.at(),
                message.about().stream().map(AboutView::of).toList());
    }
}
