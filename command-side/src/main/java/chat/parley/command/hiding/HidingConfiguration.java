package chat.parley.command.hiding;

import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.AggregateConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HidingConfiguration {

    /** Not cached: people hide messages now and then. */
    @Bean
    AggregateConfiguration<HiddenMessages> hiddenMessagesAggregate() {
        return AggregateConfigurer.defaultConfiguration(HiddenMessages.class);
    }
}
