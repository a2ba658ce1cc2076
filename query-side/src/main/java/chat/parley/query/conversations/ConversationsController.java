package chat.parley.query.conversations;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.events.ConversationId;
import chat.parley.query.freshness.Freshness;
import chat.parley.query.paging.Limit;
import chat.parley.query.paging.Page;
import chat.parley.query.visibility.ConversationAccess;
import chat.parley.refusals.Reason;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Conversations")
class ConversationsController {

    private static final int USUAL = 50;
    private static final int MOST = 100;

    private final ConversationAccess access;
    private final ConversationList list;
    private final ConversationViews views;
    private final Freshness freshness;

    ConversationsController(
            ConversationAccess access, ConversationList list, ConversationViews views, Freshness freshness) {
        this.access = access;
        this.list = list;
        this.views = views;
        this.freshness = freshness;
    }

    @GetMapping("/api/conversations")
    @Operation(
            operationId = "listConversations",
            summary = "My conversations: what one pinned first, and the one where something was last said first")
    @RefusedWith(Reason.RANGE_INVALID)
    Page<ConversationView> mine(
            Caller caller,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor,
            @RequestHeader(name = Freshness.HEADER, defaultValue = "0") long after) {
        int count = Limit.of(limit, USUAL, MOST);
        ConversationOrder.End before = ConversationOrder.End.of(cursor);
        freshness.ofLog(after);
        List<ConversationOrder> following = list.of(caller.user(), before, count + 1);
        boolean more = following.size() > count;
        List<ConversationOrder> page = more ? following.subList(0, count) : following;
        List<ConversationId> conversations =
                page.stream().map(ConversationOrder::conversation).toList();
        freshness.ofHistory(after, caller.user(), conversations);
        return new Page<>(
                views.of(caller.user(), conversations), more ? page.getLast().cursor() : null);
    }

    @GetMapping("/api/conversations/{conversation}")
    @Operation(operationId = "getConversation", summary = "One of my conversations")
    @RefusedWith(Reason.CONVERSATION_UNKNOWN)
    ConversationView one(
            Caller caller,
            @PathVariable("conversation") ConversationId id,
            @RequestHeader(name = Freshness.HEADER, defaultValue = "0") long after) {
        access.visible(id, caller.user());
        freshness.ofHistory(after, caller.user(), List.of(id));
        // Its members are known as soon as it is recorded, so it exists; the view will follow.
        return views.of(caller.user(), List.of(id)).stream().findFirst().orElseThrow(Freshness::behind);
    }
}
