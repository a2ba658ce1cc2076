package chat.parley.gateway.feed;

import chat.parley.access.Caller;
import chat.parley.distribution.EnvelopeJson;
import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import chat.parley.gateway.service.OnBehalf;
import chat.parley.gateway.service.ServiceClient;
import chat.parley.membership.Stay;
import chat.parley.membership.Stays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The query side in another process. */
final class HttpConversationFeed implements ConversationFeed {

    private final ServiceClient querySide;
    private final EnvelopeJson envelopes = new EnvelopeJson();
    private final JsonMapper json = JsonMapper.builder().build();

    HttpConversationFeed(ServiceClient querySide) {
        this.querySide = querySide;
    }

    @Override
    public FeedPage page(Caller caller, FeedRequest request) {
        JsonNode answer = querySide.post(caller, "/internal/feed", request);
        return new FeedPage(
                answer.required("head").asLong(),
                answer.required("reset").asBoolean(),
                answer.required("items").valueStream().map(envelopes::read).toList(),
                answer.path("page").stringValue(null));
    }

    @Override
    public Map<ConversationId, Stays> stays(List<ConversationId> conversations) {
        JsonNode answer = querySide
                .post(OnBehalf.nobody(), "/internal/conversations/stays", Map.of("conversations", conversations))
                .required("stays");
        Map<ConversationId, Stays> stays = new HashMap<>();
        answer.propertyStream()
                .forEach(each -> stays.put(
                        ConversationId.of(each.getKey()),
                        Stays.of(each.getValue()
                                .valueStream()
                                .map(stay -> json.treeToValue(stay, Stay.class))
                                .toList())));
        return stays;
    }

    @Override
    public List<UserId> peers(Caller caller) {
        return users(querySide.get(caller, "/internal/peers"), "peers");
    }

    @Override
    public List<UserId> everyPeer(Caller caller) {
        return users(querySide.get(caller, "/internal/peers/all"), "peers");
    }

    @Override
    public List<WaitingErasure> erasuresWaitingFor(String part) {
        return querySide
                .get(OnBehalf.nobody(), "/internal/erasures/waiting/" + part)
                .required("erasures")
                .valueStream()
                .map(each -> new WaitingErasure(
                        UserId.of(each.required("account").stringValue()),
                        each.required("position").asLong()))
                .toList();
    }

    private static List<UserId> users(JsonNode answer, String field) {
        return answer.required(field)
                .valueStream()
                .map(user -> UserId.of(user.stringValue()))
                .toList();
    }
}
