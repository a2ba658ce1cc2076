package chat.parley.gateway.resume;

import chat.parley.access.ServiceCaller;
import chat.parley.contracts.ConversationFeed;
import chat.parley.contracts.FeedPage;
import chat.parley.contracts.FeedRequest;
import chat.parley.distribution.ConsumerGroup;
import chat.parley.events.Envelope;
import chat.parley.gateway.delivery.Positions;
import chat.parley.gateway.frames.LogFrame;
import chat.parley.gateway.socket.ClientSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads missed events from the feed and sends them to a socket. */
@Component
class Replay {

    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);
    private static final int PAGE = 200;

    /**
     * The result of a replay.
     *
     * @param reset too much was missing to send it
     */
    record Outcome(long head, boolean reset) {

        Positions positions(@Nullable Positions from) {
            return from == null || reset ? Positions.all(ConsumerGroup.FANOUT.queues(), head) : from.atLeast(head);
        }
    }

    private final ConversationFeed feed;

    Replay(ConversationFeed feed) {
        this.feed = feed;
    }

    /** @param from what the client has; null for nothing, which only asks for the head */
    Outcome run(ClientSocket socket, @Nullable Positions from) throws InterruptedException {
        List<Long> after =
                from == null ? List.of() : Arrays.stream(from.toArray()).boxed().toList();
        ServiceCaller caller = new ServiceCaller(socket.caller());
        FeedPage page = feed.page(caller, new FeedRequest(after, null, PAGE));
        while (!page.reset() && from != null && pass(socket, from, page.items()) && page.page() != null) {
            page = feed.page(caller, new FeedRequest(after, page.page(), PAGE));
        }
        return new Outcome(page.head(), page.reset());
    }

    private static boolean pass(ClientSocket socket, Positions from, List<Envelope> items) throws InterruptedException {
        for (Envelope item : items) {
            Optional<LogFrame> frame = frame(item);
            if (frame.isPresent() && !socket.subscription().replay(from, frame.get())) {
                return false;
            }
        }
        return true;
    }

    /**
     * An event without a frame is left out: the client notices the gap in sequence and asks for it, and gets the rest
     * meanwhile.
     */
    private static Optional<LogFrame> frame(Envelope item) {
        try {
            return LogFrame.of(item);
        } catch (RuntimeException e) {
            LOG.error(
                    "the event at position {} cannot be told: {}",
                    item.position(),
                    e.getClass().getName());
            return Optional.empty();
        }
    }
}
