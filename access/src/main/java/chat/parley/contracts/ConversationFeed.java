package chat.parley.contracts;

import chat.parley.access.ServiceCaller;
import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import chat.parley.membership.Stays;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * What the gateway asks the query side, which answers from the log and the guard tables and never from a view. Every call may throw
 * {@link chat.parley.refusals.Refused}, with {@code UNAVAILABLE} where the query side cannot be reached.
 */
public interface ConversationFeed {

    /**
     * What the person may see of the log after these positions; the first page fixes the head up to which the others go. Refused with
     * {@code CURSOR_INVALID} for a page this did not give, {@code RANGE_INVALID} for a limit or too many positions.
     */
    @PostExchange("/internal/feed")
    FeedPage page(ServiceCaller caller, @RequestBody FeedRequest request);

    /**
     * Who was and is in each of these conversations, a thousand at most; those there are not are left out. It is asked on behalf of
     * nobody, to find out whom something concerns.
     */
    @PostExchange("/internal/conversations/stays")
    Map<ConversationId, Stays> stays(ServiceCaller nobody, @RequestBody List<ConversationId> conversations);

    /** Who shares a conversation with the person now: whom their presence concerns, and the other way round. */
    @GetExchange("/internal/peers")
    List<UserId> peers(ServiceCaller caller);

    /** The same however many they are, for what everyone of them has to be told. */
    @GetExchange("/internal/peers/all")
    List<UserId> everyPeer(ServiceCaller caller);

    /** The erasures for which a part of the gateway has not reported yet, oldest first, a thousand at most. */
    @GetExchange("/internal/erasures/waiting/{part}")
    List<WaitingErasure> erasuresWaitingFor(ServiceCaller caller, @PathVariable String part);
}
