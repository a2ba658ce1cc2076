package chat.parley.standalone;

import chat.parley.access.Caller;
import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import chat.parley.gateway.feed.ConversationFeed;
import chat.parley.membership.Stays;
import chat.parley.query.feed.Feed;
import java.util.List;
import java.util.Map;

/** The gateway's way to the log and the guard tables in the same process. */
final class InProcessFeed implements ConversationFeed {

    private final Feed feed;

    InProcessFeed(Feed feed) {
        this.feed = feed;
    }

    @Override
    public FeedPage page(Caller caller, FeedRequest request) {
        var page = feed.page(
                caller.user(),
                new chat.parley.query.feed.FeedRequest(request.after(), request.page(), request.limit()));
        return new FeedPage(page.head(), page.reset(), page.items(), page.page());
    }

    @Override
    public Map<ConversationId, Stays> stays(List<ConversationId> conversations) {
        return feed.stays(conversations);
    }

    @Override
    public List<UserId> peers(Caller caller) {
        return feed.peers(caller.user());
    }

    @Override
    public List<UserId> everyPeer(Caller caller) {
        return feed.everyPeer(caller.user());
    }

    @Override
    public List<WaitingErasure> erasuresWaitingFor(String part) {
        return feed.erasuresWaitingFor(part).stream()
                .map(erasure -> new WaitingErasure(erasure.account(), erasure.position()))
                .toList();
    }
}
