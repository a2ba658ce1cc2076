package chat.parley.distribution;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Tells the broker what was handled, many events at once: every acknowledgement is a packet, and work for the broker. What comes after a
 * quiet time is acknowledged at once.
 */
final class Acknowledgements {

    static final Duration EVERY = Duration.ofMillis(50);

    private final Channel channel;
    private final int atMost;
    private final LongSupplier nanos;
    private long lastTag;
    private int handled;
    private long sentAt;

    /** @param atMost how many events may be left waiting for it */
    Acknowledgements(Channel channel, int atMost, LongSupplier nanos) {
        this.channel = channel;
        this.atMost = atMost;
        this.nanos = nanos;
        this.sentAt = nanos.getAsLong() - EVERY.toNanos();
    }

    void handled(List<Delivery> batch) throws IOException {
        lastTag = batch.getLast().getEnvelope().getDeliveryTag();
        handled += batch.size();
        if (handled >= atMost || nanos.getAsLong() - sentAt >= EVERY.toNanos()) {
            send();
        }
    }

    boolean areDue() {
        return handled > 0;
    }

    void send() throws IOException {
        if (handled > 0) {
            channel.basicAck(lastTag, true);
            handled = 0;
            sentAt = nanos.getAsLong();
        }
    }
}
