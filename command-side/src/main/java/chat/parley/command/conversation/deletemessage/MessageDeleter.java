package chat.parley.command.conversation.deletemessage;

import chat.parley.access.Caller;
import chat.parley.command.conversation.TargetMessages;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.command.engine.IdempotentDispatch;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.SentMessage;
import chat.parley.log.CommandId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import org.springframework.stereotype.Component;

/** Deletes messages for everyone, each once however often it is requested. */
@Component
public final class MessageDeleter {

    private final CommandDispatch dispatch;
    private final TargetMessages targets;
    private final EventLog log;

    MessageDeleter(CommandDispatch dispatch, TargetMessages targets, EventLog log) {
        this.dispatch = dispatch;
        this.targets = targets;
        this.log = log;
    }

    /**
     * A message is deleted once, whatever idempotency key is used: the message itself identifies the command.
     *
     * @param sequence at which the message was recorded
     * @throws Refused {@link Reason#CONVERSATION_UNKNOWN}, {@link Reason#MESSAGE_UNKNOWN}, {@link Reason#NOT_THE_AUTHOR},
     *     {@link Reason#MESSAGE_GONE} if someone else deleted it, {@link Reason#LEGAL_HOLD}, {@link Reason#CONFLICT}
     */
    public Deleted delete(Caller caller, ConversationId conversation, MessageId message, long sequence) {
        SentMessage target = targets.of(caller, conversation, message, sequence);
        CommandId id = CommandId.ofDeletion(target.author(), message);
        DeleteMessage command = new DeleteMessage(caller.user(), sequence, target);
        return IdempotentDispatch.send(log, target.stream(), id, () -> dispatch.send(command, caller, id))
                .map(deletion -> deleted(target, deletion))
                .orElseThrow(() -> new Refused(Reason.MESSAGE_GONE));
    }

    private static Deleted deleted(SentMessage target, StoredEvent deletion) {
        return new Deleted(
                target.conversation(),
                target.message(),
                deletion.sequence(),
                deletion.envelope().recorded(),
                deletion.position());
    }
}
