package chat.parley.gateway.membership;

import chat.parley.access.Caller;
import chat.parley.contracts.ConversationFeed;
import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversation;
import chat.parley.events.Envelope;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.gateway.service.ServiceCallers;
import chat.parley.membership.MembershipHistory;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Caches the membership of recently used conversations: learned from passing events, and read from the guard table through
 * the feed if something is missing. Facts are only added, so the order of the two does not matter.
 */
@Component
public class MembershipCache {

    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int MOST_STAYS = 1_000_000;

    /**
     * What is known of one conversation.
     *
     * @param upTo every fact up to this sequence is known; later ones may be
     * @param asOf the time at which every existing fact was known
     */
    private record Known(MembershipHistory stays, long upTo, long asOf) {

        Known and(Known other) {
            return new Known(
                    stays.and(other.stays), Math.max(upTo, other.upTo), other.asOf - asOf > 0 ? other.asOf : asOf);
        }
    }

    private final ConversationFeed feed;
    private final Ticker clock;
    private final Cache<ConversationId, Known> cache = Caffeine.newBuilder()
            .maximumWeight(MOST_STAYS)
            .weigher((ConversationId _, Known known) -> 1 + known.stays().all().size())
            .build();
    /** What was known before this time is not considered current. */
    private volatile long trustedSince;

    @Autowired
    MembershipCache(ConversationFeed feed) {
        this(feed, Ticker.systemTicker());
    }

    MembershipCache(ConversationFeed feed, Ticker clock) {
        this.feed = feed;
        this.clock = clock;
        this.trustedSince = clock.read() - 1;
    }

    /**
     * Learns from events, which come in the order of their queue, and returns what is known of their conversations: for each
     * at least up to the newest of its own events here, and as of now if an event of another stream concerns it. What is
     * missing is read in one request.
     */
    public Map<ConversationId, MembershipHistory> concerning(Collection<Envelope> events) {
        Map<ConversationId, Known> known = new HashMap<>();
        Map<ConversationId, Long> needed = new HashMap<>();
        Set<ConversationId> neededNow = new HashSet<>();
        for (Envelope event : events) {
            ConversationId conversation = ConversationId.of(event.stream().partitionKey());
            if (event.stream().category().equals(StreamId.CONVERSATION)) {
                known.put(conversation, learn(conversation, event));
                needed.merge(conversation, event.sequence(), Math::max);
            } else {
                neededNow.add(conversation);
            }
        }
        neededNow.forEach(conversation -> known.computeIfAbsent(conversation, this::recalled));
        Set<ConversationId> lacking = new HashSet<>();
        known.forEach((conversation, facts) -> {
            boolean enough = facts.upTo() >= needed.getOrDefault(conversation, -1L)
                    && (!neededNow.contains(conversation) || isFresh(facts));
            if (!enough) {
                lacking.add(conversation);
            }
        });
        ask(lacking, needed).forEach((conversation, told) -> known.merge(conversation, told, Known::and));
        Map<ConversationId, MembershipHistory> stays = new HashMap<>();
        known.forEach((conversation, facts) -> stays.put(conversation, facts.stays()));
        return stays;
    }

    /** The members of a conversation, at most a second old; empty if there is no such conversation. */
    public Set<UserId> of(ConversationId conversation) {
        Known known = recalled(conversation);
        return (isFresh(known) ? known : asked(conversation)).stays().present();
    }

    /**
     * The members of a conversation that the caller belongs to; refused as unknown for anyone else. The guard table is asked about
     * every stranger, whatever is cached: the time it takes does not reveal whether others talk there.
     */
    public Set<UserId> ofOwn(Caller caller, ConversationId conversation) {
        Known known = recalled(conversation);
        boolean knownToBelong = isFresh(known) && known.stays().present().contains(caller.user());
        Set<UserId> members =
                (knownToBelong ? known : asked(conversation)).stays().present();
        if (!members.contains(caller.user())) {
            throw new Refused(Reason.CONVERSATION_UNKNOWN);
        }
        return members;
    }

    private Known asked(ConversationId conversation) {
        return ask(Set.of(conversation), Map.of()).getOrDefault(conversation, nothing());
    }

    /** Events may have been missed: nothing known so far is considered current. */
    public void missedEvents() {
        trustedSince = clock.read();
    }

    private Known learn(ConversationId conversation, Envelope event) {
        long sequence = event.sequence();
        MembershipHistory told = MembershipHistory.told(event.facets(), sequence);
        return Objects.requireNonNull(cache.asMap().compute(conversation, (_, before) -> {
            Known known = before == null ? nothing() : before;
            boolean next = known.upTo() >= sequence - 1;
            return settled(conversation, known.and(new Known(told, next ? sequence : -1, known.asOf())));
        }));
    }

    private Map<ConversationId, Known> ask(Set<ConversationId> conversations, Map<ConversationId, Long> recorded) {
        if (conversations.isEmpty()) {
            return Map.of();
        }
        long asked = clock.read();
        Map<ConversationId, MembershipHistory> answer = feed.stays(ServiceCallers.nobody(), List.copyOf(conversations));
        Map<ConversationId, Known> known = new HashMap<>();
        for (ConversationId conversation : conversations) {
            MembershipHistory stays = answer.getOrDefault(conversation, MembershipHistory.NONE);
            // The guard table has everything that is in the log, so the answer includes the event that caused this
            // request.
            long upTo = Math.max(stays.lastChange(), recorded.getOrDefault(conversation, -1L));
            Known told = settled(conversation, new Known(stays, upTo, asked));
            known.put(
                    conversation,
                    stays.equals(MembershipHistory.NONE)
                            ? told
                            : Objects.requireNonNull(cache.asMap().merge(conversation, told, Known::and)));
        }
        return Map.copyOf(known);
    }

    /** The members of a direct conversation never change. */
    private static Known settled(ConversationId conversation, Known known) {
        boolean complete = DirectConversation.is(conversation)
                && !known.stays().equals(MembershipHistory.NONE)
                && known.upTo() >= 0;
        return complete ? new Known(known.stays(), Long.MAX_VALUE, known.asOf()) : known;
    }

    private boolean isFresh(Known known) {
        return known.upTo() == Long.MAX_VALUE
                || (known.asOf() - trustedSince > 0 && clock.read() - known.asOf() <= FRESH_NANOS);
    }

    private Known recalled(ConversationId conversation) {
        Known known = cache.getIfPresent(conversation);
        return known == null ? nothing() : known;
    }

    private Known nothing() {
        return new Known(MembershipHistory.NONE, -1, clock.read() - FRESH_NANOS - 1);
    }
}
