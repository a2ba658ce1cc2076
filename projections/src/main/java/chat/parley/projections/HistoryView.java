package chat.parley.projections;

import chat.parley.distribution.ConsumerGroup;
import chat.parley.events.AccountEvent;
import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversationStarted;
import chat.parley.events.Envelope;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageDeleted;
import chat.parley.events.MessageSent;
import chat.parley.events.MessagesDelivered;
import chat.parley.events.MessagesRead;
import chat.parley.events.Partition;
import chat.parley.events.StreamId;
import chat.parley.events.UnknownEvent;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.log.erasure.Erasures;
import chat.parley.views.Checkpoint;
import chat.parley.views.history.ConversationKind;
import chat.parley.views.history.HistoryChange;
import chat.parley.views.history.HistoryCheckpoints;
import chat.parley.views.history.HistorySweep;
import chat.parley.views.history.HistoryWriter;
import chat.parley.views.history.Message;
import chat.parley.views.history.ReceiptKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Conversations, messages and receipts. */
@Component
final class HistoryView implements View {

    private final EventLog log;
    private final HistoryWriter writer;
    private final HistorySweep sweep;
    private final HistoryCheckpoints checkpoints;
    private final Erasures erasures;

    HistoryView(
            EventLog log, HistoryWriter writer, HistorySweep sweep, HistoryCheckpoints checkpoints, Erasures erasures) {
        this.log = log;
        this.writer = writer;
        this.sweep = sweep;
        this.checkpoints = checkpoints;
        this.erasures = erasures;
    }

    @Override
    public ConsumerGroup group() {
        return ConsumerGroup.HISTORY;
    }

    @Override
    public List<StoredEvent> recorded(long position, int limit) {
        return log.readAfter(position, limit);
    }

    @Override
    public Checkpoint checkpoint(int queue) {
        return checkpoints.of(queue);
    }

    /** Events of accounts are nothing to it, apart from those that concern everyone. */
    @Override
    public boolean lacks(Envelope event) {
        boolean ours = !event.stream().category().equals(StreamId.ACCOUNT) || event.facets().everyPartition();
        return ours && View.isNewer(event);
    }

    @Override
    public void forget(UserId account, long position, int queue) {
        List<ConversationId> here = erasures.conversationsOf(account).stream()
                .filter(conversation -> group().queueOf(Partition.of(StreamId.conversation(conversation))) == queue)
                .toList();
        sweep.forget(account, here, position);
    }

    @Override
    public void store(List<Envelope> events) {
        writer.write(events.stream().flatMap(HistoryView::change).toList());
    }

    @Override
    public void store(List<Envelope> events, int queue, Checkpoint reached) {
        store(events);
        checkpoints.advance(queue, reached);
    }

    private static Stream<HistoryChange> change(Envelope it) {
        return switch (it.event()) {
            case DirectConversationStarted started -> Stream.of(started(it, started));
            case MessageSent sent -> Stream.of(new HistoryChange.Written(it.position(), message(it, sent)));
            case MessagesDelivered delivered ->
                Stream.of(new HistoryChange.Reached(
                        it.position(),
                        delivered.conversation(),
                        delivered.member(),
                        ReceiptKind.DELIVERED,
                        delivered.upTo(),
                        it.recorded()));
            case MessagesRead read ->
                Stream.of(new HistoryChange.Reached(
                        it.position(),
                        read.conversation(),
                        read.member(),
                        ReceiptKind.READ,
                        read.upTo(),
                        it.recorded()));
            case MessageDeleted deleted ->
                Stream.of(new HistoryChange.Deleted(
                        it.position(),
                        deleted.conversation(),
                        it.sequence(),
                        deleted.number(),
                        deleted.target(),
                        deleted.message(),
                        deleted.author()));
            case UnknownEvent _ -> counted(it);
            case AccountEvent _ -> Stream.empty();
        };
    }

    private static Stream<HistoryChange> counted(Envelope it) {
        return it.stream().category().equals(StreamId.CONVERSATION)
                ? Stream.of(new HistoryChange.Counted(
                        it.position(), ConversationId.of(it.stream().partitionKey()), it.sequence()))
                : Stream.empty();
    }

    private static HistoryChange started(Envelope it, DirectConversationStarted started) {
        return new HistoryChange.Started(
                it.position(),
                started.conversation(),
                it.sequence(),
                ConversationKind.DIRECT,
                Set.copyOf(started.members()),
                it.recorded());
    }

    private static Message message(Envelope it, MessageSent sent) {
        @Nullable MessageContent content = sent.content();
        return new Message(
                sent.conversation(),
                sent.number(),
                it.sequence(),
                sent.message(),
                sent.author(),
                content == null ? null : content.text(),
                false,
                it.recorded());
    }
}
