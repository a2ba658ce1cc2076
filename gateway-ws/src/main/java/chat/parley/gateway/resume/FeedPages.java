package chat.parley.gateway.resume;

import chat.parley.access.ServiceCaller;
import chat.parley.contracts.ConversationFeed;
import chat.parley.contracts.FeedPage;
import chat.parley.contracts.FeedRequest;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * Asks for pages of the feed, a few at a time. When thousands of clients come back at once, all of their queries would wait for the few
 * connections of the database pool, where whoever waits for three seconds is refused and has to come again. Here they wait in the
 * order they came, nobody is refused, and commands still find a connection.
 */
@Component
class FeedPages {

    /** A database pool has ten connections. */
    static final int AT_ONCE = 6;

    private final ConversationFeed feed;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    FeedPages(ConversationFeed feed) {
        this.feed = feed;
    }

    FeedPage page(ServiceCaller caller, FeedRequest request) throws InterruptedException {
        turns.acquire();
        try {
            return feed.page(caller, request);
        } finally {
            turns.release();
        }
    }
}
