package chat.parley.distribution;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The broker at {@code parley.rabbitmq.uri}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BrokerSettings.class)
public class DistributionConfiguration {

    @Bean
    Broker broker(BrokerSettings settings) {
        return new Broker(settings);
    }

    @Bean
    DeadLetters deadLetters(Broker broker) {
        return new DeadLetters(broker);
    }
}
