package chat.parley.distribution;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where RabbitMQ is.
 *
 * @param uri {@code amqp://user:password@host:port}
 * @param queueType {@code classic} for one node, {@code quorum} for a cluster
 * @param analytics whether events are also published to the {@link AnalyticsExchanges}
 */
@ConfigurationProperties("parley.rabbitmq")
public record BrokerSettings(
        URI uri,
        @DefaultValue("classic") String queueType,
        @DefaultValue("false") boolean analytics) {}
