package chat.parley.distribution;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is Parley's own about RabbitMQ; where it is, {@code spring.rabbitmq} says.
 *
 * @param queueType {@code classic} for one node, {@code quorum} for a cluster
 * @param analytics whether events are also published to the {@link AnalyticsExchanges}
 */
@ConfigurationProperties("parley.rabbitmq")
public record BrokerSettings(
        @DefaultValue("classic") String queueType,
        @DefaultValue("false") boolean analytics) {}
