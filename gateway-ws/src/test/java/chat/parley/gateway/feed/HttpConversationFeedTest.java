package chat.parley.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.access.Caller;
import chat.parley.distribution.EnvelopeJson;
import chat.parley.events.ConversationId;
import chat.parley.events.Envelope;
import chat.parley.events.EventId;
import chat.parley.events.LogId;
import chat.parley.events.MessagesRead;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.gateway.feed.ConversationFeed.FeedPage;
import chat.parley.gateway.feed.ConversationFeed.FeedRequest;
import chat.parley.gateway.service.StubService;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against the query side's internal API. */
class HttpConversationFeedTest {

    private static final UserId ALICE = new UserId(new UUID(1, 1));
    private static final Caller CALLER = new Caller(ALICE, new SessionId(new UUID(2, 2)));
    private static final ConversationId CONVERSATION = new ConversationId(new UUID(3, 3));

    private final StubService querySide = new StubService();
    private final ConversationFeed feed = new HttpConversationFeed(querySide.client());

    @AfterEach
    void stop() {
        querySide.close();
    }

    @Test
    void aPageHoldsEnvelopesAndNamesTheNext() {
        MessagesRead event = new MessagesRead(CONVERSATION, ALICE, 4, true);
        Envelope envelope = new Envelope(
                new EventId(new UUID(5, 5)), new LogId(new UUID(6, 6)), event.stream(), Instant.EPOCH, 7, 1, event);
        querySide.answering(
                200,
                "/internal/feed",
                "{'head':9,'reset':false,'items':[%s],'page':'more'}"
                        .formatted(StubService.json(new EnvelopeJson().toTree(envelope))));
        assertThat(feed.page(CALLER, new FeedRequest(List.of(1L, 2L), null, 200)))
                .isEqualTo(new FeedPage(9, false, List.of(envelope), "more"));
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
    void membersAndPeersAreListed() {
        querySide.answering(
                200, "/internal/conversations/" + CONVERSATION + "/members", "{'members':['%s']}".formatted(ALICE));
        querySide.answering(200, "/internal/peers", "{'peers':[]}");
        assertThat(feed.members(CALLER, CONVERSATION)).containsExactly(ALICE);
        assertThat(feed.peers(CALLER)).isEmpty();
    }

    @Test
    void erasuresAndThoseToTellOfThemAreListed() {
        querySide.answering(200, "/internal/peers/all", "{'peers':['%s']}".formatted(ALICE));
        querySide.answering(
                200,
                "/internal/erasures/waiting/fanout.2",
                "{'erasures':[{'account':'%s','position':7}]}".formatted(ALICE));
        assertThat(feed.everyPeer(CALLER)).containsExactly(ALICE);
        assertThat(feed.erasuresWaitingFor("fanout.2")).containsExactly(new ConversationFeed.WaitingErasure(ALICE, 7));
    }

    @Test
    void aConversationThatIsNotThereHasNoMembers() {
        querySide.answering(
                404,
                "/internal/conversations/" + CONVERSATION + "/members",
                "{'code':'conversation_unknown','detail':'There is no such conversation.'}");
        assertThat(feed.members(CALLER, CONVERSATION)).isEmpty();
    }
}
