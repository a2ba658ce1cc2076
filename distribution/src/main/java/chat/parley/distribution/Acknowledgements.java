package chat.parley.distribution;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;

/** Acknowledges handled events soon, many at once: every acknowledgement is a packet, and work for the broker. */
final class Acknowledgements {

    private static final Logger LOG = LoggerFactory.getLogger(Acknowledgements.class);
    private static final Duration WITHIN = Duration.ofMillis(50);

    private final LongConsumer upTo;
    private final int atMost;
    private long lastTag;
    private int waiting;
    private boolean coming;

    /**
     * @param upTo acknowledges everything up to a delivery
     * @param atMost how many events may wait for their acknowledgement
     */
    Acknowledgements(LongConsumer upTo, int atMost) {
        this.upTo = upTo;
        this.atMost = atMost;
    }

    synchronized void handled(List<Message> batch) {
        lastTag = batch.getLast().getMessageProperties().getDeliveryTag();
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
        } catch (AmqpException e) {
            LOG.debug("events that were handled will come again", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void sendNow() {
        coming = false;
        send();
    }

    private void send() {
        if (waiting > 0) {
            waiting = 0;
            upTo.accept(lastTag);
        }
    }
}
