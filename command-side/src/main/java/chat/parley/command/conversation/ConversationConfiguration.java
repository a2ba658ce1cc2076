package chat.parley.command.conversation;

import org.axonframework.common.caching.Cache;
import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.AggregateConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConversationConfiguration {

    @Bean
    AggregateConfiguration<Conversation> conversationAggregate() {
        return AggregateConfigurer.defaultConfiguration(Conversation.class)
                .configureCache(axon -> axon.getComponent(Cache.class));
    }
}
