package chat.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.access.Caller;
import chat.parley.access.ServiceCaller;
import chat.parley.distribution.EnvelopeJson;
import chat.parley.events.ConversationId;
import chat.parley.events.Envelope;
import chat.parley.events.EventId;
import chat.parley.events.LogId;
import chat.parley.events.MemberRole;
import chat.parley.events.MessagesRead;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.membership.MembershipHistory;
import chat.parley.membership.MembershipPeriod;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Against the query side's internal API. */
class FeedOverHttpTest {

    private static final UserId ALICE = new UserId(new UUID(1, 1));
    private static final ServiceCaller CALLER = new ServiceCaller(new Caller(ALICE, new SessionId(new UUID(2, 2))));
    private static final ConversationId CONVERSATION = new ConversationId(new UUID(3, 3));

    private final StubService querySide = new StubService();
    private final ConversationFeed feed = querySide.as(ConversationFeed.class);

    @AfterEach
    void stop() {
        querySide.close();
    }

    @Test
    void aPageHoldsEnvelopesAsTheyArePublishedAndNamesTheNext() {
        MessagesRead event = new MessagesRead(CONVERSATION, ALICE, 4, true);
        Envelope envelope = new Envelope(
                new EventId(new UUID(5, 5)), new LogId(new UUID(6, 6)), event.stream(), Instant.EPOCH, 7, 1, event);
        FeedPage page = new FeedPage(9, false, List.of(envelope), "more");
        String published = StubService.json(new EnvelopeJson().toTree(envelope));
        assertThat(StubService.json(page))
                .isEqualTo("{'head':9,'reset':false,'items':[%s],'page':'more'}".formatted(published));
        querySide.answering(200, "/internal/feed", JsonMapper.shared().writeValueAsString(page));
        assertThat(feed.page(CALLER, new FeedRequest(List.of(1L, 2L), null, 200)))
                .isEqualTo(page);
        assertThat(querySide.asked)
                .containsExactly("POST /internal/feed {\"after\":[1,2],\"page\":null,\"limit\":200}");
    }

    @Test
    void aLastPageNamesNone() {
        querySide.answering(200, "/internal/feed", "{'head':9,'reset':true,'items':[],'page':null}");
        assertThat(feed.page(CALLER, new FeedRequest(List.of(), null, 200)))
                .isEqualTo(new FeedPage(9, true, List.of(), null));
    }

    @Test
    void staysAreAskedForAllConversationsAtOnce() {
        MembershipHistory stays = MembershipHistory.of(List.of(
                new MembershipPeriod(ALICE, 0, 4L, 0, MemberRole.OWNER),
                new MembershipPeriod(ALICE, 7, null, 2, MemberRole.MEMBER)));
        String json = JsonMapper.shared().writeValueAsString(Map.of(CONVERSATION, stays));
        assertThat(json.replace('"', '\''))
                .isEqualTo(("{'%s':[{'member':'%s','joined':0,'left':4,'visibleFrom':0,'role':'owner'},"
                                + "{'member':'%s','joined':7,'visibleFrom':2,'role':'member'}]}")
                        .formatted(CONVERSATION, ALICE, ALICE));
        querySide.answering(200, "/internal/conversations/stays", json);
        assertThat(feed.stays(CALLER, List.of(CONVERSATION))).isEqualTo(Map.of(CONVERSATION, stays));
        assertThat(querySide.asked)
                .containsExactly("POST /internal/conversations/stays [\"%s\"]".formatted(CONVERSATION));
    }

    @Test
    void peersAndErasuresAreListed() {
        querySide.answering(200, "/internal/peers", "[]");
        querySide.answering(200, "/internal/peers/all", "['%s']".formatted(ALICE));
        querySide.answering(
                200, "/internal/erasures/waiting/fanout.2", "[{'account':'%s','position':7}]".formatted(ALICE));
        assertThat(feed.peers(CALLER)).isEmpty();
        assertThat(feed.everyPeer(CALLER)).containsExactly(ALICE);
        assertThat(feed.erasuresWaitingFor(CALLER, "fanout.2")).containsExactly(new PendingErasure(ALICE, 7));
    }
}
