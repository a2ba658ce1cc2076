package chat.parley.query.feed;

import chat.parley.access.ServiceCaller;
import chat.parley.distribution.EnvelopeJson;
import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import chat.parley.membership.Stay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The feed and the guard tables for gateways that run as processes of their own; service tokens only. */
@RestController
class FeedController {

    /** As {@link FeedPage}, with the envelopes in their published form. */
    record PageJson(
            long head,
            boolean reset,
            List<ObjectNode> items,
            @Nullable String page) {}

    record StaysRequest(List<ConversationId> conversations) {}

    record StaysJson(Map<ConversationId, List<Stay>> stays) {}

    record Peers(List<UserId> peers) {}

    record Waiting(List<WaitingErasure> erasures) {}

    record WaitingErasure(UserId account, long position) {}

    private final Feed feed;
    private final EnvelopeJson json = new EnvelopeJson();

    FeedController(Feed feed) {
        this.feed = feed;
    }

    @PostMapping("/internal/feed")
    PageJson feed(ServiceCaller caller, @RequestBody FeedRequest request) {
        FeedPage page = feed.page(caller.caller().user(), request);
        return new PageJson(
                page.head(),
                page.reset(),
                page.items().stream().map(json::toTree).toList(),
                page.page());
    }

    @PostMapping("/internal/conversations/stays")
    StaysJson stays(@SuppressWarnings("unused") ServiceCaller caller, @RequestBody StaysRequest request) {
        Map<ConversationId, List<Stay>> stays = new HashMap<>();
        feed.stays(request.conversations()).forEach((conversation, known) -> stays.put(conversation, known.all()));
        return new StaysJson(stays);
    }

    @GetMapping("/internal/peers")
    Peers peers(ServiceCaller caller) {
        return new Peers(feed.peers(caller.caller().user()));
    }

    @GetMapping("/internal/erasures/waiting/{part}")
    Waiting waiting(@SuppressWarnings("unused") ServiceCaller caller, @PathVariable String part) {
        return new Waiting(feed.erasuresWaitingFor(part).stream()
                .map(erasure -> new WaitingErasure(erasure.account(), erasure.position()))
                .toList());
    }

    @GetMapping("/internal/peers/all")
    Peers everyPeer(ServiceCaller caller) {
        return new Peers(feed.everyPeer(caller.caller().user()));
    }
}
