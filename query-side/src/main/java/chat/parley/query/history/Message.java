package chat.parley.query.history;

import chat.parley.events.AnnotatesMessage;
import chat.parley.events.Attachment;
import chat.parley.events.CallKind;
import chat.parley.events.ConversationId;
import chat.parley.events.InThread;
import chat.parley.events.LinkPreview;
import chat.parley.events.Mention;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageEdited;
import chat.parley.events.MessageId;
import chat.parley.events.MessageReference;
import chat.parley.events.UserId;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A message as history shows it; it keeps its place when its text is gone.
 *
 * @param number counts the conversation's messages from 1; of one in a thread alone below zero
 * @param sequence its place in the conversation's stream
 * @param replyTo the message that it answers; null if it answers none, or was deleted
 * @param thread its place in a thread, also where it was deleted; null if it is in none
 * @param forwarded true where its author sent it on, and null otherwise or when it was deleted
 * @param call what kind of call it stands for; null for what someone wrote, and when it was deleted
 * @param text as its author has edited it last, of what is in {@code about}; null once it is gone
 * @param mentions the members whom that text mentions
 * @param attachments its files; none if it has none or is gone
 * @param link the page that it showed when it was sent; null if none, or once the text is gone
 * @param gone why there is no text; null while there is one
 * @param at when it was recorded, with microseconds
 * @param about its annotations, in the order in which they were made; empty if not requested
 */
public record Message(
        ConversationId conversation,
        long number,
        long sequence,
        MessageId message,
        UserId author,
        @Nullable MessageReference replyTo,
        @Nullable InThread thread,
        @Nullable Boolean forwarded,
        @Nullable CallKind call,
        @Nullable String text,
        List<Mention> mentions,
        List<Attachment> attachments,
        @Nullable LinkPreview link,
        @Nullable Gone gone,
        Instant at,
        List<About> about) {

    /** A member's newest annotation of one type. */
    public record About(long sequence, Instant at, AnnotatesMessage event) {}

    /** A message whose annotations were not requested. */
    Message(
            ConversationId conversation,
            long number,
            long sequence,
            MessageId message,
            UserId author,
            @Nullable MessageReference replyTo,
            @Nullable InThread thread,
            @Nullable Boolean forwarded,
            @Nullable CallKind call,
            @Nullable MessageContent content,
            @Nullable Gone gone,
            Instant at) {
        this(
                conversation,
                number,
                sequence,
                message,
                author,
                replyTo,
                thread,
                forwarded,
                call,
                content == null ? null : content.text(),
                content == null ? List.of() : content.mentions(),
                content == null ? List.of() : content.attachments(),
                content == null ? null : content.link(),
                gone,
                at,
                List.of());
    }

    Message with(List<About> saidAboutIt) {
        MessageContent edited = gone == null ? lastText(saidAboutIt) : null;
        return new Message(
                conversation,
                number,
                sequence,
                message,
                author,
                replyTo,
                thread,
                forwarded,
                call,
                edited == null ? text : edited.text(),
                edited == null ? mentions : edited.mentions(),
                attachments,
                link,
                gone,
                at,
                saidAboutIt);
    }

    private static @Nullable MessageContent lastText(List<About> about) {
        return about.stream()
                .flatMap(said -> Stream.ofNullable(said.event() instanceof MessageEdited edit ? edit.content() : null))
                .reduce((_, newer) -> newer)
                .orElse(null);
    }

    /** Why a message has no text. */
    public enum Gone {
        /** Deleted for everyone by its author. */
        DELETED,
        /** Its author was erased. */
        ERASED,
        /** The log itself is damaged there. */
        UNREADABLE;

        /** The code sent to clients. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
