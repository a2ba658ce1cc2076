package chat.parley.gateway;

import chat.parley.access.Caller;
import chat.parley.distribution.Broker;
import chat.parley.distribution.ConfirmedPublisher;
import chat.parley.distribution.ConfirmedPublisher.Outgoing;
import chat.parley.distribution.ConsumerGroup;
import chat.parley.distribution.EnvelopeJson;
import chat.parley.distribution.Topology;
import chat.parley.events.AccountErased;
import chat.parley.events.AccountEvent;
import chat.parley.events.ConversationEvent;
import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversation;
import chat.parley.events.DirectConversationStarted;
import chat.parley.events.Envelope;
import chat.parley.events.EventId;
import chat.parley.events.EventName;
import chat.parley.events.Facets;
import chat.parley.events.LogId;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageDeleted;
import chat.parley.events.MessageId;
import chat.parley.events.MessageSent;
import chat.parley.events.MessagesDelivered;
import chat.parley.events.MessagesRead;
import chat.parley.events.ParleyEvent;
import chat.parley.events.ReadCursorEvent;
import chat.parley.events.StreamId;
import chat.parley.events.UnknownEvent;
import chat.parley.events.UserId;
import chat.parley.gateway.commands.Commands;
import chat.parley.gateway.feed.ConversationFeed;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stands in for the command side, the log, the relay and the query side: what it records it publishes to the real broker. */
final class TestLog implements Commands, ConversationFeed, AutoCloseable {

    private static final int MOST_MISSING = 5_000;

    private final LogId id = new LogId(UUID.randomUUID());
    private final EnvelopeJson json = new EnvelopeJson();
    private final List<Envelope> events = new ArrayList<>();
    private final Map<ConversationId, Set<UserId>> members = new HashMap<>();
    private final Map<StreamId, Long> sequences = new HashMap<>();
    private final Map<UserId, Long> erased = new HashMap<>();
    private final Map<UserId, Set<String>> forgotten = new HashMap<>();
    private final Map<ConversationId, Long> numbers = new HashMap<>();
    /** Whether the newest message came on a virtual thread. */
    volatile boolean sentOnVirtualThread;

    private @Nullable Connection connection;
    private @Nullable ConfirmedPublisher publisher;

    synchronized void publishThrough(Broker broker) throws IOException {
        if (publisher == null) {
            Connection fresh = broker.connect("test log");
            connection = fresh;
            broker.topology().declare(fresh.createChannel());
            publisher = new ConfirmedPublisher(fresh);
        }
    }

    /** After the broker was lost. */
    synchronized void publishAgainThrough(Broker broker) throws IOException {
        publisher = null;
        publishThrough(broker);
    }

    synchronized ConversationId startDirect(UserId one, UserId other) {
        ConversationId conversation = DirectConversation.between(one, other);
        members.put(conversation, Set.of(one, other));
        publish(record(new DirectConversationStarted(conversation, List.of(one, other), one)));
        return conversation;
    }

    /** As the guard tables would say after an event that let someone in and another out. */
    synchronized void setMembers(ConversationId conversation, UserId... present) {
        members.put(conversation, Set.of(present));
    }

    /** Recorded, and lost on its way to whoever should hear of it. */
    synchronized Envelope recordUnpublished(ConversationId conversation, UserId author, String text) {
        long number = numbers.merge(conversation, 1L, Long::sum);
        MessageId message = new MessageId(UUID.randomUUID());
        return record(new MessageSent(conversation, number, author, message, new MessageContent(text)));
    }

    synchronized Envelope say(ConversationId conversation, UserId author, String text) {
        Envelope envelope = recordUnpublished(conversation, author, text);
        publish(envelope);
        return envelope;
    }

    synchronized Envelope delete(Envelope sent) {
        MessageSent message = (MessageSent) sent.event();
        Envelope deleted = record(new MessageDeleted(
                message.conversation(), message.number(), sent.sequence(), message.message(), message.author()));
        publish(deleted);
        return deleted;
    }

    /** As a build would that knows more types of events. */
    synchronized Envelope recordNewer(ConversationId conversation, Facets facets) {
        StreamId stream = StreamId.conversation(conversation);
        EventName name = new EventName("parley.conversation.future", 1);
        Envelope newer = record(new UnknownEvent(stream, name, "{\"said\":\"something new\"}", facets));
        publish(newer);
        return newer;
    }

    /** Recorded, and on its way to nobody. */
    synchronized Envelope eraseUnpublished(UserId user) {
        Envelope envelope = record(new AccountErased(user));
        erased.put(user, envelope.position());
        return envelope;
    }

    synchronized Envelope erase(UserId user) {
        Envelope envelope = eraseUnpublished(user);
        publish(envelope);
        return envelope;
    }

    /** The parts that have reported. */
    synchronized Set<String> forgotten(UserId user) {
        return Set.copyOf(forgotten.getOrDefault(user, Set.of()));
    }

    @Override
    public synchronized void forgotten(UserId account, String part) {
        forgotten.computeIfAbsent(account, _ -> new HashSet<>()).add(part);
    }

    @Override
    public synchronized List<WaitingErasure> erasuresWaitingFor(String part) {
        return erased.entrySet().stream()
                .filter(each -> !forgotten.getOrDefault(each.getKey(), Set.of()).contains(part))
                .map(each -> new WaitingErasure(each.getKey(), each.getValue()))
                .toList();
    }

    @Override
    public synchronized List<UserId> everyPeer(Caller caller) {
        return peers(caller);
    }

    @Override
    public synchronized Sent send(Caller caller, ConversationId conversation, MessageId message, String text) {
        sentOnVirtualThread = Thread.currentThread().isVirtual();
        requireMember(caller, conversation);
        if (text.isEmpty()) {
            throw new Refused(Reason.TEXT_EMPTY);
        }
        long number = numbers.merge(conversation, 1L, Long::sum);
        Envelope sent = record(new MessageSent(conversation, number, caller.user(), message, new MessageContent(text)));
        publish(sent);
        return new Sent(conversation, message, sent.sequence(), number, sent.recorded(), sent.position());
    }

    @Override
    public synchronized Deleted delete(Caller caller, ConversationId conversation, MessageId message, long sequence) {
        requireMember(caller, conversation);
        MessageSent target = events.stream()
                .filter(event -> event.sequence() == sequence)
                .map(Envelope::event)
                .filter(MessageSent.class::isInstance)
                .map(MessageSent.class::cast)
                .filter(sent -> sent.message().equals(message))
                .findFirst()
                .orElseThrow(() -> new Refused(Reason.MESSAGE_UNKNOWN));
        Envelope deleted =
                record(new MessageDeleted(conversation, target.number(), sequence, message, target.author()));
        publish(deleted);
        return new Deleted(conversation, message, deleted.sequence(), deleted.position());
    }

    @Override
    public synchronized long markReceived(Caller caller, ConversationId conversation, long upTo) {
        requireMember(caller, conversation);
        return publish(record(new MessagesDelivered(conversation, caller.user(), upTo)));
    }

    @Override
    public synchronized long markRead(Caller caller, ConversationId conversation, long upTo) {
        requireMember(caller, conversation);
        return publish(record(new MessagesRead(conversation, caller.user(), upTo)));
    }

    @Override
    public synchronized FeedPage page(Caller caller, FeedRequest request) {
        long head = request.page() == null
                ? events.size()
                : Long.parseLong(request.page().split(":", 2)[0]);
        int from = request.page() == null ? 0 : Integer.parseInt(request.page().split(":", 2)[1]);
        if (request.after().isEmpty()) {
            return new FeedPage(head, false, List.of(), null);
        }
        List<Envelope> missing = missing(caller.user(), request.after(), head);
        if (missing.size() > MOST_MISSING || request.after().stream().anyMatch(position -> position > head)) {
            return new FeedPage(head, true, List.of(), null);
        }
        int to = Math.min(from + request.limit(), missing.size());
        return new FeedPage(head, false, missing.subList(from, to), to < missing.size() ? head + ":" + to : null);
    }

    @Override
    public synchronized List<UserId> members(Caller caller, ConversationId conversation) {
        return List.copyOf(members.getOrDefault(conversation, Set.of()));
    }

    @Override
    public synchronized List<UserId> peers(Caller caller) {
        Set<UserId> peers = new HashSet<>();
        members.values().stream().filter(each -> each.contains(caller.user())).forEach(peers::addAll);
        peers.remove(caller.user());
        return List.copyOf(peers);
    }

    private List<Envelope> missing(UserId user, List<Long> after, long head) {
        return events.stream()
                .filter(event -> concerns(user, event))
                .filter(event -> event.position() <= head
                        && event.position() > after.get(ConsumerGroup.FANOUT.queueOf(event.partition())))
                .sorted(Comparator.comparing((Envelope event) -> event.stream().partitionKey())
                        .thenComparing(Envelope::position))
                .toList();
    }

    private boolean concerns(UserId user, Envelope envelope) {
        return switch (envelope.event()) {
            case ConversationEvent event -> isMember(user, event.conversation());
            case ReadCursorEvent event -> isMember(user, event.conversation());
            case AccountEvent event ->
                members.values().stream().anyMatch(all -> all.contains(user) && all.contains(event.account()));
            case UnknownEvent unknown ->
                unknown.stream().category().equals(StreamId.CONVERSATION)
                        && isMember(user, ConversationId.of(unknown.stream().partitionKey()));
        };
    }

    private boolean isMember(UserId user, ConversationId conversation) {
        return members.getOrDefault(conversation, Set.of()).contains(user);
    }

    private void requireMember(Caller caller, ConversationId conversation) {
        if (!isMember(caller.user(), conversation)) {
            throw new Refused(Reason.CONVERSATION_UNKNOWN);
        }
    }

    private Envelope record(ParleyEvent event) {
        long sequence = sequences.merge(event.stream(), 1L, Long::sum) - 1;
        Envelope envelope = new Envelope(
                new EventId(UUID.randomUUID()),
                id,
                event.stream(),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                events.size() + 1L,
                sequence,
                event);
        events.add(envelope);
        return envelope;
    }

    private long publish(Envelope envelope) {
        ConfirmedPublisher out = publisher;
        if (out == null) {
            throw new IllegalStateException("no node was started");
        }
        try {
            out.publish(
                    List.of(new Outgoing(
                            Topology.EVENTS, envelope.routingKey(), Envelope.MEDIA_TYPE, true, json.write(envelope))),
                    true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return envelope.position();
    }

    @Override
    public synchronized void close() throws IOException {
        if (connection != null) {
            connection.close();
        }
    }
}
