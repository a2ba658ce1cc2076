package chat.parley.gateway.fanout;

import chat.parley.gateway.node.SequencedNodePublisher;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.amqp.AmqpTimeoutException;
import org.springframework.stereotype.Component;

/**
 * A node that takes over a fan-out queue serves its own sockets directly from then on. Messages from the previous node may
 * still wait in this node's own queue; if newer events overtook them, they would look like repeats. So a barrier goes
 * through that queue first.
 */
@Component
class Takeover {

    private static final Duration ARRIVES_WITHIN = Duration.ofSeconds(5);

    private final Map<UUID, CountDownLatch> awaited = new ConcurrentHashMap<>();

    /** Returns when everything sent to this node before has been handled. */
    void await(SequencedNodePublisher post) throws InterruptedException {
        UUID id = UUID.randomUUID();
        CountDownLatch arrival = new CountDownLatch(1);
        awaited.put(id, arrival);
        try {
            post.barrier(id);
            if (!arrival.await(ARRIVES_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AmqpTimeoutException("this node's own queue does not move");
            }
        } finally {
            awaited.remove(id);
        }
    }

    void arrived(UUID id) {
        CountDownLatch arrival = awaited.get(id);
        if (arrival != null) {
            arrival.countDown();
        }
    }
}
