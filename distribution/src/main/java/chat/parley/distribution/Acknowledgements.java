package chat.parley.distribution;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the broker soon what was handled, many events at once: every acknowledgement is a packet, and work for the broker. */
final class Acknowledgements {

    private static final Logger LOG = LoggerFactory.getLogger(Acknowledgements.class);
    private static final Duration WITHIN = Duration.ofMillis(50);

    private final Channel channel;
    private final int atMost;
    private long lastTag;
    private int waiting;
    private boolean coming;

    /** @param atMost how many events may be left waiting for it */
    Acknowledgements(Channel channel, int atMost) {
        this.channel = channel;
        this.atMost = atMost;
    }

    synchronized void handled(List<Delivery> batch) throws IOException {
        lastTag = batch.getLast().getEnvelope().getDeliveryTag();
        waiting += batch.size();
        if (waiting >= atMost) {
            send();
        } else if (!coming) {
            coming = true;
            Thread.ofVirtual().name("acknowledge").start(this::sendSoon);
        }
    }

    private void sendSoon() {
        try {
            TimeUnit.NANOSECONDS.sleep(WITHIN.toNanos());
            sendNow();
        } catch (IOException | AlreadyClosedException e) {
            LOG.debug("events that were handled will come again", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void sendNow() throws IOException {
        coming = false;
        send();
    }

    private void send() throws IOException {
        if (waiting > 0) {
            waiting = 0;
            channel.basicAck(lastTag, true);
        }
    }
}
