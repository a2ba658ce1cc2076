package chat.parley.command.conversation;

import chat.parley.access.Caller;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.MessageSent;
import chat.parley.events.ParleyEvent;
import chat.parley.events.StreamId;
import chat.parley.events.UnknownEvent;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.log.guard.Memberships;
import chat.parley.membership.VisibleSequences;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Finds the message a command is about, which names it by id and sequence. It is read from the log, where a message's author, number
 * and existence never change: so nothing can come between this and the decision.
 */
@Component
public final class TargetMessages {

    private final Memberships memberships;
    private final EventLog log;

    TargetMessages(Memberships memberships, EventLog log) {
        this.memberships = memberships;
        this.log = log;
    }

    /**
     * @param sequence at which the message was recorded
     * @throws Refused {@link Reason#CONVERSATION_UNKNOWN} to whom it is not, {@link Reason#MESSAGE_UNKNOWN} where the caller can see no
     *     such message, {@link Reason#NEWER_EVENT} where what is there is of a type to come
     */
    public MessageSent of(Caller caller, ConversationId conversation, MessageId message, long sequence) {
        VisibleSequences visible = memberships.of(conversation, caller.user()).visibleTo(caller.user());
        if (visible.nothing()) {
            throw new Refused(Reason.CONVERSATION_UNKNOWN);
        }
        if (!visible.includes(sequence)) {
            throw new Refused(Reason.MESSAGE_UNKNOWN);
        }
        List<ParleyEvent> there = log.readStream(StreamId.conversation(conversation), sequence, 1).stream()
                .filter(stored -> stored.sequence() == sequence)
                .map(StoredEvent::event)
                .toList();
        if (there.stream().anyMatch(UnknownEvent.class::isInstance)) {
            throw new Refused(Reason.NEWER_EVENT);
        }
        return there.stream()
                .filter(MessageSent.class::isInstance)
                .map(MessageSent.class::cast)
                .filter(sent -> sent.message().equals(message))
                .findFirst()
                .orElseThrow(() -> new Refused(Reason.MESSAGE_UNKNOWN));
    }

    /**
     * A message of the caller's own.
     *
     * @throws Refused as {@link #of} does, and {@link Reason#NOT_THE_AUTHOR}
     */
    public MessageSent ownOf(Caller caller, ConversationId conversation, MessageId message, long sequence) {
        MessageSent target = of(caller, conversation, message, sequence);
        if (!target.author().equals(caller.user())) {
            throw new Refused(Reason.NOT_THE_AUTHOR);
        }
        return target;
    }
}
