package chat.parley.distribution;

import org.springframework.amqp.AmqpException;

/** A message that must not be lost was routed to no queue: the topology is wrong. */
public final class Unroutable extends AmqpException {

    private static final long serialVersionUID = 1L;

    public Unroutable(String routingKey) {
        super("no queue takes " + routingKey);
    }
}
