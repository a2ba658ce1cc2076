package chat.parley.distribution;

import chat.parley.events.Envelope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.QueueInformation;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.transaction.RabbitTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** The dead letters of a group, and their redelivery. */
public final class DeadLetters {

    /** Handles the event at a position again, for the queue that had delivered it. */
    @FunctionalInterface
    public interface Handler {
        void handle(int queue, long position);
    }

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final AmqpAdmin admin;
    private final RabbitTemplate template;
    private final TransactionOperations transactions;

    /** @param connections whose channels do not confirm, since they are transacted here */
    DeadLetters(AmqpAdmin admin, ConnectionFactory connections) {
        this.admin = admin;
        this.template = new RabbitTemplate(connections);
        template.setChannelTransacted(true);
        this.transactions = new TransactionTemplate(new RabbitTransactionManager(connections));
    }

    public long count(ConsumerGroup group) {
        QueueInformation queue = admin.getQueueInfo(group.deadLetterQueue());
        return queue == null ? 0 : queue.getMessageCount();
    }

    /**
     * Hands each dead letter's position to the handler, which reads the log. A dead letter is removed on success and stays
     * on failure.
     *
     * @return how many succeeded
     */
    public int redeliver(ConsumerGroup group, Handler handler) {
        int worked = 0;
        for (long waiting = count(group); waiting > 0; waiting--) {
            if (Boolean.TRUE.equals(transactions.execute(_ -> redeliverNext(group, handler)))) {
                worked++;
            }
        }
        return worked;
    }

    /** A dead letter that fails again is put behind all others. */
    private boolean redeliverNext(ConsumerGroup group, Handler handler) {
        Message letter = template.receive(group.deadLetterQueue());
        if (letter == null) {
            return false;
        }
        boolean works = works(handler, DeadLetter.read(letter.getBody()));
        if (!works) {
            template.send(
                    group.deadLetterQueue(),
                    MessageBuilder.withBody(letter.getBody())
                            .setContentType(Envelope.MEDIA_TYPE)
                            .build());
        }
        return works;
    }

    private static boolean works(Handler handler, DeadLetter letter) {
        try {
            handler.handle(letter.queue(), letter.position());
            return true;
        } catch (RuntimeException e) {
            LOG.error("still cannot be handled: {}", letter, e);
            return false;
        }
    }
}
