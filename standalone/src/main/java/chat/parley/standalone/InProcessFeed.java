package chat.parley.standalone;

import chat.parley.access.Caller;
import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import chat.parley.gateway.feed.ConversationFeed;
import chat.parley.log.guard.Memberships;
import chat.parley.query.feed.Feed;
import java.util.List;

/** The gateway's way to the log and the guard tables in the same process. */
final class InProcessFeed implements ConversationFeed {

    private static final int MOST_PEERS = 500;

    private final Feed feed;
    private final Memberships memberships;

    InProcessFeed(Feed feed, Memberships memberships) {
        this.feed = feed;
        this.memberships = memberships;
    }

    @Override
    public FeedPage page(Caller caller, FeedRequest request) {
        var page = feed.page(
                caller.user(),
                new chat.parley.query.feed.FeedRequest(request.after(), request.page(), request.limit()));
        return new FeedPage(page.head(), page.reset(), page.items(), page.page());
    }

    @Override
    public List<UserId> members(Caller caller, ConversationId conversation) {
        return memberships.membersOf(conversation);
    }

    @Override
    public List<UserId> peers(Caller caller) {
        return memberships.peersOf(caller.user(), MOST_PEERS);
    }
}
