package chat.parley.command.conversation.editmessage;

import chat.parley.command.conversation.MessageAnnotation;
import chat.parley.command.conversation.TargetMessages.AnnotatedMessage;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageEdited;
import chat.parley.events.SentMessage;
import chat.parley.events.UserId;
import chat.parley.log.StoredEvent;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.Optional;

/**
 * The author gives a message another text.
 *
 * @param sequence of the message in its conversation
 * @param last the newest edit before, if there is one
 * @param lastSequence of the newest edit before, or of the message itself
 * @param replaces the sequence of the text that the author saw when they wrote this one
 */
public record EditMessage(
        UserId member,
        long sequence,
        SentMessage message,
        Optional<MessageEdited> last,
        long lastSequence,
        long upTo,
        MessageContent content,
        long replaces)
        implements MessageAnnotation {

    static EditMessage of(AnnotatedMessage target, UserId member, MessageContent content, long replaces) {
        StoredEvent last = newest(target);
        return new EditMessage(
                member,
                target.sent().sequence(),
                target.message(),
                last.event() instanceof MessageEdited edit ? Optional.of(edit) : Optional.empty(),
                last.sequence(),
                target.upTo(),
                content,
                replaces);
    }

    /** The newest edit, or the message itself. */
    static StoredEvent newest(AnnotatedMessage target) {
        return target.about().isEmpty() ? target.sent() : target.about().getLast();
    }

    @Override
    public boolean takesBack() {
        return false;
    }

    @Override
    public boolean writes() {
        return true;
    }

    /** Whether the text is already as its author wants it, whichever they saw. */
    @Override
    public boolean changesNothing() {
        return isAuthor() && content.equals(last.map(MessageEdited::content).orElse(message.content()));
    }

    @Override
    public MessageEdited said() {
        if (!isAuthor()) {
            throw new Refused(Reason.NOT_THE_AUTHOR);
        }
        if (message.call() != null) {
            throw new Refused(Reason.NOT_A_TEXT);
        }
        if (replaces != lastSequence) {
            throw new Refused(Reason.EDITED_MEANWHILE);
        }
        return new MessageEdited(
                message.conversation(), message.number(), sequence, message.message(), member, content);
    }

    private boolean isAuthor() {
        return message.author().equals(member);
    }
}
