package chat.parley.security;

import chat.parley.distribution.SecurityExchange;
import chat.parley.distribution.SecurityExchange.Outgoing;
import chat.parley.distribution.Supervised;
import chat.parley.distribution.Supervising;
import io.micrometer.core.instrument.Counter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes events to RabbitMQ in their order. While it is away a number of them wait in memory; an event may arrive twice, with the same id.
 * Those that still wait when the process ends are in the files only.
 */
final class SecurityEventPublisher implements SecurityEventSink, SmartLifecycle, Supervising {

    private static final int MOST_WAITING = 10_000;
    private static final int MOST_AT_ONCE = 200;

    private final SecurityExchange exchange;
    private final Counter lost;
    private final BlockingQueue<Outgoing> waiting = new ArrayBlockingQueue<>(MOST_WAITING);

    /** Taken and not confirmed yet; published again after a failure. Of the one thread that publishes. */
    private final List<Outgoing> taken = new ArrayList<>();

    private volatile @Nullable Supervised publishing;

    SecurityEventPublisher(SecurityExchange exchange, Counter lost) {
        this.exchange = exchange;
        this.lost = lost;
    }

    @Override
    public void add(String kind, String json) {
        if (!waiting.offer(new Outgoing(kind, json))) {
            lost.increment();
        }
    }

    private void publish() throws InterruptedException {
        exchange.declare();
        while (true) {
            if (taken.isEmpty()) {
                taken.add(waiting.take());
                waiting.drainTo(taken, MOST_AT_ONCE - 1);
            }
            exchange.publish(taken);
            taken.clear();
        }
    }

    @Override
    public void start() {
        publishing = Supervised.start("security events to RabbitMQ", this::publish);
    }

    @Override
    public void stop() {
        Supervised current = publishing;
        publishing = null;
        if (current != null) {
            current.close();
        }
    }

    @Override
    public boolean isRunning() {
        return publishing != null;
    }

    /** Requests that are being answered while the service stops are still published. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public Collection<Supervised> supervised() {
        Supervised current = publishing;
        return current == null ? List.of() : List.of(current);
    }
}
