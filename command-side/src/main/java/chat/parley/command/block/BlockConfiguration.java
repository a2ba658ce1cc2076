package chat.parley.command.block;

import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.AggregateConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BlockConfiguration {

    /** Not cached: the transaction may fail after the aggregate was saved. */
    @Bean
    AggregateConfiguration<BlockedPeople> blockedPeopleAggregate() {
        return AggregateConfigurer.defaultConfiguration(BlockedPeople.class);
    }
}
