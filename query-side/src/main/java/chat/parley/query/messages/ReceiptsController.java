package chat.parley.query.messages;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversation;
import chat.parley.events.UserId;
import chat.parley.log.guard.Memberships;
import chat.parley.log.guard.Sights;
import chat.parley.membership.MembershipHistory;
import chat.parley.membership.VisibleSequences;
import chat.parley.query.freshness.Freshness;
import chat.parley.query.history.History;
import chat.parley.query.history.Message;
import chat.parley.query.visibility.ConversationAccess;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.views.history.ReceiptTimes;
import chat.parley.views.history.Receipts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Messages")
class ReceiptsController {

    record MessageReceipts(long number, List<MemberReceipt> receipts) {}

    record MemberReceipt(
            UserId member,
            @Nullable Instant deliveredAt,
            @Nullable Instant readAt) {}

    private final ConversationAccess access;
    private final Memberships memberships;
    private final History history;
    private final Receipts receipts;
    private final Freshness freshness;
    private final Sights sights;

    ReceiptsController(
            ConversationAccess access,
            Memberships memberships,
            History history,
            Receipts receipts,
            Freshness freshness,
            Sights sights) {
        this.sights = sights;
        this.access = access;
        this.memberships = memberships;
        this.history = history;
        this.receipts = receipts;
        this.freshness = freshness;
    }

    @GetMapping("/api/conversations/{conversation}/messages/{number}/receipts")
    @Operation(operationId = "getReceipts", summary = "When a message was delivered to and read by each other member")
    @RefusedWith({Reason.CONVERSATION_UNKNOWN, Reason.MESSAGE_UNKNOWN})
    MessageReceipts of(
            Caller caller,
            @PathVariable("conversation") ConversationId id,
            @PathVariable long number,
            @RequestHeader(name = Freshness.HEADER, defaultValue = "0") long after) {
        VisibleSequences visible = access.visible(id, caller.user());
        freshness.ofHistory(after, caller.user(), List.of(id));
        Message message = history.at(id, number)
                .filter(found -> visible.includes(found.sequence()))
                .orElseThrow(() -> new Refused(Reason.MESSAGE_UNKNOWN));
        boolean receiptsShown = DirectConversation.is(id)
                || sights.keepReceipts(List.of(caller.user())).isEmpty();
        MembershipHistory stays = memberships.of(List.of(id)).getOrDefault(id, MembershipHistory.NONE);
        List<UserId> others = stays.present().stream()
                .filter(stays.audienceAt(message.sequence())::contains)
                .filter(member -> !member.equals(message.author()))
                .filter(member -> receiptsShown || member.equals(caller.user()))
                .sorted(Comparator.comparing(UserId::value))
                .toList();
        Map<UserId, ReceiptTimes> times = receipts.of(id, number, others);
        return new MessageReceipts(
                number,
                others.stream()
                        .map(member -> receipt(member, times.get(member)))
                        .toList());
    }

    private static MemberReceipt receipt(UserId member, @Nullable ReceiptTimes times) {
        return times == null
                ? new MemberReceipt(member, null, null)
                : new MemberReceipt(member, times.delivered(), times.read());
    }
}
