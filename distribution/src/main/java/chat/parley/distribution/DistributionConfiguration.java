package chat.parley.distribution;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.amqp.autoconfigure.CachingConnectionFactoryConfigurer;
import org.springframework.boot.amqp.autoconfigure.RabbitTemplateCustomizer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** The broker at {@code spring.rabbitmq}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BrokerSettings.class)
@PropertySource("classpath:chat/parley/distribution/broker-defaults.properties")
public class DistributionConfiguration {

    private static final int SCHEDULED_AT_ONCE = 16;

    @Bean
    Declarables topology(BrokerSettings settings) {
        return Topology.of(settings.queueType(), ConsumerGroup.ALL);
    }

    @Bean
    Broker broker(CachingConnectionFactory connections, CachingConnectionFactoryConfigurer settings, AmqpAdmin admin) {
        return new Broker(connections, settings, admin);
    }

    @Bean
    AnalyticsExchanges analyticsExchanges(AmqpAdmin admin, BrokerSettings settings) {
        return new AnalyticsExchanges(admin, settings.analytics());
    }

    @Bean
    SecurityExchange securityExchange(AmqpAdmin admin, Broker broker) {
        return new SecurityExchange(admin, broker);
    }

    /**
     * Publishing has a connection of its own, so that declarations of consumers are not blocked when a broker short of
     * memory blocks publishers.
     */
    @Bean
    RabbitTemplateCustomizer publishingApart() {
        return template -> template.setUsePublisherConnection(true);
    }

    @Bean
    DeadLetters deadLetters(AmqpAdmin admin, Broker broker) {
        return new DeadLetters(admin, broker.connections("dead letters"));
    }

    /** For whatever is done again and again; it goes on until everything else has been stopped, and one task does not wait for another. */
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setThreadFactory(Thread.ofVirtual().name("scheduled-", 0).factory());
        scheduler.setPoolSize(SCHEDULED_AT_ONCE);
        scheduler.setRemoveOnCancelPolicy(true);
        scheduler.setAcceptTasksAfterContextClose(true);
        scheduler.setPhase(Integer.MIN_VALUE);
        return scheduler;
    }

    @Bean
    ScheduledMethods scheduledMethods(ObjectProvider<ScheduledTaskHolder> holders) {
        return new ScheduledMethods(holders::stream);
    }

    @Bean
    SupervisedHealth supervisedHealthIndicator(ObjectProvider<Supervising> supervising) {
        return new SupervisedHealth(() -> supervising.stream().toList());
    }
}
