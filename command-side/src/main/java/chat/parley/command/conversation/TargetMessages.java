package chat.parley.command.conversation;

import chat.parley.access.Caller;
import chat.parley.events.ConversationId;
import chat.parley.events.EventType;
import chat.parley.events.MessageId;
import chat.parley.events.SentMessage;
import chat.parley.events.StreamId;
import chat.parley.events.UnknownEvent;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.log.guard.Memberships;
import chat.parley.log.read.StreamQueries;
import chat.parley.membership.VisibleSequences;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds the message that a command names by id and sequence. It is read from the log, where author and number never change,
 * so the decision cannot be invalidated meanwhile.
 */
@Component
public final class TargetMessages {

    /**
     * A message with its annotations.
     *
     * @param about for each member, the newest event of one type
     * @param upTo all annotations up to this sequence are included
     */
    public record AnnotatedMessage(StoredEvent sent, List<StoredEvent> about, long upTo) {

        public SentMessage message() {
            return (SentMessage) sent.event();
        }
    }

    private final Memberships memberships;
    private final EventLog log;
    private final StreamQueries streams;

    TargetMessages(Memberships memberships, EventLog log, StreamQueries streams) {
        this.memberships = memberships;
        this.log = log;
        this.streams = streams;
    }

    /**
     * @param sequence at which the message was recorded
     * @throws Refused {@link Reason#CONVERSATION_UNKNOWN} if the caller is not a member, {@link Reason#MESSAGE_UNKNOWN} if
     *     the caller can see no such message, {@link Reason#NEWER_EVENT} if the event there is of a newer type
     */
    public SentMessage of(Caller caller, ConversationId conversation, MessageId message, long sequence) {
        return (SentMessage) stored(caller, conversation, message, sequence).event();
    }

    /**
     * The message at a sequence, if the caller can see one there.
     *
     * @throws Refused {@link Reason#CONVERSATION_UNKNOWN} if the caller is not a member, {@link Reason#NEWER_EVENT}
     */
    public Optional<SentMessage> find(Caller caller, ConversationId conversation, long sequence) {
        return there(caller, conversation, sequence)
                .filter(stored -> stored.event() instanceof SentMessage)
                .map(stored -> (SentMessage) stored.event());
    }

    /**
     * As {@link #of}, with the annotations of one type. They may change at any time: the aggregate accepts a decision only
     * if no annotation was recorded since.
     */
    public AnnotatedMessage annotated(
            Caller caller, ConversationId conversation, MessageId message, long sequence, EventType type) {
        StoredEvent sent = stored(caller, conversation, message, sequence);
        StreamId stream = sent.envelope().stream();
        long upTo = Objects.requireNonNull(streams.newestOf(List.of(stream)).get(stream))
                .sequence();
        return new AnnotatedMessage(sent, streams.about(stream, sequence, type), upTo);
    }

    private StoredEvent stored(Caller caller, ConversationId conversation, MessageId message, long sequence) {
        return there(caller, conversation, sequence)
                .filter(stored -> stored.event() instanceof SentMessage sent
                        && sent.message().equals(message))
                .orElseThrow(() -> new Refused(Reason.MESSAGE_UNKNOWN));
    }

    private Optional<StoredEvent> there(Caller caller, ConversationId conversation, long sequence) {
        VisibleSequences visible = memberships.of(conversation, caller.user()).visibleTo(caller.user());
        if (visible.nothing()) {
            throw new Refused(Reason.CONVERSATION_UNKNOWN);
        }
        if (!visible.includes(sequence)) {
            return Optional.empty();
        }
        Optional<StoredEvent> there = log.readStream(StreamId.conversation(conversation), sequence, 1).stream()
                .filter(stored -> stored.sequence() == sequence)
                .findFirst();
        if (there.isPresent() && there.get().event() instanceof UnknownEvent) {
            throw new Refused(Reason.NEWER_EVENT);
        }
        return there;
    }
}
