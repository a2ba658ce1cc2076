package chat.parley.contracts;

import chat.parley.access.ServiceCaller;
import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import chat.parley.membership.MembershipHistory;
import chat.parley.privacy.HiddenDetails;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * What the gateway reads from the query side, which answers from the log and the guard tables, never from a view. Every call
 * may throw {@link chat.parley.refusals.Refused}; with {@code UNAVAILABLE} if the query side cannot be reached.
 */
public interface ConversationFeed {

    /**
     * The events after these positions that the person may see. The first page fixes the head up to which all pages go.
     * Refused with {@code CURSOR_INVALID} for an unknown page, {@code RANGE_INVALID} for an invalid limit or too many
     * positions.
     */
    @PostExchange("/internal/feed")
    FeedPage page(ServiceCaller caller, @RequestBody FeedRequest request);

    /**
     * The past and present members of each conversation, a thousand conversations at most; unknown ones are left out. Not
     * asked on behalf of a person: the gateway uses it to find the audience of events.
     */
    @PostExchange("/internal/conversations/stays")
    Map<ConversationId, MembershipHistory> stays(ServiceCaller nobody, @RequestBody List<ConversationId> conversations);

    /**
     * The people who share a conversation with the person now: those who see their presence, and whose presence they see.
     */
    @GetExchange("/internal/peers")
    List<UserId> peers(ServiceCaller caller);

    /** As {@link #peers}, without a limit, for events that everyone of them must learn of. */
    @GetExchange("/internal/peers/all")
    List<UserId> everyPeer(ServiceCaller caller);

    /**
     * What is hidden from each of these people, a thousand at most, of those whom they look at. Not asked on behalf of a person, as
     * {@link #keepReceipts}.
     */
    @PostExchange("/internal/hidden")
    HiddenDetails hidden(ServiceCaller nobody, @RequestBody Map<UserId, Set<UserId>> looks);

    /** Those of these people who keep from groups what they have read, and so do not see it of others there. */
    @PostExchange("/internal/receipts/kept")
    Set<UserId> keepReceipts(ServiceCaller nobody, @RequestBody List<UserId> people);

    /** The erasures that a part of the gateway has not reported yet, oldest first, a thousand at most. */
    @GetExchange("/internal/erasures/waiting/{part}")
    List<PendingErasure> erasuresWaitingFor(ServiceCaller caller, @PathVariable String part);
}
