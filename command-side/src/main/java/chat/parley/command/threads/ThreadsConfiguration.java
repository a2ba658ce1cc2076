package chat.parley.command.threads;

import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.AggregateConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ThreadsConfiguration {

    /** Not cached: each is short, and there is one for each thread that somebody reads. */
    @Bean
    AggregateConfiguration<ThreadMarks> threadMarksAggregate() {
        return AggregateConfigurer.defaultConfiguration(ThreadMarks.class);
    }
}
