package chat.parley.command.arrangement;

import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.AggregateConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ArrangementConfiguration {

    /** Not cached: people arrange a conversation now and then. */
    @Bean
    AggregateConfiguration<ArrangedConversation> arrangedConversationAggregate() {
        return AggregateConfigurer.defaultConfiguration(ArrangedConversation.class);
    }
}
