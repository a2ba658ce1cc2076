package chat.parley.command.readcursor;

import org.axonframework.common.caching.Cache;
import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.AggregateConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReadCursorConfiguration {

    @Bean
    AggregateConfiguration<ReadCursor> readCursorAggregate() {
        return AggregateConfigurer.defaultConfiguration(ReadCursor.class)
                .configureCache(axon -> axon.getComponent(Cache.class));
    }
}
