package chat.parley.security;

import chat.parley.distribution.SecurityExchange;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;

/** The stream of security events of a service; without a folder and without the exchange nothing is kept. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecurityEventSettings.class)
public class SecurityEventConfiguration {

    private static final String LOST = "parley.security.events.lost";

    @Bean
    SecurityEvents securityEvents(ObjectProvider<SecurityEventSink> sinks, ObjectProvider<Clock> clock) {
        return new SecurityEvents(sinks.stream().toList(), clock.getIfUnique(Clock::systemUTC));
    }

    @Bean
    @ConditionalOnProperty("parley.security-events.folder")
    SecurityEventFiles securityEventFiles(
            SecurityEventSettings settings,
            ObjectProvider<Clock> clock,
            TaskScheduler scheduler,
            MeterRegistry meters) {
        return new SecurityEventFiles(
                Path.of(Objects.requireNonNull(settings.folder())),
                settings,
                clock.getIfUnique(Clock::systemUTC),
                scheduler,
                meters.counter(LOST, "place", "file"));
    }

    @Bean
    @ConditionalOnProperty("parley.security-events.exchange")
    SecurityEventPublisher securityEventPublisher(SecurityExchange exchange, MeterRegistry meters) {
        return new SecurityEventPublisher(exchange, meters.counter(LOST, "place", "exchange"));
    }
}
