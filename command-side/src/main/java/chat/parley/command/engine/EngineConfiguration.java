package chat.parley.command.engine;

import chat.parley.log.EventLog;
import chat.parley.refusals.Refused;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Axon, set up by hand: a command bus without transactions, aggregates, and the log. See docs/adr. */
@Configuration(proxyBeanMethods = false)
public class EngineConfiguration {

    static {
        // Parley calls nobody: Axon would report its usage to its maker and advertise a console.
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
    }

    @Bean(destroyMethod = "shutdown")
    org.axonframework.config.Configuration axon(
            EventLog log, MeterRegistry meters, List<AggregateConfiguration<?>> aggregates) {
        Timer appends = Timer.builder("parley.log.append")
                .description("From a decided command to its durable events")
                .publishPercentileHistogram()
                .register(meters);
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureCommandBus(_ -> commandBus())
                .configureEventStore(_ -> EmbeddedEventStore.builder()
                        .storageEngine(new ParleyEventStorageEngine(log, appends))
                        .build())
                .registerComponent(Cache.class, _ -> new AggregateCache());
        aggregates.forEach(configurer::configureAggregate);
        return configurer.start();
    }

    @Bean
    CommandDispatch commandDispatch(org.axonframework.config.Configuration axon) {
        return new CommandDispatch(axon.commandBus());
    }

    /**
     * No transaction manager: an append commits by itself, and a command that needs a transaction brings its own. A refusal
     * does not roll back: aggregates decide before they apply, so nothing has changed and the cached aggregate stays.
     */
    static CommandBus commandBus() {
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .rollbackConfiguration(failure -> !(failure instanceof Refused))
                .build();
        bus.registerHandlerInterceptor(
                new CorrelationDataInterceptor<>(message -> CommandContext.carriedBy(message.getMetaData())));
        return bus;
    }
}
