package chat.parley.command.conversation;

import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversation;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.guard.Memberships;
import chat.parley.log.read.StreamQueries;
import chat.parley.membership.ReceiptLimits;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Caches facts about conversations that never become false: that someone has been a member, and that a message number
 * exists. In a direct conversation, having been a member means being one. Everything else is read from the guard tables and
 * the log.
 *
 * <p>A stranger is looked up each time, with the same query whether or not the conversation exists, so the time it takes
 * reveals nothing.
 */
@Component
public final class ConversationFactsCache {

    private static final int MOST = 100_000;
    private static final Duration SIZES_KEPT = Duration.ofSeconds(5);

    private record Participation(ConversationId conversation, UserId member) {}

    private final Memberships memberships;
    private final StreamQueries streams;
    private final Cache<Participation, Boolean> participations =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final Cache<ConversationId, Long> numbers =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private final Cache<ConversationId, Integer> sizes =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(SIZES_KEPT).build();

    ConversationFactsCache(Memberships memberships, StreamQueries streams) {
        this.memberships = memberships;
        this.streams = streams;
    }

    /** Whether someone is a member now. */
    public boolean isMember(ConversationId conversation, UserId user) {
        return DirectConversation.is(conversation) ? hasBeenMember(conversation, user) : ask(conversation, user);
    }

    /** Whether someone is or was a member. That is enough to let the aggregate answer. */
    public boolean hasBeenMember(ConversationId conversation, UserId user) {
        return participations.getIfPresent(new Participation(conversation, user)) != null || ask(conversation, user);
    }

    private boolean ask(ConversationId conversation, UserId user) {
        boolean present = memberships.of(conversation, user).present().contains(user);
        if (present) {
            participations.put(new Participation(conversation, user), true);
        }
        return present;
    }

    /** Whether a conversation has more members than receipts are shown to, as of a few seconds ago. */
    public boolean isLarge(ConversationId conversation) {
        if (DirectConversation.is(conversation)) {
            return false;
        }
        Integer size = sizes.get(conversation, memberships::sizeOf);
        return size != null && size > ReceiptLimits.MEMBERS;
    }

    /**
     * A lower bound of the conversation's last message number. It is at least the number that was asked for, if that message
     * exists.
     */
    public long lastNumber(ConversationId conversation, long askedFor) {
        Long known = numbers.getIfPresent(conversation);
        if (known != null && known >= askedFor) {
            return known;
        }
        long last = lastNumber(conversation);
        numbered(conversation, last);
        return last;
    }

    /** Learns that a message with this number is in the log. */
    public void numbered(ConversationId conversation, long number) {
        numbers.asMap().merge(conversation, number, Math::max);
    }

    /** Reads the newest numbered event, however many other events follow it. */
    private long lastNumber(ConversationId conversation) {
        StreamId stream = StreamId.conversation(conversation);
        StreamQueries.NumberedPlace last =
                streams.lastNumberedOf(List.of(stream)).get(stream);
        return last == null ? 0 : last.number();
    }
}
