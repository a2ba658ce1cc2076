package chat.parley.command.account;

import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.AggregateConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

    /** Not cached: the transaction may fail after the aggregate was saved. */
    @Bean
    AggregateConfiguration<Account> accountAggregate() {
        return AggregateConfigurer.defaultConfiguration(Account.class);
    }
}
