package chat.parley.command.engine;

import chat.parley.log.EventLog;
import chat.parley.log.snapshot.Snapshots;
import chat.parley.refusals.Refused;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets up Axon by hand: a command bus without transactions, the aggregates, and the event log. See docs/adr/0007. */
@Configuration(proxyBeanMethods = false)
public class EngineConfiguration {

    static {
        // Axon would report its usage and advertise its console; Parley sends nothing to anybody.
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
    }

    @Bean(destroyMethod = "shutdown")
    org.axonframework.config.Configuration axon(
            EventLog log,
            Snapshots snapshots,
            MeterRegistry meters,
            List<AggregateConfiguration<?>> aggregates,
            List<SnapshotShape<?, ?>> shapes) {
        Timer appends = Timer.builder("parley.log.append")
                .description("From a decided command to its durable events")
                .publishPercentileHistogram()
                .register(meters);
        Cache cache = new AggregateCache(meters);
        PipelinedAggregateLocks pipeline = new PipelinedAggregateLocks(log, cache, appends);
        EventStorageEngine engine =
                new ParleyEventStorageEngine(log, pipeline, new AggregateSnapshots(snapshots, shapes));
        return start(engine, cache, pipeline, aggregates);
    }

    /** @param locks for all aggregates; the engine must know them, because they are released before the commit */
    static org.axonframework.config.Configuration start(
            EventStorageEngine engine, Cache cache, LockFactory locks, List<AggregateConfiguration<?>> aggregates) {
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureCommandBus(_ -> commandBus())
                .configureEventStore(
                        _ -> EmbeddedEventStore.builder().storageEngine(engine).build())
                .registerComponent(Cache.class, _ -> cache)
                .registerComponent(CommandTargetResolver.class, _ -> new CachingTargetResolver());
        SnapshotPolicy.configure(configurer, aggregates);
        for (AggregateConfiguration<?> aggregate : aggregates) {
            ((AggregateConfigurer<?>) aggregate).configureLockFactory(_ -> locks);
            configurer.configureAggregate(aggregate);
        }
        return configurer.start();
    }

    @Bean
    CommandDispatch commandDispatch(org.axonframework.config.Configuration axon) {
        return new CommandDispatch(axon.commandBus());
    }

    /**
     * No transaction manager: an append commits by itself, and a command that needs a transaction opens one. A refusal does
     * not roll back: aggregates decide before they apply, so nothing has changed and the aggregate stays cached.
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
