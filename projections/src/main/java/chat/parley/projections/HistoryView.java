package chat.parley.projections;

import chat.parley.distribution.ConsumerGroup;
import chat.parley.events.AccountEvent;
import chat.parley.events.AdmissionEvent;
import chat.parley.events.AltersGroup;
import chat.parley.events.AnnotatesMessage;
import chat.parley.events.BlocksEvent;
import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversationStarted;
import chat.parley.events.Envelope;
import chat.parley.events.FriendshipEvent;
import chat.parley.events.GroupCreated;
import chat.parley.events.GroupForgotten;
import chat.parley.events.InThread;
import chat.parley.events.MemberAdded;
import chat.parley.events.MemberLeft;
import chat.parley.events.MemberRemoved;
import chat.parley.events.MembersAdded;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageDeleted;
import chat.parley.events.MessageEdited;
import chat.parley.events.MessagePinned;
import chat.parley.events.MessageRequestsEvent;
import chat.parley.events.MessageSent;
import chat.parley.events.MessageUnpinned;
import chat.parley.events.MessagesDelivered;
import chat.parley.events.MessagesRead;
import chat.parley.events.PreferenceEvent;
import chat.parley.events.ReplySent;
import chat.parley.events.ReportEvent;
import chat.parley.events.SentMessage;
import chat.parley.events.SequenceRange;
import chat.parley.events.StreamId;
import chat.parley.events.UnknownEvent;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.log.row.SealedRows;
import chat.parley.views.Checkpoint;
import chat.parley.views.history.ConversationKind;
import chat.parley.views.history.HistoryChange;
import chat.parley.views.history.HistoryCheckpoints;
import chat.parley.views.history.HistoryWriter;
import chat.parley.views.history.ReceiptKind;
import chat.parley.views.history.SealedAnnotation;
import chat.parley.views.history.SealedMessage;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The history view: conversations, messages, annotations and receipts. */
@Component
final class HistoryView implements View {

    private static final int PAGE = 500;

    private final EventLog log;
    private final SealedRows rows;
    private final HistoryWriter writer;
    private final HistoryCheckpoints checkpoints;

    HistoryView(EventLog log, SealedRows rows, HistoryWriter writer) {
        this.log = log;
        this.rows = rows;
        this.writer = writer;
        this.checkpoints = writer.checkpoints();
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
    public Envelope envelope(StoredEvent event) {
        return rows.envelope(event);
    }

    @Override
    public Checkpoint checkpoint(int queue) {
        return checkpoints.of(queue);
    }

    /** It stores nothing of events of accounts, except those for every partition. */
    @Override
    public boolean lacks(Envelope event) {
        boolean ours = !event.stream().category().equals(StreamId.ACCOUNT)
                || event.facets().everyPartition();
        return ours && View.isNewer(event);
    }

    /** Nothing to do: content is stored encrypted with keys that are destroyed with the account. */
    @Override
    public void forget(UserId account, long position) {}

    @Override
    public void store(List<Envelope> events) {
        writer.write(events.stream().flatMap(this::change).toList());
    }

    @Override
    public void store(List<Envelope> events, int queue, Checkpoint reached) {
        store(events);
        checkpoints.advance(queue, reached);
    }

    private Stream<HistoryChange> change(Envelope it) {
        return switch (it.event()) {
            case DirectConversationStarted started ->
                Stream.of(started(it, started.conversation(), ConversationKind.DIRECT, null));
            case GroupCreated created ->
                Stream.of(started(it, created.conversation(), ConversationKind.GROUP, it.sequence()));
            case MemberAdded added ->
                Stream.of(new HistoryChange.Joined(
                        it.position(), added.conversation(), it.sequence(), added.member(), added.lastNumber()));
            case MembersAdded added ->
                added.members().stream()
                        .map(member -> new HistoryChange.Joined(
                                it.position(), added.conversation(), it.sequence(), member, added.lastNumber()));
            case MemberLeft _, MemberRemoved _, AltersGroup _, MessagePinned _, MessageUnpinned _ ->
                Stream.of(happened(it));
            case GroupForgotten _ -> Stream.concat(Stream.of(happened(it)), forgotten(it));
            case MessageSent sent ->
                Stream.concat(
                        Stream.of(new HistoryChange.Written(it.position(), message(it, sent), sent.author())),
                        besides(it, sent));
            case ReplySent reply ->
                Stream.concat(
                        Stream.of(new HistoryChange.Replied(it.position(), message(it, reply))), besides(it, reply));
            case MessagesDelivered delivered ->
                Stream.of(new HistoryChange.Reached(
                        it.position(),
                        delivered.conversation(),
                        delivered.member(),
                        ReceiptKind.DELIVERED,
                        delivered.upTo(),
                        delivered.disclosed(),
                        it.recorded()));
            case MessagesRead read ->
                Stream.of(new HistoryChange.Reached(
                        it.position(),
                        read.conversation(),
                        read.member(),
                        ReceiptKind.READ,
                        read.upTo(),
                        read.disclosed(),
                        it.recorded()));
            case MessageDeleted deleted ->
                Stream.concat(
                        Stream.of(new HistoryChange.Deleted(
                                it.position(),
                                deleted.conversation(),
                                it.sequence(),
                                deleted.number(),
                                deleted.target(),
                                row(it))),
                        unthreaded(it, deleted.conversation(), deleted.thread()));
            case MessageEdited edited -> Stream.concat(said(it, edited), mentioned(it, edited));
            case AnnotatesMessage about -> said(it, about);
            case UnknownEvent unknown ->
                unknown.stream().category().equals(StreamId.CONVERSATION)
                        ? Stream.concat(Stream.of(happened(it)), forgotten(it))
                        : Stream.empty();
            case AccountEvent _,
                    AdmissionEvent _,
                    BlocksEvent _,
                    FriendshipEvent _,
                    MessageRequestsEvent _,
                    PreferenceEvent _,
                    ReportEvent _ -> Stream.empty();
        };
    }

    /** Content erased by an event of ranges, or of an unknown type, is gone from the log: stores each message's row as it is there now. */
    private Stream<HistoryChange> forgotten(Envelope it) {
        return it.facets().forgets().stream()
                .flatMap(range -> events(it.stream(), range))
                .map(rows::envelope)
                .filter(event -> event.event() instanceof SentMessage)
                .flatMap(event -> {
                    SentMessage sent = (SentMessage) event.event();
                    return Stream.concat(
                            Stream.of(new HistoryChange.Deleted(
                                    it.position(),
                                    sent.conversation(),
                                    it.sequence(),
                                    sent.number(),
                                    event.sequence(),
                                    row(event))),
                            unthreaded(it, sent.conversation(), sent.thread()));
                });
    }

    private Stream<StoredEvent> events(StreamId stream, SequenceRange range) {
        return LongStream.iterate(range.first(), from -> from <= range.last(), from -> from + PAGE)
                .boxed()
                .flatMap(from -> log.readStream(stream, from, (int) Math.min(PAGE, range.last() - from + 1)).stream());
    }

    private static HistoryChange started(
            Envelope it, ConversationId conversation, ConversationKind kind, @Nullable Long named) {
        return new HistoryChange.Started(it.position(), conversation, it.sequence(), kind, named, it.recorded());
    }

    private static HistoryChange happened(Envelope it) {
        return new HistoryChange.Happened(
                it.position(), ConversationId.of(it.stream().partitionKey()), it.sequence());
    }

    /** Whom a message mentions, and its place in a thread. */
    private static Stream<HistoryChange> besides(Envelope it, SentMessage sent) {
        return Stream.concat(
                mentioned(it, sent).filter(change -> !change.members().isEmpty()),
                Stream.ofNullable(sent.thread()).map(place -> threaded(it, sent, place)));
    }

    private static HistoryChange threaded(Envelope it, SentMessage sent, InThread place) {
        MessageContent content = sent.content();
        Set<UserId> followers = new HashSet<>(content == null ? Set.of() : content.mentioned());
        followers.remove(UserId.EVERYONE);
        followers.add(sent.author());
        followers.add(place.author());
        return new HistoryChange.Threaded(
                it.position(),
                sent.conversation(),
                place.root().number(),
                place.number(),
                sent.number(),
                it.sequence(),
                sent.author(),
                it.recorded(),
                followers);
    }

    private static Stream<HistoryChange> unthreaded(
            Envelope it, ConversationId conversation, @Nullable InThread place) {
        return Stream.ofNullable(place)
                .map(there -> new HistoryChange.Unthreaded(
                        it.position(), conversation, there.root().number(), there.number()));
    }

    private static SealedMessage message(Envelope it, SentMessage sent) {
        return new SealedMessage(sent.conversation(), sent.number(), it.sequence(), it.recorded(), row(it));
    }

    private static Stream<HistoryChange> said(Envelope it, AnnotatesMessage about) {
        SealedAnnotation annotation = new SealedAnnotation(
                about.conversation(), about.number(), it.type().type(), about.member(), it.recorded(), row(it));
        return Stream.of(new HistoryChange.Said(it.position(), it.sequence(), annotation));
    }

    private static Stream<HistoryChange.Mentioned> mentioned(Envelope it, SentMessage sent) {
        return mentioned(it, sent.conversation(), sent.number(), sent.author(), sent.content());
    }

    /** Another text may mention others, or nobody any more. */
    private static Stream<HistoryChange.Mentioned> mentioned(Envelope it, MessageEdited edited) {
        return mentioned(it, edited.conversation(), edited.number(), edited.member(), edited.content());
    }

    private static Stream<HistoryChange.Mentioned> mentioned(
            Envelope it, ConversationId conversation, long number, UserId author, @Nullable MessageContent content) {
        Set<UserId> members = content == null ? Set.of() : content.mentioned();
        return Stream.of(new HistoryChange.Mentioned(it.position(), conversation, number, author, members));
    }

    /** An event without its row becomes a dead letter; when redelivered, it is read from the log with its row. */
    private static byte[] row(Envelope it) {
        String sealed = it.sealed();
        if (sealed == null) {
            throw new IllegalArgumentException("the event at position " + it.position() + " came without its row");
        }
        return Base64.getDecoder().decode(sealed);
    }
}
