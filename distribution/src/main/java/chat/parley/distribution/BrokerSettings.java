package chat.parley.distribution;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Parley's own settings of RabbitMQ; its address is in {@code spring.rabbitmq}.
 *
 * @param queueType {@code classic} for one node, {@code quorum} for a cluster
 * @param analytics whether events are also published to the {@link AnalyticsExchanges}
 */
@ConfigurationProperties("parley.rabbitmq")
public record BrokerSettings(
        @DefaultValue("classic") String queueType,
        @DefaultValue("false") boolean analytics) {}
