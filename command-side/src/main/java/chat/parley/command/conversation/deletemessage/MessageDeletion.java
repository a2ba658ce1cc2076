package chat.parley.command.conversation.deletemessage;

import chat.parley.access.Caller;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.MessageSent;
import chat.parley.events.ParleyEvent;
import chat.parley.events.StreamId;
import chat.parley.events.UnknownEvent;
import chat.parley.log.AlreadyRecorded;
import chat.parley.log.CommandId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.log.guard.Memberships;
import chat.parley.log.guard.VisibleSequences;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.List;
import org.springframework.stereotype.Component;

/** Deletes messages for everyone, each once however often it is asked for. */
@Component
public final class MessageDeletion {

    private final CommandDispatch dispatch;
    private final Memberships memberships;
    private final EventLog log;

    MessageDeletion(CommandDispatch dispatch, Memberships memberships, EventLog log) {
        this.dispatch = dispatch;
        this.memberships = memberships;
        this.log = log;
    }

    /**
     * @param sequence at which the message was recorded
     * @throws Refused {@link Reason#CONVERSATION_UNKNOWN}, {@link Reason#MESSAGE_UNKNOWN}, {@link Reason#NOT_THE_AUTHOR},
     *     {@link Reason#LEGAL_HOLD}, {@link Reason#CONFLICT}
     */
    public Deleted delete(Caller caller, ConversationId conversation, MessageId message, long sequence) {
        MessageSent target = target(caller, conversation, message, sequence);
        CommandId id = CommandId.ofDeletion(caller.user(), message);
        try {
            List<StoredEvent> recorded = dispatch.send(new DeleteMessage(caller.user(), sequence, target), caller, id);
            return deleted(target, recorded.isEmpty() ? firstTime(conversation, id) : recorded.getFirst());
        } catch (AlreadyRecorded before) {
            return deleted(target, firstTime(conversation, id));
        }
    }

    /** From the log, where who wrote a message never changes: so nothing can come between this and the decision. */
    private MessageSent target(Caller caller, ConversationId conversation, MessageId message, long sequence) {
        VisibleSequences visible = memberships.visibleTo(conversation, caller.user());
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

    private StoredEvent firstTime(ConversationId conversation, CommandId id) {
        return log.findByCommand(StreamId.conversation(conversation), id)
                .orElseThrow(() -> new IllegalStateException("deleted and its deletion is not to be found"));
    }

    private static Deleted deleted(MessageSent target, StoredEvent deletion) {
        return new Deleted(
                target.conversation(),
                target.message(),
                deletion.sequence(),
                deletion.envelope().recorded(),
                deletion.position());
    }
}
