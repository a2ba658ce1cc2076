package chat.parley.command.report;

import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.AggregateConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReportConfiguration {

    /** Not cached: the transaction may fail after the aggregate was saved. */
    @Bean
    AggregateConfiguration<Report> reportAggregate() {
        return AggregateConfigurer.defaultConfiguration(Report.class);
    }
}
