package chat.parley.query.conversations;

import chat.parley.access.Caller;
import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import chat.parley.query.freshness.Freshness;
import chat.parley.query.history.History;
import chat.parley.query.history.Message;
import chat.parley.query.paging.Limit;
import chat.parley.query.paging.Page;
import chat.parley.query.people.People;
import chat.parley.query.people.Person;
import chat.parley.query.visibility.ConversationAccess;
import chat.parley.views.history.ConversationHead;
import chat.parley.views.history.ConversationHeads;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
    private final ConversationHeads heads;
    private final History history;
    private final People people;
    private final Freshness freshness;

    ConversationsController(
            ConversationAccess access, ConversationHeads heads, History history, People people, Freshness freshness) {
        this.access = access;
        this.heads = heads;
        this.history = history;
        this.people = people;
        this.freshness = freshness;
    }

    @GetMapping("/api/conversations")
    @Operation(summary = "My conversations, the one where something was last said first")
    Page<ConversationView> mine(
            Caller caller,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor,
            @RequestHeader(name = Freshness.HEADER, defaultValue = "0") long after) {
        int count = Limit.of(limit, USUAL, MOST);
        @Nullable ConversationOrder last = ConversationOrder.parse(cursor);
        List<ConversationId> conversations = access.conversationsOf(caller.user());
        freshness.ofHistory(after, conversations);
        List<ConversationHead> following = heads.of(conversations).values().stream()
                .filter(head -> last == null || ConversationOrder.of(head).compareTo(last) > 0)
                .sorted(Comparator.comparing(ConversationOrder::of))
                .limit(count + 1L)
                .toList();
        boolean more = following.size() > count;
        List<ConversationHead> page = more ? following.subList(0, count) : following;
        return new Page<>(
                views(page, caller.user()),
                more ? ConversationOrder.of(page.getLast()).cursor() : null);
    }

    @GetMapping("/api/conversations/{id}")
    @Operation(summary = "One of my conversations")
    ConversationView one(
            Caller caller,
            @PathVariable ConversationId id,
            @RequestHeader(name = Freshness.HEADER, defaultValue = "0") long after) {
        access.visible(id, caller.user());
        freshness.ofHistory(after, List.of(id));
        ConversationHead head = heads.of(List.of(id)).get(id);
        if (head == null) {
            // Its members are known from the moment it is recorded, so it is there; the view will follow.
            throw Freshness.behind();
        }
        return views(List.of(head), caller.user()).getFirst();
    }

    private List<ConversationView> views(List<ConversationHead> page, UserId viewer) {
        Map<UserId, Person> members =
                people.of(page.stream().flatMap(head -> head.members().stream()).collect(Collectors.toSet()));
        Map<ConversationId, Message> last = history.newest(
                page.stream().collect(Collectors.toMap(ConversationHead::conversation, ConversationHead::lastNumber)));
        return page.stream()
                .map(head -> ConversationView.of(head, last.get(head.conversation()), viewer, members))
                .toList();
    }
}
