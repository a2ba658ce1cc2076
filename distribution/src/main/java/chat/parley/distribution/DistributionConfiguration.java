package chat.parley.distribution;

import org.springframework.beans.factory.ObjectProvider;
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
    SupervisedHealth supervisedHealthIndicator(ObjectProvider<Supervising> supervising) {
        return new SupervisedHealth(() -> supervising.stream().toList());
    }

    @Bean
    DeadLetters deadLetters(Broker broker) {
        return new DeadLetters(broker);
    }
}
