package chat.parley.contracts;

import chat.parley.events.LinkPreviewId;
import chat.parley.events.Mention;
import chat.parley.events.MessageId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to send a message.
 *
 * @param message a UUIDv7 chosen by the author's client; a repetition is recognized by it for ever
 * @param text 1 to 2,000 characters; may be empty beside files
 * @param mentions who is mentioned and where in the text, which then has to be in NFC; those who are no members are left out
 * @param replyTo the sequence of the message of the same conversation that this one answers, or null
 * @param thread the sequence of the message in whose thread it is written, or null
 * @param alsoInConversation true if what is written in a thread is sent to the conversation too
 * @param forwarded true if its author sends on what was said elsewhere
 * @param link a preview that its author asked for a short while ago, to be shown with it; one that is not there any more is left out
 * @param attachments its files, in order
 */
public record NewMessage(
        @Required MessageId message,
        @Required String text,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<Mention> mentions,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long replyTo,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long thread,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean alsoInConversation,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean forwarded,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LinkPreviewId link,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<NewAttachment> attachments) {

    public static final int MOST_MENTIONS = 50;
    public static final int MOST_ATTACHMENTS = 10;

    public NewMessage {
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }

    /** Empty if it has none. */
    @Override
    public List<NewAttachment> attachments() {
        return attachments == null ? List.of() : attachments;
    }

    /** A message that answers none. */
    public NewMessage(MessageId message, String text) {
        this(message, text, null, null, null, null, null, null, null);
    }
}
