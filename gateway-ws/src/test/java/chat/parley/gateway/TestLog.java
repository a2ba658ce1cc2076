package chat.parley.gateway;

import chat.parley.access.Caller;
import chat.parley.access.ServiceCaller;
import chat.parley.contracts.CallDevices;
import chat.parley.contracts.Commands;
import chat.parley.contracts.ConversationFeed;
import chat.parley.contracts.CursorMoves;
import chat.parley.contracts.CursorRefused;
import chat.parley.contracts.CursorsMoved;
import chat.parley.contracts.ErasureReport;
import chat.parley.contracts.FeedPage;
import chat.parley.contracts.FeedRequest;
import chat.parley.contracts.NewMessage;
import chat.parley.contracts.PartiesOfCall;
import chat.parley.contracts.PendingErasure;
import chat.parley.contracts.Sent;
import chat.parley.distribution.Broker;
import chat.parley.distribution.ConfirmedPublisher;
import chat.parley.distribution.ConsumerGroup;
import chat.parley.distribution.EnvelopeJson;
import chat.parley.events.AccountErased;
import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversation;
import chat.parley.events.DirectConversationStarted;
import chat.parley.events.Envelope;
import chat.parley.events.EventId;
import chat.parley.events.EventName;
import chat.parley.events.Facets;
import chat.parley.events.GroupCreated;
import chat.parley.events.GroupDetails;
import chat.parley.events.GroupMember;
import chat.parley.events.Joined;
import chat.parley.events.LogId;
import chat.parley.events.MemberAdded;
import chat.parley.events.MemberRemoved;
import chat.parley.events.MemberRole;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageDeleted;
import chat.parley.events.MessageId;
import chat.parley.events.MessageSent;
import chat.parley.events.MessagesDelivered;
import chat.parley.events.MessagesRead;
import chat.parley.events.ParleyEvent;
import chat.parley.events.StreamId;
import chat.parley.events.UnknownEvent;
import chat.parley.events.UserId;
import chat.parley.membership.MembershipHistory;
import chat.parley.privacy.HiddenDetails;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Stands in for the command side, the log, the relay and the query side: what it records it publishes to the real broker. */
final class TestLog implements Commands, ConversationFeed, CallDevices {

    private static final int MOST_MISSING = 5_000;

    private final LogId id = new LogId(UUID.randomUUID());
    private final EnvelopeJson json = new EnvelopeJson();
    private final List<Envelope> events = new ArrayList<>();
    private final Map<ConversationId, MembershipHistory> stays = new HashMap<>();
    /** How often the stays of conversations were asked for, and in how many each time. */
    private final List<Integer> asked = new ArrayList<>();

    private final Map<StreamId, Long> sequences = new HashMap<>();
    private final Map<UserId, Long> erased = new HashMap<>();
    private final Map<UserId, Set<String>> forgotten = new HashMap<>();
    private final Map<ConversationId, Long> numbers = new HashMap<>();
    /** Whether nobody can be told who shares conversations with whom, and how often that was asked meanwhile. */
    volatile boolean peersAway;

    final AtomicInteger askedInVain = new AtomicInteger();
    /** Whether the newest message came on a virtual thread. */
    volatile boolean sentOnVirtualThread;

    /** The call that goes on, in whichever conversation is asked about. */
    volatile PartiesOfCall call = new PartiesOfCall(null, List.of(), false);

    private @Nullable ConfirmedPublisher publisher;

    @Override
    public PartiesOfCall parties(ServiceCaller nobody, ConversationId conversation) {
        return call;
    }

    synchronized void publishThrough(Broker broker) {
        if (publisher == null) {
            publishAgainThrough(broker);
        }
    }

    /** After the broker was lost. */
    synchronized void publishAgainThrough(Broker broker) {
        broker.declare();
        publisher = broker.publisher();
    }

    synchronized ConversationId startDirect(UserId one, UserId other) {
        UUID random = UUID.randomUUID();
        ConversationId conversation =
                DirectConversation.ofBits(random.getMostSignificantBits(), random.getLeastSignificantBits());
        publish(record(new DirectConversationStarted(conversation, List.of(one, other), one)));
        return conversation;
    }

    synchronized ConversationId createGroup(UserId owner, UserId... others) {
        ConversationId group = new ConversationId(UUID.randomUUID());
        List<GroupMember> members = new ArrayList<>(List.of(new GroupMember(owner, MemberRole.OWNER)));
        for (UserId other : others) {
            members.add(new GroupMember(other, MemberRole.MEMBER));
        }
        publish(record(new GroupCreated(group, members, owner, new GroupDetails("Tea party"))));
        return group;
    }

    /** Recorded, and on its way to nobody. */
    synchronized Envelope addUnpublished(ConversationId group, UserId member) {
        return record(new MemberAdded(group, member, MemberRole.MEMBER, member, numbers.getOrDefault(group, 0L)));
    }

    /** Recorded, and on its way to nobody. */
    synchronized Envelope removeUnpublished(ConversationId group, UserId member) {
        return record(new MemberRemoved(group, member, member));
    }

    /** An event of a later release, which says by its facets alone who comes and goes. */
    synchronized Envelope changeUnknown(ConversationId group, List<Joined> joins, List<UserId> leaves) {
        Facets facets = new Facets(Facets.Audience.MEMBERS, List.of(), null, joins, leaves, List.of(), false);
        EventName name = new EventName("parley.conversation.members-merged", 1);
        return record(new UnknownEvent(StreamId.conversation(group), name, "{}", facets));
    }

    synchronized int timesAsked() {
        return asked.size();
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
    public synchronized void forgotten(ServiceCaller caller, ErasureReport report) {
        forgotten.computeIfAbsent(report.account(), _ -> new HashSet<>()).add(report.part());
    }

    @Override
    public synchronized List<PendingErasure> erasuresWaitingFor(ServiceCaller caller, String part) {
        return erased.entrySet().stream()
                .filter(each -> !forgotten.getOrDefault(each.getKey(), Set.of()).contains(part))
                .map(each -> new PendingErasure(each.getKey(), each.getValue()))
                .toList();
    }

    @Override
    public synchronized List<UserId> everyPeer(ServiceCaller caller) {
        return peers(caller);
    }

    @Override
    public synchronized Sent send(Caller caller, ConversationId conversation, NewMessage asked) {
        MessageId message = asked.message();
        String text = asked.text();
        sentOnVirtualThread = Thread.currentThread().isVirtual();
        requireMember(caller, conversation);
        if (text.isEmpty()) {
            throw new Refused(Reason.TEXT_EMPTY);
        }
        long number = numbers.merge(conversation, 1L, Long::sum);
        Envelope sent = record(new MessageSent(conversation, number, caller.user(), message, new MessageContent(text)));
        publish(sent);
        return new Sent(conversation, message, sent.sequence(), number, null, sent.recorded(), sent.position(), false);
    }

    @Override
    public synchronized CursorsMoved moveCursors(Caller caller, CursorMoves moves) {
        Map<ConversationId, Long> all = moves.read() == null ? moves.received() : moves.read();
        List<CursorRefused> refused = new ArrayList<>();
        long position = 0;
        for (Map.Entry<ConversationId, Long> each : Objects.requireNonNull(all).entrySet()) {
            try {
                requireMember(caller, each.getKey());
                position = publish(record(
                        moves.read() == null
                                ? new MessagesDelivered(each.getKey(), caller.user(), each.getValue(), true)
                                : new MessagesRead(each.getKey(), caller.user(), each.getValue(), true)));
            } catch (Refused e) {
                refused.add(CursorRefused.of(each.getKey(), e));
            }
        }
        return new CursorsMoved(position, refused);
    }

    @Override
    public synchronized FeedPage page(ServiceCaller caller, FeedRequest request) {
        long head = request.page() == null
                ? events.size()
                : Long.parseLong(request.page().split(":", 2)[0]);
        int from = request.page() == null ? 0 : Integer.parseInt(request.page().split(":", 2)[1]);
        if (request.after().isEmpty()) {
            return new FeedPage(head, false, List.of(), null);
        }
        List<Envelope> missing = missing(caller.caller().user(), request.after(), head);
        if (missing.size() > MOST_MISSING || request.after().stream().anyMatch(position -> position > head)) {
            return new FeedPage(head, true, List.of(), null);
        }
        int to = Math.min(from + request.limit(), missing.size());
        return new FeedPage(head, false, missing.subList(from, to), to < missing.size() ? head + ":" + to : null);
    }

    @Override
    public synchronized Map<ConversationId, MembershipHistory> stays(
            ServiceCaller nobody, List<ConversationId> conversations) {
        asked.add(conversations.size());
        Map<ConversationId, MembershipHistory> found = new HashMap<>(stays);
        found.keySet().retainAll(conversations);
        return found;
    }

    @Override
    public HiddenDetails hidden(ServiceCaller nobody, Map<UserId, Set<UserId>> looks) {
        return HiddenDetails.NONE;
    }

    @Override
    public Set<UserId> keepReceipts(ServiceCaller nobody, List<UserId> people) {
        return Set.of();
    }

    @Override
    public synchronized List<UserId> peers(ServiceCaller caller) {
        if (peersAway) {
            askedInVain.incrementAndGet();
            throw new Refused(Reason.UNAVAILABLE);
        }
        Set<UserId> peers = new HashSet<>();
        stays.values().stream()
                .map(MembershipHistory::present)
                .filter(each -> each.contains(caller.caller().user()))
                .forEach(peers::addAll);
        peers.remove(caller.caller().user());
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
        UUID key = UUID.fromString(envelope.stream().partitionKey());
        MembershipHistory known = stays.getOrDefault(new ConversationId(key), MembershipHistory.NONE);
        return switch (envelope.facets().audience()) {
            case MEMBERS ->
                envelope.stream().category().equals(StreamId.CONVERSATION)
                        ? known.audienceAt(envelope.sequence()).contains(user)
                        : known.present().contains(user);
            case PEERS ->
                stays.values().stream()
                        .map(MembershipHistory::present)
                        .anyMatch(all -> all.contains(user) && all.contains(new UserId(key)));
            case PEOPLE -> envelope.facets().people().contains(user);
            case NOBODY -> false;
        };
    }

    private boolean isMember(UserId user, ConversationId conversation) {
        return stays.getOrDefault(conversation, MembershipHistory.NONE)
                .present()
                .contains(user);
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
        if (envelope.facets().changesMembership()) {
            stays.merge(
                    ConversationId.of(event.stream().partitionKey()),
                    MembershipHistory.told(envelope.facets(), sequence),
                    MembershipHistory::and);
        }
        return envelope;
    }

    long publish(Envelope envelope) {
        ConfirmedPublisher out = publisher;
        if (out == null) {
            throw new IllegalStateException("no node was started");
        }
        out.publish(List.of(json.outgoing(envelope)), true);
        return envelope.position();
    }
}
