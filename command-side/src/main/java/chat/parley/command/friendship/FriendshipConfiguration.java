package chat.parley.command.friendship;

import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.AggregateConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FriendshipConfiguration {

    /** Not cached: the transaction may fail after the aggregate was saved. */
    @Bean
    AggregateConfiguration<Friendship> friendshipAggregate() {
        return AggregateConfigurer.defaultConfiguration(Friendship.class);
    }
}
