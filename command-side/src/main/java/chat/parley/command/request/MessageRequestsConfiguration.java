package chat.parley.command.request;

import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.AggregateConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MessageRequestsConfiguration {

    /** Not cached: the transaction may fail after the aggregate was saved. */
    @Bean
    AggregateConfiguration<MessageRequests> messageRequestsAggregate() {
        return AggregateConfigurer.defaultConfiguration(MessageRequests.class);
    }
}
