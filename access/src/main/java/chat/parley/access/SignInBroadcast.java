package chat.parley.access;

import chat.parley.distribution.Topology;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Tells gateway nodes of sign-ins, so that the person's other devices say so. Nobody who signs in waits for the broker. */
public final class SignInBroadcast {

    private static final Logger LOG = LoggerFactory.getLogger(SignInBroadcast.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RabbitTemplate template;
    private final Executor aside = Executors.newVirtualThreadPerTaskExecutor();

    SignInBroadcast(RabbitTemplate template) {
        this.template = template;
    }

    /** Devices that are not connected see the session in their list. */
    public void signedIn(NewSession session) {
        Message message = MessageBuilder.withBody(JSON.writeValueAsBytes(session))
                .setDeliveryMode(MessageDeliveryMode.NON_PERSISTENT)
                .build();
        aside.execute(() -> {
            try {
                template.send(Topology.SIGN_INS, "", message);
            } catch (AmqpException e) {
                LOG.debug("A sign-in was not told to other devices", e);
            }
        });
    }
}
