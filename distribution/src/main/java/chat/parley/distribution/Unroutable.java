package chat.parley.distribution;

import org.springframework.amqp.AmqpException;

/** No queue takes a message that must not be lost: the topology is not what it should be. */
public final class Unroutable extends AmqpException {

    private static final long serialVersionUID = 1L;

    public Unroutable(String routingKey) {
        super("no queue takes " + routingKey);
    }
}
