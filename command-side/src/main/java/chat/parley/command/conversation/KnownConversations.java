package chat.parley.command.conversation;

import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversation;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.guard.Memberships;
import chat.parley.log.read.ManyStreams;
import chat.parley.membership.ReceiptLimits;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Answers about conversations that stay true once they are: that someone has taken part in one, which in a direct one, whose
 * members never change, is to take part, and that a message has its number. Those are remembered; everything else is asked of the
 * guard tables and the log. Who takes no part is asked about each time, by the same statement whether or not there is such a
 * conversation, and learns nothing from what it costs.
 */
@Component
public final class KnownConversations {

    private static final int MOST = 100_000;
    private static final Duration SIZES_KEPT = Duration.ofSeconds(5);

    private record Participation(ConversationId conversation, UserId member) {}

    private final Memberships memberships;
    private final ManyStreams streams;
    private final Cache<Participation, Boolean> participations =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final Cache<ConversationId, Long> numbers =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private final Cache<ConversationId, Integer> sizes =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(SIZES_KEPT).build();

    KnownConversations(Memberships memberships, ManyStreams streams) {
        this.memberships = memberships;
        this.streams = streams;
    }

    /** Whether someone is present in a conversation now. */
    public boolean isMember(ConversationId conversation, UserId user) {
        return DirectConversation.is(conversation) ? hasBeenMember(conversation, user) : ask(conversation, user);
    }

    /** Whether someone is present in a conversation or was at some time: enough to be answered by the conversation itself. */
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

    /** Whether there are more in a conversation, as of a few seconds ago, than are told of one another's receipts. */
    public boolean isLarge(ConversationId conversation) {
        if (DirectConversation.is(conversation)) {
            return false;
        }
        Integer size = sizes.get(conversation, memberships::sizeOf);
        return size != null && size > ReceiptLimits.MEMBERS;
    }

    /** A number not above that of the last message, and not below the one that is asked for if there is such a message. */
    public long lastNumber(ConversationId conversation, long askedFor) {
        Long known = numbers.getIfPresent(conversation);
        if (known != null && known >= askedFor) {
            return known;
        }
        long last = lastNumber(conversation);
        numbered(conversation, last);
        return last;
    }

    /** A message with this number is in the log. */
    public void numbered(ConversationId conversation, long number) {
        numbers.asMap().merge(conversation, number, Math::max);
    }

    /** In one look from the end of the stream, however many events took no number since. */
    private long lastNumber(ConversationId conversation) {
        StreamId stream = StreamId.conversation(conversation);
        ManyStreams.NumberedPlace last = streams.lastNumberedOf(List.of(stream)).get(stream);
        return last == null ? 0 : last.number();
    }
}
