package chat.parley.command.admission;

import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.AggregateConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AdmissionConfiguration {

    /** Not cached: the transaction may fail after the aggregate was saved. */
    @Bean
    AggregateConfiguration<Admission> admissionAggregate() {
        return AggregateConfigurer.defaultConfiguration(Admission.class);
    }
}
