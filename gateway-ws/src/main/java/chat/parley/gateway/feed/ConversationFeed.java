package chat.parley.gateway.feed;

import chat.parley.access.Caller;
import chat.parley.events.ConversationId;
import chat.parley.events.Envelope;
import chat.parley.events.UserId;
import chat.parley.membership.Stays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway asks the query side, which answers from the log and the guard tables and never from a view. Every call may throw
 * {@link chat.parley.refusals.Refused}, with {@code UNAVAILABLE} where the query side cannot be reached.
 */
public interface ConversationFeed {

    /** What the caller may see of the log after these positions; the first page fixes the head up to which the others go. */
    FeedPage page(Caller caller, FeedRequest request);

    /** Who was and is in each of these conversations; those there are not are left out. Asked on behalf of nobody. */
    Map<ConversationId, Stays> stays(List<ConversationId> conversations);

    /** Who shares a conversation with the caller now: whom their presence concerns, and the other way round. */
    List<UserId> peers(Caller caller);

    /** The same however many they are, for what everyone of them has to be told. */
    List<UserId> everyPeer(Caller caller);

    /** The erasures for which a part of the gateway has not reported yet, oldest first. */
    List<WaitingErasure> erasuresWaitingFor(String part);

    /** @param position of the event that records it */
    record WaitingErasure(UserId account, long position) {}

    /**
     * @param after one position for each equal share of the partitions; empty asks for the head alone
     * @param page what the page before named as the next, null for the first
     */
    record FeedRequest(List<Long> after, @Nullable String page, int limit) {}

    /**
     * @param head the log's last position when the first page was read
     * @param reset too much is missing, or the positions were never true: nothing is listed
     * @param items by conversation and within one in sequence; of receipts only the newest of each kind and member
     * @param page names the next page; null on the last
     */
    record FeedPage(
            long head,
            boolean reset,
            List<Envelope> items,
            @Nullable String page) {}
}
